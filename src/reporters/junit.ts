import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import manifest from '../../package.json' with {type: 'json'}
import type {ReporterOptions} from './index.js'
import {messagesOf, pathIn, regionOf} from './places.js'

/**
 * The findings as JUnit test results, which most CI systems show: a suite for each post, a failed
 * case for each finding, a passed case for a post without any.
 *
 * The result obeys both Ant's and Jenkins' schemas: all the attributes and elements that Ant asks
 * for, none that Jenkins doesn't know.
 */
export default function reportJunit(
  files: readonly VFile[],
  {root, silent}: ReporterOptions = {}
): string {
  const timestamp = new Date().toISOString().slice(0, 19)
  const suites = files.map((file, id) => {
    const name = pathIn(file, root)
    const messages = messagesOf(file, silent)
    const cases = messages.map((message) => failedCase(message, name))
    if (cases.length === 0) cases.push(`    <testcase${attributes(caseOf('no findings', name))}/>`)
    const suite = attributes({
      id,
      name,
      package: 'remark-lint-episode',
      hostname: 'localhost',
      timestamp,
      tests: cases.length,
      failures: messages.length,
      errors: 0,
      time: 0
    })
    const version = attributes({name: 'version', value: manifest.version})
    return [
      `  <testsuite${suite}>`,
      `    <properties><property${version}/></properties>`,
      ...cases,
      '    <system-out/>',
      '    <system-err/>',
      '  </testsuite>'
    ].join('\n')
  })
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    ...suites,
    '</testsuites>',
    ''
  ].join('\n')
}

function failedCase(message: VFileMessage, path: string): string {
  const {startLine, startColumn} = regionOf(message)
  const place = `${startLine}:${startColumn}`
  const rule = message.ruleId ?? message.source ?? 'episode-lint'
  const text = [`${path}:${place}`, message.reason, message.note, message.url]
  return [
    `    <testcase${attributes(caseOf(`${place} ${rule}`, path))}>`,
    `      <failure${attributes({type: rule, message: message.reason})}>${escaped(text.filter(Boolean).join('\n'))}</failure>`,
    '    </testcase>'
  ].join('\n')
}

function caseOf(name: string, classname: string) {
  return {name, classname, time: 0}
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('')
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;'
}

/** What XML 1.0 §2.2 allows in no way, not even as a reference: most controls, lone surrogates. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

function escaped(text: string): string {
  return text
    .replace(forbidden, '\uFFFD')
    .replace(/[&<>"'\t\n\r]/g, (character) => references[character] ?? character)
}
