/**
 * What the HTML standard says of elements, as far as it decides where they begin and end.
 *
 * Names are in lower case. The numbers are sections of WHATWG HTML.
 */

const names = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/))

/** Elements without content or end tag (§13.1.2), with the obsolete ones (§13.2.6.4.7). */
export const voidElements = names(
  'area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr'
)

/** Elements of which the end tag may be left out (§13.1.2.4). */
export const optionalEndTags = names(
  'body caption colgroup dd dt head html li optgroup option p rb rp rt rtc tbody td tfoot th thead tr'
)

/** Elements that an end tag of an outer element closes without a word (§13.2.6.3). */
export const impliedEndTags = names('dd dt li optgroup option p rb rp rt rtc')

/** Elements that an end tag of an inline element can't reach across (§13.2.4.2, "special"). */
export const specialElements = names(
  `address applet area article aside base basefont bgsound blockquote body br button caption center
  col colgroup dd details dir div dl dt embed fieldset figcaption figure footer form frame frameset
  h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input keygen li link listing main marquee
  menu meta nav noembed noframes noscript object ol p param plaintext pre script search section
  select source style summary table tbody td template textarea tfoot th thead title tr track ul wbr
  xmp`
)

/** Elements that a browser opens again where another element cut them (§13.2.4.3). */
export const formattingElements = names('a b big code em font i nobr s small strike strong tt u')

/** Elements whose start tag ends a paragraph (§13.2.6.4.7). */
export const paragraphEnders = names(
  `address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption
  figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li listing main menu nav ol p plaintext pre
  search section summary table ul xmp`
)

/** Elements whose end tag looks for its start in scope, through whatever is open (§13.2.6.4.7). */
export const blockElements = names(
  `address article aside blockquote button center details dialog dir div dl fieldset figcaption
  figure footer form header hgroup listing main menu nav ol pre search section select summary ul`
)

export const headings = names('h1 h2 h3 h4 h5 h6')

/** What an end tag can't look past (§13.2.4.2, "has an element in scope"). */
export const scopeLimits = names('applet caption html marquee object table td template th')
/** The same for `</li>`. */
export const listItemScopeLimits = new Set([...scopeLimits, 'ol', 'ul'])
/** The same for `</p>`. */
export const buttonScopeLimits = new Set([...scopeLimits, 'button'])
/** The same for end tags of a table's parts. */
export const tableScopeLimits = names('html table template')

/** Parts of a table, each with the elements that must be open for it (§13.2.6.4.9–15). */
export const tableParts: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['caption', names('table')],
  ['colgroup', names('table')],
  ['col', names('table')],
  ['tbody', names('table')],
  ['thead', names('table')],
  ['tfoot', names('table')],
  ['tr', names('tbody thead tfoot table')],
  ['td', names('tr tbody thead tfoot table')],
  ['th', names('tr tbody thead tfoot table')]
])

/** Elements around which formatting elements start anew (§13.2.4.3, "markers"). */
export const markerElements = names('applet caption marquee object td template th')

/** Start tags that leave SVG and MathML (§13.2.6.5). */
export const foreignBreakouts = names(
  `b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i img li
  listing menu meta nobr ol p pre ruby s small span strong strike sub sup table tt u ul var`
)

/** Elements of SVG and MathML in which HTML goes on (§13.2.6.5, "integration points"). */
export const integrationPoints = {
  svg: names('desc foreignobject title'),
  math: names('annotation-xml mi mn mo ms mtext')
} as const

/** Elements in which no tag but their own end tag counts (§13.1.2). */
export const rawTextElements = names(
  'iframe noembed noframes plaintext script style textarea title xmp'
)

/** Elements that keep their text as it is written, or mean it as code. */
export const verbatimElements = names(
  'code kbd listing math option pre samp script style svg textarea title tt var xmp'
)

/** Elements that hold words of a line, and no paragraph or list. */
export const phrasingContainers = names(
  `a abbr acronym b bdi bdo big button cite dfn em font h1 h2 h3 h4 h5 h6 i label legend mark
  meter output p progress q rp rt ruby s small span strike strong sub summary sup time u`
)

/** All elements of HTML, those of the past included (§4, §16.2). */
const htmlElements = new Set([
  ...voidElements,
  ...specialElements,
  ...formattingElements,
  ...optionalEndTags,
  ...paragraphEnders,
  ...names(
    `abbr acronym audio bdi bdo blink canvas cite data datalist del dfn ins kbd label legend map
    mark math meter multicol nextid output picture progress q rtc ruby samp slot spacer span sub
    sup svg time var video`
  )
])

/** Whether browsers know an element of HTML by this name. */
export function isKnownElement(name: string): boolean {
  return htmlElements.has(name)
}
