/** One episode as a service knows it. */
export interface Player {
  readonly service: string
  readonly id: string
}

const services: readonly {
  readonly service: string
  /** Matched against the address without its protocol; the first group that matched is the id. */
  readonly address: RegExp
}[] = [
  {
    service: 'acast',
    address: /^(?:embed|player)\.acast\.com\/(?:\$\/)?[\w.-]+\/(?:episodes\/)?([\w-]+)/i
  },
  {
    service: 'dailymotion',
    address:
      /^(?:(?:www|geo)\.)?dailymotion\.com\/(?:embed\/video\/([a-z0-9]+)|player[^?]*\?(?:[^#]*&)?video=([a-z0-9]+))/i
  },
  {
    service: 'youtube',
    address:
      /^(?:www\.)?(?:youtube(?:-nocookie)?\.com\/(?:embed\/(?!videoseries)|watch\?(?:[^#]*&)?v=)|youtu\.be\/)([\w-]{11})/i
  },
  {service: 'vimeo', address: /^player\.vimeo\.com\/video\/(\d+)/i},
  {service: 'spotify', address: /^open\.spotify\.com\/embed(?:-podcast)?\/episode\/(\w+)/i},
  {service: 'deezer', address: /^widget\.deezer\.com\/widget\/\w+\/episode\/(\d+)/i},
  {service: 'peertube', address: /^[\w.-]+\/videos\/embed\/([\w-]{20,})/i},
  {service: 'ausha', address: /^player\.ausha\.co\/[^?]*\?(?:[^#]*&)?podcastId=(\w+)/i},
  {service: 'soundcloud', address: /^w\.soundcloud\.com\/player\/?\?.*?\/tracks(?:\/|%2F)(\d+)/i},
  {
    service: 'podbean',
    address: /^(?:www\.)?podbean\.com\/(?:player-v2\/?\?(?:[^#]*&)?i=|media\/player\/)([\w-]+)/i
  },
  {
    // Once Anchor, then Spotify for Podcasters, now Spotify for Creators.
    service: 'anchor',
    address:
      /^(?:anchor\.fm|(?:podcasters|creators)\.spotify\.com\/pod\/(?:show|profile))\/[\w.-]+\/embed\/episodes\/([\w%.-]+)/i
  },
  {service: 'buzzsprout', address: /^(?:www\.)?buzzsprout\.com\/\d+\/(?:episodes\/)?(\d+)/i},
  {service: 'transistor', address: /^share\.transistor\.fm\/[es]\/([\da-f]{8})(?![\w-])/i},
  {service: 'libsyn', address: /^[\w-]+\.libsyn\.com\/embed\/episode\/id\/(\d+)/i},
  {service: 'simplecast', address: /^(?:player|embed)\.simplecast\.com\/([\da-f-]{8,36})/i},
  {service: 'captivate', address: /^player\.captivate\.fm\/episode\/([\da-f-]{36})/i},
  {service: 'spreaker', address: /^widget\.spreaker\.com\/player\?(?:[^#]*&)?episode_id=(\d+)/i},
  {service: 'apple', address: /^embed\.podcasts\.apple\.com\/[^?]*\?(?:[^#]*&)?i=(\d+)/i},
  {service: 'audioboom', address: /^embeds\.audioboom\.com\/posts\/(\d+)/i},
  {service: 'fireside', address: /^(?:player\.)?fireside\.fm\/(?:player\/)?v\d\/([\w+-]+)/i},
  {service: 'art19', address: /^art19\.com\/shows\/[\w-]+\/episodes\/([\da-f-]{36})/i},
  {service: 'wistia', address: /^fast\.wistia\.(?:net|com)\/embed\/iframe\/(\w+)/i},
  {service: 'audio', address: /^([^?#]+\.(?:mp3|m4a|ogg|opus|aac|wav|flac))(?:[?#]|$)/i}
]

/**
 * The episode that a player's address plays.
 *
 * @returns Undefined for playlists, pages of a show, and services that aren't known.
 */
export function playerOf(address: string): Player | undefined {
  const plain = address
    .trim()
    .replaceAll('&amp;', '&')
    .replace(/^(?:https?:)?\/\//i, '')
  if (plain === address.trim() || /[?&](?:playlist|list)=/.test(plain)) return undefined
  for (const {service, address: pattern} of services) {
    const match = pattern.exec(plain)
    const id = match?.slice(1).find((d) => d !== undefined)
    if (id !== undefined) return {service, id}
  }
  return undefined
}

/** Names of services that shortcodes of other uses have: `{{< anchor "players" >}}`. */
const otherShortcodes = new Set(['audio', 'anchor', 'apple'])
const shortcodes = new Set(
  services.map(({service}) => service).filter((name) => !otherShortcodes.has(name))
)

/** An argument of a tag: a value, or a key and its value. */
const argument = /(?<=\s)(?:([\w-]+)\s*=\s*)?(?:"([^"]*)"|'([^']*)'|([^\s"'=,>%]+))(?=[\s,>%]|$)/g
/** Keys of which the value says what is played: `id`, `soundcloud-url`. */
const keyOfPlayer = /(?:^|[-_])(?:id|url|src|link)$/i

/**
 * The episode that a template tag plays, such as `{% youtube "…" %}` or `{{< vimeo 123 >}}`.
 *
 * @param tag The tag with its delimiters.
 */
export function playerOfTag(
  name: string,
  tag: string
): (Player & {readonly at: number}) | undefined {
  const service = name.toLowerCase()
  if (!shortcodes.has(service)) return undefined
  const start = tag.indexOf(name) + name.length
  for (const match of tag.slice(start).matchAll(argument)) {
    const [whole, key, ...values] = match
    const value = values.find((d) => d !== undefined) ?? ''
    if (
      (key !== undefined && !keyOfPlayer.test(key)) ||
      !/^(?:[\w-]{5,}|https?:\/\/\S+)$/.test(value)
    )
      continue
    const at = start + match.index + whole.lastIndexOf(value)
    const player = playerOf(value) ?? (value.startsWith('http') ? undefined : {service, id: value})
    return player && {...player, at}
  }
  return undefined
}
