/** A service that episodes and people are linked on. */
interface Platform {
  readonly name: string
  /** What links and keys call it, in small letters, without spaces and signs. */
  readonly words: readonly string[]
  /** Hosts, of which sub-domains count too. */
  readonly hosts: RegExp
  /** Those that show nothing else, where a firm has one host for much. */
  readonly own?: RegExp
}

const platforms: readonly Platform[] = [
  {
    name: 'Apple Podcasts',
    words: ['applepodcasts', 'applepodcast', 'itunes'],
    hosts: /(?:^|\.)(?:apple\.com|apple\.co|itunes\.com)$/,
    own: /^(?:podcasts|itunes)\.apple\.com$|^itunes\.com$/
  },
  // Shows that Spotify hosts have addresses of its older names.
  {
    name: 'Spotify',
    words: ['spotify'],
    hosts: /(?:^|\.)(?:spotify\.com|spoti\.fi|anchor\.fm|spotify\.link)$/
  },
  {name: 'YouTube', words: ['youtube'], hosts: /(?:^|\.)(?:youtube(?:-nocookie)?\.com|youtu\.be)$/},
  {name: 'Vimeo', words: ['vimeo'], hosts: /(?:^|\.)vimeo\.com$/},
  {
    name: 'Dailymotion',
    words: ['dailymotion'],
    hosts: /(?:^|\.)(?:dailymotion\.com|dai\.ly)$/
  },
  {name: 'Deezer', words: ['deezer'], hosts: /(?:^|\.)deezer\.(?:com|page\.link)$/},
  {
    name: 'SoundCloud',
    words: ['soundcloud'],
    hosts: /(?:^|\.)(?:soundcloud\.(?:com|app\.goo\.gl)|snd\.sc)$/
  },
  {
    name: 'Google Podcasts',
    words: ['googlepodcasts', 'googlepodcast'],
    hosts: /(?:^|\.)google\.com$/,
    own: /^podcasts\.google\.com$/
  },
  {name: 'Overcast', words: ['overcast'], hosts: /(?:^|\.)overcast\.fm$/},
  {
    name: 'Pocket Casts',
    words: ['pocketcasts', 'pocketcast'],
    hosts: /(?:^|\.)(?:pca\.st|pocketcasts\.com)$/
  },
  {name: 'Castbox', words: ['castbox'], hosts: /(?:^|\.)castbox\.fm$/},
  {name: 'Stitcher', words: ['stitcher'], hosts: /(?:^|\.)stitcher\.com$/},
  {
    name: 'Amazon Music',
    words: ['amazonmusic'],
    hosts: /(?:^|\.)(?:amazon\.(?:com|fr|de|co\.uk|es|it|ca)|amzn\.to)$/,
    own: /^music\.amazon\./
  },
  {name: 'Twitter', words: ['twitter'], hosts: /(?:^|\.)(?:twitter\.com|x\.com|t\.co)$/},
  {name: 'Facebook', words: ['facebook'], hosts: /(?:^|\.)(?:facebook\.com|fb\.(?:com|me|watch))$/},
  {name: 'Instagram', words: ['instagram'], hosts: /(?:^|\.)(?:instagram\.com|instagr\.am)$/},
  {name: 'LinkedIn', words: ['linkedin'], hosts: /(?:^|\.)(?:linkedin\.com|lnkd\.in)$/},
  {name: 'GitHub', words: ['github'], hosts: /(?:^|\.)github\.(?:com|io)$/},
  {name: 'Twitch', words: ['twitch'], hosts: /(?:^|\.)twitch\.tv$/},
  {name: 'TikTok', words: ['tiktok'], hosts: /(?:^|\.)tiktok\.com$/}
]

/**
 * What may stand around the name of a platform: "Listen on …", "Retrouvez-nous sur …", `…_url`. More
 * words are the title of something that is about the platform.
 */
const around =
  /^(?:[\p{L}’'-]+ ){0,3}(?:on|via|at|sur|chez|auf|en) |[-_ ]?(?:url|link|page|lien)$/giu

/** What is longer names more than a platform. */
const longestName = 40

/**
 * Whether a link is named after one platform and leads to another.
 *
 * @param name The words of the link, or the key of its address.
 * @returns The names of both, as they call themselves.
 */
export function otherPlatform(
  name: string,
  address: string
): {readonly said: string; readonly there: string} | undefined {
  if (name.length > longestName) return undefined
  const word = name
    .trim()
    .replace(around, '')
    .toLowerCase()
    .replace(/[\s._-]+/g, '')
  const said = platforms.find(({words}) => words.includes(word))
  if (!said) return undefined
  const host = /^https?:\/\/([^/?#:\s]+)/i.exec(address)?.[1]?.toLowerCase()
  if (host === undefined || said.hosts.test(host)) return undefined
  // The platform's own page on another one: `https://www.facebook.com/instagram`.
  const isAbout = said.words.some((d) =>
    address
      .toLowerCase()
      .replace(/[^a-z]/g, '')
      .includes(d)
  )
  const there = platforms.find(({hosts, own = hosts}) => own.test(host))
  return isAbout || !there ? undefined : {said: said.name, there: there.name}
}
