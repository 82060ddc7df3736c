import type {Range} from './source.js'

/** Template languages that episode posts are written with. */
export type TemplateLanguage = 'nunjucks' | 'liquid' | 'hugo'

/** A template tag, output or comment, delimiters included. */
export interface Template extends Range {
  readonly kind: 'tag' | 'output' | 'comment'
  readonly language: TemplateLanguage
  /** The tag's first word (`transcription`, `endtranscription`, `youtube`…), else empty. */
  readonly name: string
  /** Strings among the tag's arguments, quotes not included. */
  readonly strings: readonly Range[]
}

const nunjucksOrLiquid = /\{%-?([\s\S]*?)-?%\}|\{\{-?([\s\S]*?)-?\}\}|\{#-?([\s\S]*?)-?#\}/g
const hugo = /\{\{<([\s\S]*?)>\}\}|\{\{%([\s\S]*?)%\}\}/g

/**
 * Finds template syntax by position in the text of a post.
 *
 * @param language `auto` reads Nunjucks, Liquid and Hugo alike: their delimiters differ.
 */
export function readTemplates(
  text: string,
  language: TemplateLanguage | 'auto' | 'none'
): readonly Template[] {
  if (language === 'none' || !/\{[{%#]/.test(text)) return []
  const found: Template[] = []
  if (language === 'hugo' || language === 'auto') {
    for (const match of text.matchAll(hugo)) {
      const body = match[1] ?? match[2] ?? ''
      const comment = /^\s*\/\*/.test(body)
      found.push(templateOf(match, body, comment ? 'comment' : 'tag', 'hugo'))
    }
  }
  if (language !== 'hugo') {
    for (const match of text.matchAll(nunjucksOrLiquid)) {
      const body = match[1] ?? match[2] ?? match[3] ?? ''
      const kind = match[1] === undefined ? (match[2] === undefined ? 'comment' : 'output') : 'tag'
      const overlaps = found.some(
        (d) => d.start < match.index + match[0].length && match.index < d.end
      )
      if (!overlaps) {
        found.push(templateOf(match, body, kind, language === 'liquid' ? 'liquid' : 'nunjucks'))
      }
    }
  }
  return found.sort((a, b) => a.start - b.start)
}

function templateOf(
  match: RegExpExecArray,
  body: string,
  kind: Template['kind'],
  language: TemplateLanguage
): Template {
  const start = match.index
  const bodyStart = start + match[0].indexOf(body)
  const strings = [...body.matchAll(/"([^"]*)"|'([^']*)'/g)].map((string) => ({
    start: bodyStart + string.index + 1,
    end: bodyStart + string.index + string[0].length - 1
  }))
  return {
    kind,
    language,
    name: kind === 'tag' ? (/^\s*([/\w.-]+)/.exec(body)?.[1] ?? '') : '',
    strings: kind === 'comment' ? [] : strings,
    start,
    end: start + match[0].length
  }
}

/** Whether a value is written by a template in whole or in part, so that nobody knows it here. */
export function hasTemplate(value: string): boolean {
  return /\{[{%#]|<%|\$\{|^\s*\{/.test(value)
}
