import type {Range} from './source.js'

/** Template languages that episode posts are written with. */
export type TemplateLanguage = 'nunjucks' | 'liquid' | 'hugo'

/** A template tag, output or comment, delimiters included. */
export interface Template extends Range {
  /** `comment` is also what stands between the two tags of a comment, or of a sample of code. */
  readonly kind: 'tag' | 'output' | 'comment'
  readonly language: TemplateLanguage
  /** The tag's first word (`transcription`, `endtranscription`, `youtube`, `/notice`…), else empty. */
  readonly name: string
  /** Strings among the tag's arguments, quotes not included. */
  readonly strings: readonly Range[]
}

/** Beginnings of template syntax, longest first. */
const opening = /\{\{[<%]|\{\{|\{%|\{#|\{\/\*|\{::comment\}/g

const closings: Readonly<Record<string, string>> = {
  '{{<': '>}}',
  '{{%': '%}}',
  '{{': '}}',
  '{%': '%}',
  '{#': '#}',
  '{/*': '*/}',
  '{::comment}': '{:/comment}'
}

const hugoDelimiter = /^\{\{[<%]$/
const commentDelimiter = /^\{(?:#|\/\*|::comment\})$/

/** Tags whose content is text that shows nothing of the post: comments and samples of code. */
const hiddenContent = /^(?:comment|highlight|code|codeblock|prism|mermaid|katex|math)$/
/** Tags in whose content no other tag is read, up to their end tag. */
const unreadContent = new RegExp(`^(?:raw|verbatim)$|${hiddenContent.source}`)

/**
 * Finds template syntax by position in the text of a post.
 *
 * @param language `auto` reads Nunjucks, Liquid and Hugo alike: their delimiters differ.
 */
export function readTemplates(
  text: string,
  language: TemplateLanguage | 'auto' | 'none'
): readonly Template[] {
  if (language === 'none' || !/\{[{%#/:]/.test(text)) return []
  const found: Template[] = []
  const finder = new ClosingFinder(text)
  opening.lastIndex = 0
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const start = match.index
    const delimiter = delimiterOf(match[0], language)
    if (delimiter === undefined) continue
    const bodyStart = start + delimiter.length
    const bodyEnd = finder.find(delimiter, bodyStart)
    opening.lastIndex = bodyStart
    if (bodyEnd === undefined) continue
    const template = templateOf(text, delimiter, {start: bodyStart, end: bodyEnd}, language)
    found.push(template)
    opening.lastIndex = template.end
    if (template.kind !== 'tag' || !unreadContent.test(template.name)) continue
    const end = endOfContent(text, template)
    if (end === undefined) continue
    if (hiddenContent.test(template.name)) {
      found.push({...template, kind: 'comment', name: '', strings: [], start: template.end, end})
    }
    opening.lastIndex = end
  }
  return found
}

/**
 * Finds tags that begin and don't end.
 *
 * @param templates Those that the text has, in order.
 * @returns For each, the offsets from its beginning to the end of its line.
 */
export function findUnfinished(
  text: string,
  templates: readonly Template[],
  language: TemplateLanguage | 'auto'
): readonly Range[] {
  const found: Range[] = []
  let next = 0
  let unreadUpTo = 0
  for (const match of text.matchAll(/\{\{[<%]|\{%/g)) {
    const start = match.index
    if (delimiterOf(match[0], language) !== match[0]) continue
    for (let template = templates[next]; template && template.end <= start; ) {
      if (unreadContent.test(template.name)) {
        unreadUpTo = Math.max(unreadUpTo, endOfContent(text, template) ?? 0)
      }
      template = templates[++next]
    }
    if (start < unreadUpTo || (templates[next]?.start ?? Number.POSITIVE_INFINITY) <= start)
      continue
    const length = /^[^\r\n]*/.exec(text.slice(start, start + 1000))?.[0].trimEnd().length ?? 0
    found.push({start, end: start + length})
  }
  return found
}

/** What a beginning means in a language: for Nunjucks, `{{<` is an output that begins with `<`. */
function delimiterOf(written: string, language: TemplateLanguage | 'auto'): string | undefined {
  if (hugoDelimiter.test(written)) {
    return language === 'hugo' || language === 'auto' ? written : '{{'
  }
  return language === 'hugo' && !/^\{[/:]/.test(written) ? undefined : written
}

/** Finds where template syntax ends; looks at no stretch of the text again and again. */
class ClosingFinder {
  readonly #text: string
  /** Delimiters of which none follows any more. */
  readonly #none = new Set<string>()

  constructor(text: string) {
    this.#text = text
  }

  /** The end of the body that begins at an offset, if the same syntax doesn't begin anew before. */
  find(delimiter: string, from: number): number | undefined {
    const closing = closings[delimiter] ?? '}}'
    if (this.#none.has(closing)) return undefined
    const first = this.#text.indexOf(closing, from)
    if (first < 0) {
      this.#none.add(closing)
      return undefined
    }
    // A heading's id, `{#name}`, is no comment.
    if (delimiter === '{#' && /^[\w-]+\}/.test(this.#text.slice(from, from + 80))) return undefined
    const body = this.#text.slice(from, first)
    const isComment = commentDelimiter.test(delimiter)
    if (!isComment && body.includes(delimiter)) return undefined
    if (isComment || areQuotesEven(body)) return first
    // The closing delimiter may stand in a string; then the line has another.
    const second = this.#text.indexOf(closing, first + closing.length)
    if (second < 0) return first
    const longer = this.#text.slice(from, second)
    return /[\r\n]/.test(longer) || !areQuotesEven(longer) ? first : second
  }
}

/** Whether all strings in a tag are closed; an apostrophe in a word opens none. */
function areQuotesEven(body: string): boolean {
  return !/["']/.test(body.replace(/"[^"]*"|(?<!\w)'[^']*'|(?<=\w)'/g, ''))
}

function endOfContent(text: string, {name, end, language}: Template): number | undefined {
  const pattern =
    language === 'hugo'
      ? new RegExp(`\\{\\{[<%]\\s*/\\s*${name}\\s*[>%]\\}\\}`, 'g')
      : new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, 'g')
  pattern.lastIndex = end
  return pattern.exec(text)?.index
}

function templateOf(
  text: string,
  delimiter: string,
  body: Range,
  language: TemplateLanguage | 'auto'
): Template {
  const written = text.slice(body.start, body.end)
  const isHugo = hugoDelimiter.test(delimiter)
  const kind =
    commentDelimiter.test(delimiter) || /^-?\s*\/\*/.test(written)
      ? 'comment'
      : isHugo || delimiter === '{%'
        ? 'tag'
        : 'output'
  const strings = [...written.matchAll(/"([^"]*)"|(?<!\w)'([^']*)'/g)].map((string) => ({
    start: body.start + string.index + 1,
    end: body.start + string.index + string[0].length - 1
  }))
  const [, slash = '', word = ''] = /^[-\s]*(\/?)\s*([/\w.-]*\w)/.exec(written) ?? []
  return {
    kind,
    language: isHugo ? 'hugo' : language === 'liquid' ? 'liquid' : 'nunjucks',
    name: kind === 'tag' ? slash + word : '',
    strings: kind === 'comment' ? [] : strings,
    start: body.start - delimiter.length,
    end: body.end + (closings[delimiter] ?? '').length
  }
}

/** Whether a value is written by a template in whole or in part, so that nobody knows it here. */
export function hasTemplate(value: string): boolean {
  return /\{[{%#]|<%|\$\{|^\s*\{/.test(value)
}
