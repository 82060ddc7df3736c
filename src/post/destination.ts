import {editDistance} from '../closest.js'
import {hasPlaceholderId} from '../placeholders.js'

/** What is wrong with a destination, and what it was meant to be. */
export interface Judgement {
  readonly message:
    | 'empty'
    | 'noScheme'
    | 'scheme'
    | 'nested'
    | 'mail'
    | 'title'
    | 'quote'
    | 'disk'
    | 'cut'
    | 'form'
    | 'host'
    | 'hostSign'
    | 'backslash'
    | 'wiki'
    | 'issue'
    | 'expires'
    | 'hostEnd'
    | 'site'
    | 'bold'
    | 'other'
    | 'detour'
    | 'video'
  readonly expected?: string
  /** Whether nothing else can be meant. */
  readonly safe?: boolean
}

/**
 * Last labels of host names. Left out are those that files end with (`.md`, `.sh`, `.py`, `.zip`,
 * `.mov`, `.ps`…): without a path after it, `notes.md` is a file.
 */
const topLevelDomains = new Set(
  'com org net edu gov info biz io ai dev app co me tv fm gg ly fr be ch ca uk de eu es it nl lu pt se no dk fi at ie au nz jp us br mx int museum mobi pro xyz blog tech cloud online site website shop store design studio news media audio video live show radio podcast space page link wiki community social tools systems agency digital world today academy school university foundation paris bzh corsica alsace quebec coop asso gouv events games chat software solutions services computer network codes ninja guru life earth green energy art music film house team works engineering education institute center church health care money fund finance press review tips host run build rocks style club nyc miami boston vegas london berlin hamburg koeln cologne wien amsterdam brussels tokyo sydney melbourne barcelona madrid istanbul africa asia cat eus scot wales'.split(
    ' '
  )
)

/** Last labels that are domains where a path follows, and else may be files. */
const domainsWithPath = new Set('sh so md rs pl cc to is in st id do py zip mov ps'.split(' '))

/** Schemes as fingers slip over them, each the whole of what stands before the host. */
const slippedScheme =
  /^(?:https?:\/(?=[^/\s])|https?:(?=[a-z0-9])|https?\/\/|https?;\/\/|https?:\\\\|https?:\/\/\/+|h?t?tps?:\/\/|htt?t?ps?:\/\/|htts?:\/\/|hptt?ps?:\/\/|hhttps?:\/\/|httpss:\/\/|:\/\/)/i

