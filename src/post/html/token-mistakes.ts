import type {Finding} from '../../rule.js'
import type {HtmlAttribute, HtmlParseError, HtmlStartTag, HtmlToken, HtmlView} from '../html.js'
import type {Range, Source} from '../source.js'
import {attributeMeant, elementsMeant} from './misnamed.js'
import {tagText} from './tag-text.js'

type TokenMistake = Finding<'episode-html-malformed'>

const curlyValue = /^[“”„‟«»‘’‚″].*$/

/**
 * What is wrong within tags, comments and text: the tokenizer's errors (WHATWG HTML §13.2.2) in the
 * author's terms, one for each tag, and what it doesn't call an error but never is meant.
 *
 * Left out is what browsers and Markdown put up with and no reader can notice: `<!-->`, `=` in a
 * value without quotes, processing instructions, odd characters.
 */
export function* readTokenMistakes(source: Source, html: HtmlView): Generator<TokenMistake> {
  yield* misnamed(source, html)
  for (const token of html.tokens) {
    if (token.kind !== 'start') continue
    yield* unquotedWords(source, token)
    for (const attribute of token.attributes) {
      const mistake =
        curlyQuotes(source, attribute) ??
        escapes(source, attribute) ??
        spacedIdentifier(source, attribute)
      if (mistake) yield mistake
    }
  }
  let index = 0
  let told: HtmlToken | undefined
  for (const error of html.errors) {
    let token = html.tokens[index]
    while (token && token.end <= error.offset) token = html.tokens[++index]
    if (token && token.start > error.offset) token = undefined
    if (token && token === told && error.code !== 'duplicate-attribute') continue
    // Of the branches of a template within a tag, the engine keeps one.
    if (token && /\{%-?\s*(?:if|unless|case)\b/.test(source.slice(token))) continue
    const mistake = mistakeOf(source, error, token)
    if (!mistake) continue
    yield mistake
    told = token
  }
}

function mistakeOf(
  source: Source,
  {code, offset, located}: HtmlParseError,
  token: HtmlToken | undefined
): TokenMistake | undefined {
  const {text} = source
  const before = (pattern: RegExp): RegExpExecArray | null =>
    pattern.exec(text.slice(Math.max(token?.start ?? located.start, offset - 200), offset))
  const character: Range = {start: offset, end: offset + 1}
  switch (code) {
    case 'eof-in-tag':
    case 'eof-before-tag-name': {
      const open = openQuote(source, {start: offset, end: located.end})
      if (open) return {range: open, message: 'openQuote', values: {name: source.slice(open)}}
      const written = /^<\/?[a-zA-Z][^\s/>]*/.exec(text.slice(offset, located.end))?.[0]
      if (!written) return literalBracket(source, offset)
      const range = {start: offset, end: offset + written.length}
      return {range, message: 'unfinishedTag', values: {text: written}}
    }
    case 'eof-in-comment': {
      const range = {start: offset, end: offset + 4}
      return {range, message: 'unfinishedComment', values: {text: source.slice(range)}}
    }
    case 'duplicate-attribute':
      return token?.kind === 'start' ? duplicateAttribute(source, offset, token) : undefined
    case 'end-tag-with-attributes':
    case 'end-tag-with-trailing-solidus': {
      if (token?.kind !== 'end') return undefined
      const tag = tagText(source, token)
      const range = {start: token.start, end: token.end}
      return {range, message: 'endTagExtra', values: {tag}, expected: [tag], fix: 'safe'}
    }
    case 'missing-end-tag-name':
      return {range: {start: offset - 2, end: offset + 1}, message: 'emptyEndTag', values: {}}
    case 'invalid-first-character-of-tag-name':
      return literalBracket(source, offset - 1)
    case 'incorrectly-opened-comment':
    case 'cdata-in-html-content': {
      const start = text.lastIndexOf('<!', offset)
      const written = /^<!(?:\[CDATA\[|-|\w*)/.exec(text.slice(start, located.end))?.[0] ?? '<!'
      const range = {start, end: start + written.length}
      return {range, message: 'bogusComment', values: {text: written}}
    }
    case 'incorrectly-closed-comment': {
      const start = text.lastIndexOf('--!>', offset + 1)
      const range = {start, end: start + 4}
      const values = {text: source.slice(range)}
      return {range, message: 'commentEnd', values, expected: ['-->'], fix: 'safe'}
    }
    case 'nested-comment': {
      const start = text.lastIndexOf('<!--', offset)
      return {range: {start, end: start + 4}, message: 'nestedComment', values: {}}
    }
    case 'missing-semicolon-after-character-reference': {
      const written = token?.kind === 'text' ? before(/&#?[a-zA-Z0-9]+$/)?.[0] : undefined
      if (!written) return undefined
      const range = {start: offset - written.length, end: offset}
      const values = {text: written}
      return {range, message: 'characterReference', values, expected: [`${written};`], fix: 'safe'}
    }
    default:
  }
  if (token?.kind !== 'start') return undefined
  const open = openQuote(source, token)
  const tag = tagText(source, token)
  switch (code) {
    case 'missing-attribute-value': {
      const written = before(/[^\s"'<>/=]+\s*=\s*$/)?.[0]
      if (!written) return undefined
      const range = {start: offset - written.length, end: offset}
      return {range, message: 'missingValue', values: {name: written.replace(/\s*=\s*$/, '')}}
    }
    case 'missing-whitespace-between-attributes': {
      if (open) return {range: open, message: 'openQuote', values: {name: source.slice(open)}}
      const name = /^[^\s"'<>/=]+/.exec(text.slice(offset, token.end))?.[0]
      if (!name)
        return {
          range: character,
          message: 'strayCharacter',
          values: strayValues(source, character, tag)
        }
      const range = {start: offset, end: offset}
      return {range, message: 'noSpace', values: {name}, expected: [' '], fix: 'safe'}
    }
    case 'unexpected-character-in-attribute-name':
    case 'unexpected-character-in-unquoted-attribute-value':
    case 'unexpected-equals-sign-before-attribute-name':
    case 'unexpected-solidus-in-tag': {
      if (open) return {range: open, message: 'openQuote', values: {name: source.slice(open)}}
      const values = strayValues(source, character, tag)
      if (code.includes('unquoted') && values.character === '=') return undefined
      return {range: character, message: 'strayCharacter', values}
    }
    default:
      return undefined
  }
}

function strayValues(
  source: Source,
  range: Range,
  tag: string
): {readonly character: string; readonly tag: string} {
  return {character: source.slice(range), tag}
}

function literalBracket(source: Source, offset: number): TokenMistake | undefined {
  const range = {start: offset, end: offset + 1}
  if (source.slice(range) !== '<') return undefined
  // `{'<'}` is what JSX has for the sign.
  if (/\{["'`]$/.test(source.text.slice(Math.max(0, offset - 2), offset))) return undefined
  return {range, message: 'literalBracket', values: {text: '<'}, expected: ['&lt;'], fix: 'safe'}
}

/** Elements and attributes whose names have a slip in them; drawings and formulas have names of their own. */
function* misnamed(source: Source, {tokens}: HtmlView): Generator<TokenMistake> {
  const drawings: string[] = []
  const names = {start: new Set<string>(), end: new Set<string>()}
  for (const token of tokens) if ('name' in token) names[token.kind].add(token.name)
  for (const token of tokens) {
    if (token.kind !== 'start' && token.kind !== 'end') continue
    const {kind, name, nameRange: range} = token
    if (/^(?:svg|math)$/.test(name)) {
      if (kind === 'end') drawings.pop()
      else if (!token.selfClosing) drawings.push(name)
    }
    if (drawings.length > 0) continue
    const expected = elementsMeant(name)
    // Without its other tag, it is no element but a word (see `isWord`).
    if (expected.length > 0 && names[kind === 'start' ? 'end' : 'start'].has(name)) {
      const values = {name: source.slice(range), expected: expected.join(' / ')}
      yield {range, message: 'unknownElement', values, expected}
    }
    if (kind === 'end') continue
    for (const {name: written, start} of token.attributes) {
      const right = attributeMeant(name, written)
      // `oallowfullscreen` beside `allowfullscreen` is one browser's own name of old.
      if (right === undefined || token.attributes.some((d) => d.name === right)) continue
      const place = {start, end: start + written.length}
      const values = {name: source.slice(place), expected: right}
      yield {range: place, message: 'unknownAttribute', values, expected: [right]}
    }
  }
}

/** An id with white space in it (WHATWG HTML §3.2.6): no link leads there. */
function spacedIdentifier(
  source: Source,
  {name, valueRange: range}: HtmlAttribute
): TokenMistake | undefined {
  const written = source.slice(range)
  if (name !== 'id' || !/^[\p{L}\p{N}]\S*(?:[ \t]+[\p{L}\p{N}]\S*)+$/u.test(written))
    return undefined
  const expected = written.replace(/\s+/g, '-')
  return {range, message: 'spacedId', values: {text: written}, expected: [expected]}
}

const spokenAttribute = /^(?:alt|title|aria-label|placeholder)$/
const booleanAttribute =
  /^(?:allowfullscreen|async|autoplay|checked|controls|default|defer|disabled|download|hidden|inert|ismap|loop|multiple|muted|open|playsinline|readonly|required|reversed|selected)$/

/** Words of an alternative text without quotation marks: browsers take all but the first for attributes. */
function* unquotedWords(source: Source, {attributes}: HtmlStartTag): Generator<TokenMistake> {
  for (const [index, {name, valueRange}] of attributes.entries()) {
    const isQuoted = /["']/.test(source.text.charAt(valueRange.start - 1))
    if (!spokenAttribute.test(name) || isQuoted || valueRange.end === valueRange.start) continue
    const rest = attributes.slice(index + 1)
    const after = rest.findIndex(
      (d) => source.slice(d).includes('=') || booleanAttribute.test(d.name)
    )
    const last = rest.slice(0, after < 0 ? rest.length : after).at(-1)
    if (!last) continue
    const range = {start: valueRange.start, end: last.end}
    const values = {name, value: source.slice(range)}
    yield {range, message: 'unquoted', values, expected: [`"${values.value}"`], fix: 'safe'}
  }
}

function curlyQuotes(source: Source, attribute: HtmlAttribute): TokenMistake | undefined {
  const {name, value, valueRange: range} = attribute
  if (source.text.charAt(range.start - 1) !== '=' || !curlyValue.test(value)) return undefined
  const inner = /^[“”„‟«»‘’‚″]([^“”„‟«»‘’‚″"]*)[“”„‟«»‘’‚″]$/.exec(source.slice(range))?.[1]
  if (inner === undefined) return {range, message: 'curlyQuotes', values: {name}}
  return {range, message: 'curlyQuotes', values: {name}, expected: [`"${inner}"`], fix: 'safe'}
}

/** Attributes whose values browsers compare or follow, so that a sign too many is another value. */
const exactAttribute = /^(?:class|id|name|href|src|target|rel|type|for|width|height)$/

/** Backslashes of Markdown: in a tag nothing takes them away (CommonMark 0.31 §2.4). */
function escapes(
  source: Source,
  {name, valueRange: range}: HtmlAttribute
): TokenMistake | undefined {
  const value = source.slice(range)
  if (!exactAttribute.test(name) || !value.includes('\\')) return undefined
  const expected = value.replace(/\\([_*~#[\]-])/g, '$1')
  if (expected === value) return undefined
  return {range, message: 'escapedValue', values: {name, value}, expected: [expected], fix: 'safe'}
}

/** An attribute that the tag has had before; the tokenizer drops it. */
function duplicateAttribute(
  source: Source,
  offset: number,
  tag: Extract<HtmlToken, {kind: 'start'}>
): TokenMistake | undefined {
  const name = /[^\s"'<>/=]+$/.exec(source.text.slice(tag.start, offset))?.[0]
  if (!name) return undefined
  const rest = /^\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/.exec(source.text.slice(offset, tag.end))
  const start = offset - name.length
  const end = offset + (rest?.[0].length ?? 0)
  const values = {name, tag: tagText(source, tag)}
  const kept = tag.attributes.find((d) => d.name === name.toLowerCase())
  const value = rest?.[1] ?? rest?.[2] ?? rest?.[3] ?? ''
  if (!kept || source.slice(kept.valueRange) !== value) {
    return {range: {start, end}, message: 'duplicateAttribute', values}
  }
  const space = /[ \t]*$/.exec(source.text.slice(tag.start, start))?.[0].length ?? 0
  const range = {start: start - space, end}
  return {range, message: 'duplicateAttribute', values, expected: [''], fix: 'safe'}
}

/**
 * The name of the attribute whose quotation mark isn't closed, so that its value runs over tags: the
 * first quoted value that holds a `<`, or that no mark ends.
 */
function openQuote(source: Source, tag: Range): Range | undefined {
  const attribute = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)("?)|'([^']*)('?))/g
  for (const match of source.slice(tag).matchAll(attribute)) {
    const [, name = '', double, doubleEnd, single, singleEnd] = match
    const value = double ?? single ?? ''
    if (value.includes('<') || (doubleEnd ?? singleEnd) === '') {
      const start = tag.start + match.index
      return {start, end: start + name.length}
    }
  }
  return undefined
}
