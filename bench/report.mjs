import os from 'node:os'
import {median} from './measure.mjs'

/**
 * @typedef {import('./measure.mjs').Usage} Usage
 * @typedef {{posts: number, bytes: number, usages: Map<string, Usage[]>}} Round
 * @typedef {{
 *   rules: ReturnType<typeof import('./rules.mjs').measureRules>,
 *   editor: Awaited<ReturnType<typeof import('./editor.mjs').measureEditor>>
 * }} InProcess
 */

/** The time on the clock counts; the processors' time tells how much of it a busy machine added. */
const timeFigures = /** @type {const} */ (['wall', 'cpu'])

/**
 * @param {{
 *   rounds: readonly Round[],
 *   inProcess: InProcess | undefined,
 *   started: Date,
 *   titles: ReadonlyMap<string, string>
 * }} measured
 * @returns {string} A page in Markdown.
 */
export function report({rounds, inProcess, started, titles}) {
  return [
    '# How fast it is',
    'Written by `npm run bench`; see `bench/README.md` for what is measured, and how.',
    machine(started),
    '## Against the targets',
    targetsTable(rounds, inProcess),
    ...rounds.flatMap((round) => [
      `## ${round.posts === 1 ? 'One post' : `${round.posts} posts`}, ${megabytes(round.bytes)} MB`,
      roundTable(round, titles)
    ]),
    ...(inProcess ? ['## The rules, on top of parsing', rulesTable(inProcess)] : [])
  ]
    .join('\n\n')
    .concat('\n')
}

/** @param {Date} started */
function machine(started) {
  const cpus = os.cpus()
  return [
    `- Processor: ${cpus[0]?.model.trim() ?? 'unknown'}, ${os.availableParallelism()} cores`,
    `- Memory: ${(os.totalmem() / 2 ** 30).toFixed(0)} GiB`,
    `- System: ${os.type()} ${os.arch()}, Node ${process.version}`,
    `- Date: ${started.toISOString().slice(0, 10)}; load (1 minute) at the end: ${(os.loadavg()[0] ?? 0).toFixed(1)}`
  ].join('\n')
}

/**
 * @param {readonly Round[]} rounds
 * @param {InProcess | undefined} inProcess
 */
export function targetsTable(rounds, inProcess) {
  /** @type {(over: [number, string], under: [number, string], figure?: keyof Usage) => number[]} */
  const ratio = ([posts, id], [otherPosts, otherId], figure) =>
    (figure ? [figure] : timeFigures).map(
      (d) => at(rounds, posts, id, d) / at(rounds, otherPosts, otherId, d)
    )
  /** @type {[what: string, ratios: (number | undefined)[], limit: number][]} */
  const targets = [
    ['one post ÷ parse only', ratio([1, 'cold'], [1, 'parse']), 1.5],
    ['one post ÷ markdownlint-cli2', ratio([1, 'cold'], [1, 'markdownlint']), 1],
    [
      '1,000 posts, no cache ÷ parse only on one core',
      ratio([1000, 'cold'], [1000, 'parse']),
      0.85
    ],
    [
      '1,000 posts, no cache ÷ remark-cli with its schema rule',
      ratio([1000, 'cold'], [1000, 'remark-schema']),
      0.25
    ],
    ['1,000 posts, no cache ÷ markdownlint-cli2', ratio([1000, 'cold'], [1000, 'markdownlint']), 1],
    ['1,000 posts, nothing changed ÷ no cache', ratio([1000, 'cached'], [1000, 'cold']), 0.15],
    [
      '1,000 posts, nothing changed ÷ rumdl without its cache',
      ratio([1000, 'cached'], [1000, 'rumdl']),
      1
    ],
    ['1,000 posts, one changed ÷ no cache', ratio([1000, 'changed'], [1000, 'cold']), 0.2],
    ['10,000 ÷ 1,000 posts, no cache: time', ratio([10_000, 'cold'], [1000, 'cold']), 10.5],
    [
      '10,000 ÷ 1,000 posts, no cache: memory',
      ratio([10_000, 'cold'], [1000, 'cold'], 'memory'),
      1.3
    ],
    ['all rules, 150 names ÷ parsing', [inProcess?.rules.all], 0.35],
    [
      'editor: change of a 60 kB post ÷ parsing it',
      [inProcess && inProcess.editor.answer / inProcess.editor.parse],
      3
    ]
  ]
  const shown = (/** @type {number | undefined} */ value) =>
    value === undefined || Number.isNaN(value) ? '' : value.toFixed(2)
  return table(
    ['what', 'ratio', 'at most', '', 'by processor time'],
    targets.map(([what, [value = Number.NaN, ofProcessor], limit]) => [
      what,
      shown(value),
      String(limit),
      Number.isNaN(value) ? 'not measured' : value <= limit ? 'met' : '**missed**',
      shown(ofProcessor)
    ])
  )
}

/**
 * @param {readonly Round[]} rounds
 * @param {number} posts
 * @param {string} id
 * @param {keyof Usage} figure
 */
function at(rounds, posts, id, figure) {
  return medianOf(rounds.find((d) => d.posts === posts)?.usages.get(id) ?? [], figure)
}

/**
 * @param {readonly Usage[]} usages
 * @param {keyof Usage} figure
 */
function medianOf(usages, figure) {
  return median(usages.map((d) => d[figure] ?? Number.NaN))
}

/**
 * @param {Round} round
 * @param {ReadonlyMap<string, string>} titles
 */
function roundTable({usages}, titles) {
  const floor = medianOf(usages.get('parse') ?? [], 'wall')
  const runs = Math.max(...[...usages.values()].map((d) => d.length))
  const rows = [...usages].map(([id, of]) => {
    const walls = of.map((d) => d.wall)
    return [
      titles.get(id) ?? id,
      (median(walls) / floor).toFixed(2),
      median(walls).toFixed(0),
      `${Math.min(...walls).toFixed(0)}–${Math.max(...walls).toFixed(0)}`,
      medianOf(of, 'cpu').toFixed(0),
      megabytes(medianOf(of, 'memory'))
    ]
  })
  return table(
    [`medians of ${runs}`, '÷ parse only', 'ms', 'from–to', 'processor ms', 'peak MB'],
    rows
  )
}

/** @param {InProcess} inProcess */
function rulesTable({rules, editor}) {
  const rows = [
    ['all rules, 150 names', rules.all ?? Number.NaN],
    ['no rule', rules.none ?? Number.NaN],
    ...[...rules.single]
      .sort((a, b) => b.share - a.share)
      .map(({id, share}) => [`\`${id}\` alone, with the views it needs`, share]),
    ...rules.names.map(({names, share}) => [`names rule, ${names} names, 60 kB`, share])
  ]
  return [
    `Parsing: ${rules.megabytesPerSecond.toFixed(2)} MB/s in a warm process. Editor, 60 kB: parsing ${editor.parse.toFixed(1)} ms, findings ${editor.answer.toFixed(1)} ms after a change.`,
    table(
      ['what', '÷ parsing'],
      rows.map(([what, share]) => [String(what), Number(share).toFixed(3)])
    )
  ].join('\n\n')
}

/** @param {number} bytes */
function megabytes(bytes) {
  return (bytes / 1e6).toFixed(bytes < 1e6 ? 3 : 1)
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows
 */
function table(head, rows) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`
  const rule = head.map((_, index) => (index === 0 ? '---' : '---:'))
  return [line(head), line(rule), ...rows.map(line)].join('\n')
}