/** A quotation mark, as a sign, escaped for an address, or escaped for HTML. */
const anyQuote = /["“”]|%22|%E2%80%9[CD]|&(?:quot|#34);/i
/** What is left of the quotation marks around an attribute's value. */
const endingQuote = new RegExp(`(?:\\\\*(?:${anyQuote.source}))+$`, 'i')

/**
 * Judges whether a destination leads anywhere (WHATWG URL §4.3).
 *
 * Without a scheme it is the address of a page on the same site, so the judge is its shape: a host
 * is told from a file by its last label.
 *
 * @param destination As written, not empty, without white space at its ends.
 */
export function judgeDestination(destination: string): Judgement | undefined {
  if (/\{\{|\{%|\$\{|<%/.test(destination)) return
  if (/^(?:[a-z]:[\\/]|file:|\\\\)/i.test(destination)) return {message: 'disk'}
  if (/^(?:tel|mailto):\/\//i.test(destination)) {
    return {message: 'scheme', expected: destination.replace('//', '')}
  }
  const detour = behindDetour(destination)
  if (detour !== undefined) return {message: 'detour', expected: detour, safe: true}
  if (isWrongVideo(destination)) return {message: 'video'}
  // What a page shows in place of the rest of a long address was copied with it.
  if (/^https?:\/\/[^?#]*…/i.test(destination)) return {message: 'cut'}
  const form = /^(https:\/\/docs\.google\.com\/forms\/d\/(?!e\/)[\w-]+)\/edit(?:[?#].*)?$/i.exec(
    destination
  )?.[1]
  if (form !== undefined) return {message: 'form', expected: `${form}/viewform`}
  const nested =
    /^\(?\[[^\]]*\]\(\s*<?((?:https?:\/\/|mailto:|www\.)[^\s<>()]+(?:\([^\s<>()]*\)[^\s<>()]*)*)/i.exec(
      destination
    )
  if (nested?.[1] !== undefined) {
    return {message: 'nested', expected: withScheme(nested[1])}
  }
  const attribute = /^href=["'“”]?(https?:\/\/[^\s"'“”<>]+)["'“”]?$/i.exec(destination)
  if (attribute?.[1] !== undefined) return {message: 'nested', expected: attribute[1]}
  const bracketed = /^[[(]+(https?:\/\/[^\s<>[\]()]+)[\])]*$/i.exec(destination)
  if (bracketed?.[1] !== undefined) return {message: 'nested', expected: bracketed[1]}
  if (/.\[[^\]]*\]\((?:https?:\/\/|mailto:|www\.)/i.test(destination)) return {message: 'nested'}
  const withoutMarks = destination.replace(/\*\*([\p{L}\p{N}_-]+)\*\*/gu, '$1')
  if (withoutMarks !== destination) return {message: 'bold', expected: withoutMarks}
  const withTitle = /^([^"]+)("[^"]*")$/.exec(destination)
  if (withTitle) return {message: 'title', expected: `${withTitle[1]} ${withTitle[2]}`}
  const quote = endingQuote.exec(destination)
  if (quote && !anyQuote.test(destination.slice(0, quote.index))) {
    return {message: 'quote', expected: destination.slice(0, quote.index)}
  }
  const doubled = /^https?:\/?\/?(?=https?:?\/\/)/i.exec(destination)
  if (doubled) {
    const rest = destination.slice(doubled[0].length)
    return {message: 'scheme', expected: rest.replace(/^(https?):?\/\//i, '$1://')}
  }
  if (/^https?:\/*$/i.test(destination)) return {message: 'empty'}
  if (/^https?:\/\/(?!localhost\b)[a-z][a-z0-9-]*(?=[/?#]|$)/i.test(destination)) {
    return {message: 'host'}
  }
  const identifier = /^https?:\/\/(10\.\d{4,9}\/\S+)$/i.exec(destination)?.[1]
  if (identifier !== undefined) {
    return {message: 'hostEnd', expected: `https://doi.org/${identifier}`}
  }
  const sign = /^https?:\/\/[\w.-]+[,;]/i.exec(destination)?.[0]
  if (sign !== undefined) {
    const isAtEnd = sign.length === destination.length
    return {message: 'hostSign', ...(isAtEnd ? {expected: destination.slice(0, -1)} : {})}
  }
  if (/[\p{L}\p{N}]\\[\p{L}\p{N}]/u.test(destination)) {
    return {message: 'backslash', expected: destination.replaceAll('\\', '/')}
  }
  if (/^(?:Category|File|Image|User|Special|Template):\S/.test(destination))
    return {message: 'wiki'}
  const issue = /^(https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/)(issue|pulls)(\/\d+)(?=$|[?#])/i.exec(
    destination
  )
  if (issue) {
    const [whole, before = '', kind = '', number = ''] = issue
    const expected = `${before}${kind === 'issue' ? 'issues' : 'pull'}${number}${destination.slice(whole.length)}`
    return {message: 'issue', expected, safe: true}
  }
  if (/[?&](?:amp;)?X-(?:Amz|Goog)-(?:Expires|Signature)=/i.test(destination))
    return {message: 'expires'}
  const site = misspeltSite(destination)
  if (site !== undefined) return {message: 'site', expected: site}
  const end = runTogether(destination)
  if (end !== undefined) return end
  if (/^https?:\/\/[^/\s]/i.test(destination) || /^[#/.?]/.test(destination)) return
  const slipped = slippedScheme.exec(destination)
  if (slipped) {
    const host = destination.slice(slipped[0].length)
    const scheme = /^h?t+p+[:;/\\]/i.test(slipped[0]) ? 'http' : 'https'
    return /^[\w-]+(?:\.[\w-]+)+/.test(host)
      ? {message: 'scheme', expected: `${scheme}://${host}`}
      : undefined
  }
  if (/^www\.[^\s./]+\.[^\s]/i.test(destination)) {
    return {message: 'noScheme', expected: `https://${destination}`, safe: true}
  }
  if (/^[\w.+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}$/i.test(destination)) {
    return {message: 'mail', expected: `mailto:${destination}`}
  }
  if (isHost(destination)) return {message: 'noScheme', expected: `https://${destination}`}
  return
}

/**
 * An address whose host ends with what no top-level domain has, so that host and path have run
 * together: digits or underscores (RFC 3696 §2), a capital after small letters, or too many letters.
 */
function runTogether(destination: string): Judgement | undefined {
  const match = /^(https?:\/\/(?:[\w-]+\.)+)([\w-]+)(?=[/?#]|$)/i.exec(destination)
  const [, before = '', last = ''] = match ?? []
  if (last === '' || /^(?:\d+|xn--[\w-]+)$/i.test(last)) return
  if (!/[\d_-]|[a-z][A-Z]/.test(last) && last.length <= longestDomain) return
  for (let length = last.length - 1; length >= 2; length--) {
    if (!topLevelDomains.has(last.slice(0, length))) continue
    const at = before.length + length
    return {
      message: 'hostEnd',
      expected: `${destination.slice(0, at)}/${destination.slice(at)}`
    }
  }
  return {message: 'hostEnd'}
}

/** Pages that only send their readers on, by host and path; what follows the parameter is where to. */
const detours =
  /^https?:\/\/(?:(?:www\.)?youtube\.com\/redirect|(?:www\.)?google\.[a-z.]{2,6}\/url|(?:lm?|m|www)\.facebook\.com\/l\.php|l\.instagram\.com\/|(?:[\w-]+\.)?safelinks\.protection\.outlook\.com\/|slack-redir\.net\/link|t\.umblr\.com\/redirect|out\.reddit\.com\/|vk\.com\/away\.php)[^#]*?[?&](?:q|url|u|z|to)=(https?(?::|%3A)[^&#]+)/i

/** Where an address leads that goes by way of a page which counts its readers. */
function behindDetour(address: string): string | undefined {
  const target = detours.exec(address)?.[1]
  if (target === undefined) return undefined
  try {
    // Spaces and parentheses would end a destination of Markdown.
    return decodeURIComponent(target.replaceAll('&amp;', '&')).replace(
      /[\s()<>]/g,
      (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`
    )
  } catch {
    return undefined
  }
}

const film =
  /^(?:https?:)?\/\/(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com\/(?:embed\/|shorts\/|live\/|v\/|watch\?(?:[^#]*&)?v=)|youtu\.be\/)([\w-]+)(?=[?&#/]|$)/i

/** Whether an address of YouTube has an identifier that none of its films can have. */
export function isWrongVideo(address: string): boolean {
  const identifier = film.exec(address)?.[1]
  // `videoseries` and `live_stream`, which stand in the place of one, have as many letters.
  return identifier !== undefined && identifier.length !== 11 && !hasPlaceholderId(address)
}

/** Sites that nearly every show links to, of which none is called nearly like another known one. */
const knownSites = [
  'facebook.com',
  'github.com',
  'instagram.com',
  'linkedin.com',
  'soundcloud.com',
  'spotify.com',
  'twitter.com',
  'youtube.com'
]

/** An address whose site is one letter away from a well-known one, with that one in its place. */
export function misspeltSite(address: string): string | undefined {
  const [, before = '', site = ''] =
    /^(https?:\/\/(?:[\w-]+\.)*?)([\w-]+\.com)(?=[/?#:]|$)/i.exec(address) ?? []
  if (site === '' || knownSites.includes(site.toLowerCase())) return undefined
  const written = site.toLowerCase()
  const meant = knownSites.find(
    (known) =>
      Math.abs(known.length - written.length) < 2 &&
      (known.charAt(0) === written.charAt(0) || known.charAt(1) === written.charAt(1)) &&
      editDistance(written, known) === 1
  )
  return meant && before + meant + address.slice(before.length + site.length)
}

/** The most letters that a top-level domain has. */
const longestDomain = 18

function withScheme(address: string): string {
  return /^www\./i.test(address) ? `https://${address}` : address
}

/** Whether an address without a scheme begins with a host name. */
function isHost(address: string): boolean {
  const match = /^((?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+)([a-z]{2,})(:\d+)?(?=[/?#]|$)/i.exec(
    address
  )
  if (!match) return false
  const last = (match[2] ?? '').toLowerCase()
  const path = address.charAt(match[0].length) === '/'
  return topLevelDomains.has(last) || (path && domainsWithPath.has(last)) || /^www\./i.test(address)
}

/**
 * Whether the words of a link are the address of another page of the site that it leads to: one of the
 * two was changed and the other forgotten. Words may leave out what readers need not see.
 */
export function leadsElsewhere(words: string, destination: string): boolean {
  const shown = pageOf(words)
  // Words and address have changed places: `[https://example.org](The mill)`.
  if (shown && /^[\p{L}\p{N}-]+$/u.test(destination)) return true
  const real = pageOf(destination)
  if (!shown || !real || shown.host !== real.host || shown.path === '' || real.path === '')
    return false
  return !real.path.startsWith(shown.path) && !shown.path.startsWith(real.path)
}

/** Sites whose addresses are a person's name and nothing else, and names that show themselves as such. */
const peoplesSites =
  /^(?:(?:www\.)?(?:twitter\.com|x\.com|github\.com|instagram\.com|linkedin\.com\/in|twitch\.tv|tiktok\.com|facebook\.com)\/@?|[\w.-]+\/@)([\w.-]+)\/?$/i

/** A person's name on a network, at the end of the words of a link. */
const handleAtEnd = /(?:^|\s)(@[\w.-]+)$/

/**
 * What the words of a link were meant to be, where they are, or end with, a host or a person's name
 * that is a letter or two away from the one in its address.
 */
export function meantByWords(words: string, destination: string): string | undefined {
  const written = words.trim()
  const handle = handleAtEnd.exec(written)?.[1]
  const meant = meantByName(handle ?? written, destination)
  return meant && handle ? written.slice(0, -handle.length) + meant : meant
}

/** What a host, or a person's name, was meant to be. */
function meantByName(name: string, destination: string): string | undefined {
  const shown = name.toLowerCase()
  const place = /^https?:\/\/([^?#]+)/i.exec(destination)?.[1] ?? ''
  if (shown.length < shortestShown || /[\s/]/.test(shown) || place === '') return undefined
  const isHostShown = /^[a-z\d-]+(?:\.[a-z\d-]+)+$/.test(shown)
  const host = /^(?:www\.)?([^/:]+)/i.exec(place)?.[1]
  const right = isHostShown ? host : peoplesSites.exec(place)?.[1]
  if (right === undefined) return undefined
  const isHandle = shown.startsWith('@')
  const meant = `${isHandle ? '@' : ''}${right}`
  const written = shown.replace(/^www\./, '')
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const [a, b] = [plain(written), plain(meant)]
  // `mill` for `mill2` or `themill` is short for it, on purpose.
  if (a === b || a.includes(b) || b.includes(a)) return undefined
  return editDistance(a, b) <= (a.length < longName ? 1 : 2) ? meant : undefined
}

/** What is shorter is a letter away from too much. */
const shortestShown = 6
const longName = 9

function pageOf(address: string): {readonly host: string; readonly path: string} | undefined {
  const match = /^https?:\/\/(?:www\.)?([^\s/?#]+)\/?([^\s#…]*)$/i.exec(address.trim())
  if (!match) return undefined
  const [, host = '', path = ''] = match
  if (/\.{3}$/.test(path)) return undefined
  return {host: host.toLowerCase(), path: path.replace(/\/$/, '').toLowerCase()}
}
