import {type ParsedExample, parseExample} from './examples.js'
import type {Example, Pillar, Rule} from './rule.js'

/** What a rule says of an example: the reasons of its messages, in the order of their places. */
export type ReasonsOf = (rule: Rule, example: Example) => readonly string[]

const pillarTitles: Readonly<Record<Pillar, string>> = {
  metadata: 'Metadata',
  'alternative-text': 'Alternative text',
  lists: 'Lists',
  names: 'Names',
  html: 'HTML and templates',
  links: 'Links and damaged text',
  upkeep: 'Upkeep'
}

/**
 * A rule's page of documentation, in Markdown, made from nothing but its specification.
 *
 * @param reasonsOf Runs the rule on an example; without it the page shows what is marked but not
 *   what is said of it.
 */
export function rulePage(rule: Rule, reasonsOf?: ReasonsOf): string {
  const parsed = rule.examples.map((example) => ({example, marks: parseExample(example.text)}))
  const wrong = parsed.filter(({marks}) => marks.findings.length > 0)
  const right = parsed.filter(({marks}) => marks.findings.length === 0)
  return `${[
    `# ${rule.id}`,
    rule.summary,
    `${pillarTitles[rule.pillar]} · on by default as a warning · ${fixWords(rule)}`,
    '## Why',
    rule.why.trim(),
    ...(rule.standards.length > 0
      ? ['It follows:', rule.standards.map(({name, url}) => `- [${name}](${url})`).join('\n')]
      : []),
    ...optionsSection(rule),
    '## Found',
    ...wrong.flatMap(({example, marks}) => exampleSection(rule, example, marks, reasonsOf)),
    '## Not found',
    ...right.flatMap(({example, marks}) => exampleSection(rule, example, marks, reasonsOf)),
    '## Turning it off',
    `For the whole site, in the configuration: \`rules: {${rule.id}: false}\`. For one place, with a comment before it:`,
    fenced(`<!--lint ignore ${rule.id}-->`, 'html')
  ].join('\n\n')}\n`
}

/** The page that lists all rules. */
export function rulesIndex(rules: readonly Rule[]): string {
  const sections = Object.entries(pillarTitles).flatMap(([pillar, title]) => {
    const ofPillar = rules.filter((rule) => rule.pillar === pillar)
    return ofPillar.length === 0 ? [] : [`## ${title}`, rulesTable(ofPillar, '')]
  })
  return `${[
    '# Rules',
    'All rules are on by default, as warnings. 🔧 has fixes that `--fix` makes; 💡 has suggestions that an editor offers.',
    ...sections
  ].join('\n\n')}\n`
}

/**
 * A table with a row for each rule.
 *
 * @param folder Where the rules' pages are, seen from the page that holds the table; ends with `/`
 *   unless empty.
 */
export function rulesTable(rules: readonly Rule[], folder: string): string {
  const rows = rules.map(
    (rule) => `| [${rule.id}](${folder}${rule.id}.md) | ${cell(rule.summary)} | ${fixMarks(rule)} |`
  )
  return ['| rule | finds | |', '| --- | --- | --- |', ...rows].join('\n')
}

function strengths(rule: Rule): Set<string | undefined> {
  return new Set(
    rule.examples.flatMap((example) => parseExample(example.text).findings.map(({fix}) => fix))
  )
}

function fixWords(rule: Rule): string {
  const has = strengths(rule)
  const words = [
    ...(has.has('safe') ? ['🔧 `--fix` mends what is certain'] : []),
    ...(has.has('suggestion') ? ['💡 suggestions in the editor'] : [])
  ]
  return words.length === 0 ? 'no fix: only a person knows what belongs there' : words.join(' · ')
}

function fixMarks(rule: Rule): string {
  const has = strengths(rule)
  return `${has.has('safe') ? '🔧' : ''}${has.has('suggestion') ? '💡' : ''}`
}

function optionsSection(rule: Rule): string[] {
  const options = Object.entries(rule.options)
  if (options.length === 0) return []
  const defaults = new Map<string, unknown>(Object.entries(rule.defaults))
  const rows = options.map(([name, {schema, description}]) => {
    const value = JSON.stringify(defaults.get(name)) ?? 'none'
    return `| \`${name}\` | ${cell(typeWords(schema))} | ${cell(`\`${value}\``)} | ${cell(description)} |`
  })
  return [
    '## Options',
    ['| option | type | default | |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    fenced(`rules:\n  ${rule.id}: [warn, {${options[0]?.[0]}: …}]`, 'yaml')
  ]
}

function typeWords(schema: Readonly<Record<string, unknown>>): string {
  if (Array.isArray(schema.enum))
    return schema.enum.map((d) => `\`${JSON.stringify(d)}\``).join(', ')
  const type = Array.isArray(schema.type) ? schema.type.join(' or ') : String(schema.type ?? 'any')
  return type === 'array' ? 'list' : type
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replace(/\s*\n\s*/g, ' ')
}

function exampleSection(
  rule: Rule,
  example: Example,
  {text, findings}: ParsedExample,
  reasonsOf: ReasonsOf | undefined
): string[] {
  const reasons = reasonsOf?.(rule, example) ?? []
  const rows = findings.map(({range, actual, expected, fix}, index) => {
    const line = text.slice(0, range.start).split('\n').length
    const what = reasons[index] ?? (actual === '' ? 'something is missing here' : codeSpan(actual))
    const shown = expected.map((d) => (d === '' ? 'nothing' : codeSpan(d))).join(' or ')
    const help = expected.length === 0 ? '' : fix === 'safe' ? ` → ${shown}` : ` → perhaps ${shown}`
    return `- Line ${line}: ${what}${help}`
  })
  const settings = {...example.settings, ...(example.options ? {options: example.options} : {})}
  const context = [
    ...(example.path ? [`File: \`${example.path}\`.`] : []),
    ...(Object.keys(settings).length > 0 ? [`With \`${JSON.stringify(settings)}\`.`] : [])
  ].join(' ')
  return [
    `### ${example.name}`,
    ...(context ? [context] : []),
    fenced(text.replace(/\n$/, ''), 'markdown'),
    ...(rows.length > 0 ? [rows.join('\n')] : [])
  ]
}

/** Text as a code span, line ends shown (CommonMark 0.31 §6.1). */
function codeSpan(text: string): string {
  const line = text.replace(/\r?\n/g, '⏎')
  const fence = '`'.repeat(Math.max(0, ...(line.match(/`+/g) ?? []).map((d) => d.length)) + 1)
  const space = line.startsWith('`') || line.endsWith('`') ? ' ' : ''
  return `${fence}${space}${line}${space}${fence}`
}

function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...(text.match(/`{3,}/g) ?? []).map((d) => d.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${language}\n${text}\n${fence}`
}
