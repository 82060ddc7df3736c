import {execFileSync} from 'node:child_process'
import {existsSync, mkdirSync, rmSync} from 'node:fs'
import path from 'node:path'
import {fileURLToPath} from 'node:url'
import {HtmlRenderer, Parser} from 'commonmark'
import {parseFragment, serialize} from 'parse5'
import type {VFileMessage} from 'vfile-message'
import {describe, expect, it} from 'vitest'
import {lint, temporaryFolder} from './lint.js'
import {type Surprise, surprises} from './surprises.js'

const docs = fileURLToPath(new URL('../docs/', import.meta.url))

/** What the reference implementation of CommonMark makes of a text. */
function commonMark(markdown: string): string {
  return new HtmlRenderer().render(new Parser().parse(markdown)).trimEnd()
}

/** What a browser builds of a page, written out again. */
function browser(html: string): string {
  return serialize(parseFragment(html)).trimEnd()
}

/** Code in a cell of a table, on one line. */
function cell(text: string): string {
  const line = text.replaceAll('\n', '↵').replaceAll('|', '\\|')
  const fence = '`'.repeat(Math.max(0, ...[...line.matchAll(/`+/g)].map((d) => d[0].length)) + 1)
  const space = /^`|`$/.test(line) ? ' ' : ''
  return `${fence}${space}${line}${space}${fence}`
}

function findingsOf(markdown: string): readonly VFileMessage[] {
  return lint(markdown, {schema: false}).filter((d) => /html|shortcode/.test(d.ruleId ?? ''))
}

function row({markdown, sees, picture}: Surprise, index: number): string {
  const html = commonMark(markdown)
  const built = browser(html)
  const said = findingsOf(markdown).map(
    ({reason, ruleId}) => `${reason.replaceAll('|', '\\|')} ([${ruleId}](rules/${ruleId}.md))`
  )
  const image = picture
    ? `<br>![In a browser: ${sees.replace(/[`*]/g, '')}](pictures/${picture}.png)`
    : ''
  return `| ${[
    index + 1,
    cell(markdown),
    cell(html),
    built === html ? 'the same' : cell(built),
    `${sees.replaceAll('|', '\\|')}${image}`,
    said.length > 0 ? said.join('<br>') : 'nothing'
  ].join(' | ')} |`
}

/** A page with what is written on the left and what a browser makes of it on the right. */
function pictureOf(markdown: string): string {
  const written = markdown.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 8px; display: flex; gap: 8px; font: 16px/1.4 sans-serif }
    pre, div.page { flex: 1; margin: 0; padding: 8px; border: 1px solid #999; white-space: pre-wrap }
    pre { background: #f2f2f2; font: 14px/1.4 monospace }
    div.page { white-space: normal }
    .page p { margin: 0 0 8px; outline: 1px dashed #c33; min-height: 8px }
    .page main { outline: 2px solid #36c }
  </style><pre>${written}</pre><div class="page">${commonMark(markdown)}</div>`
}

function takePicture(html: string, file: string): void {
  const folder = temporaryFolder({'page.html': html})
  try {
    execFileSync(
      process.env.CHROMIUM ?? 'chromium',
      [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        `--user-data-dir=${path.join(folder, 'profile')}`,
        '--window-size=640,170',
        '--hide-scrollbars',
        `--screenshot=${file}`,
        `file://${path.join(folder, 'page.html')}`
      ],
      {stdio: 'ignore'}
    )
  } finally {
    rmSync(folder, {recursive: true})
  }
}

describe('docs/surprises.md', () => {
  it('says what CommonMark, browsers and the rules make of each case', async () => {
    const page = `# What surprises in Markdown with HTML

Two standards decide what readers see: [CommonMark](https://spec.commonmark.org/0.31.2/) says what is HTML and what is text, and [HTML](https://html.spec.whatwg.org/multipage/parsing.html) says what a browser builds of the tags. The third column is what the reference implementation of CommonMark prints, the fourth what a browser’s parser builds of that, the last what \`remark-lint-episode\` says. A test makes this table; \`↵\` is the end of a line.

| | you write | CommonMark makes | a browser builds | readers see | we say |
| --- | --- | --- | --- | --- | --- |
${surprises.map(row).join('\n')}

The pictures are from Chromium: what is written on the left, the page on the right, paragraphs in dashed lines, \`<main>\` in blue. \`npm run pictures\` makes them anew.
`
    await expect(page).toMatchFileSnapshot(`${docs}surprises.md`)
  })

  it.runIf(process.env.CHROMIUM)('shows what a browser shows', {timeout: 120_000}, () => {
    mkdirSync(`${docs}pictures`, {recursive: true})
    for (const {markdown, picture} of surprises) {
      if (picture) takePicture(pictureOf(markdown), `${docs}pictures/${picture}.png`)
    }
  })

  it('shows pictures that are there', () => {
    for (const {picture} of surprises) {
      if (picture) expect(existsSync(`${docs}pictures/${picture}.png`), picture).toBe(true)
    }
  })
})
