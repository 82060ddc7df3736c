import {createHash} from 'node:crypto'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import type {Locale} from '../messages/catalogue.js'
import {excerptOf, linesOf, visible} from './excerpt.js'
import {script, style} from './html-page.js'
import {pageWords} from './html-words.js'
import type {ReporterOptions} from './index.js'
import {messagesOf, pathIn, regionOf} from './places.js'
import {words} from './words.js'

type Say = (typeof pageWords)[Locale]

/** The findings as one page that needs nothing else: for people without a terminal. */
export default function reportHtml(
  files: readonly VFile[],
  {locale = 'en', root, silent}: ReporterOptions = {}
): string {
  const say = pageWords[locale]
  const posts = files.map((file) => ({
    file,
    name: pathIn(file, root),
    messages: messagesOf(file, silent)
  }))
  const found = posts.flatMap((post) => post.messages)
  const clean = posts.filter((post) => post.messages.length === 0)
  const told = new Set<string>()
  const summary = words[locale].summary({
    findings: found.length,
    errors: found.filter((message) => message.fatal).length,
    posts: posts.length - clean.length,
    checked: posts.length,
    fixable: found.filter((message) => message.fix === 'safe').length
  })
  const sections = posts
    .filter((post) => post.messages.length > 0)
    .map(({file, name, messages}) => {
      const lines = linesOf(file)
      const findings = messages.map((message) => {
        const rule = ruleOf(message)
        const isFirst = !told.has(rule)
        told.add(rule)
        return findingOf(message, lines, locale, isFirst)
      })
      return `<details class="post" open>
<summary><h2>${text(name)}</h2> <span class="count" aria-label="${text(say.findings(messages.length))}">${messages.length}</span></summary>
${findings.join('\n')}
</details>`
    })
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src '${hashOf(script)}'`
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="${text(policy)}">
<title>${text(say.title)}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${text(say.title)}</h1>
<p class="summary">${text(summary)}</p>
</header>
<main>
${found.length > 0 ? filters(found, say) : ''}
${sections.join('\n')}
${clean.length > 0 ? cleanList(clean, say) : ''}
</main>
${found.length > 0 ? `<script>${script}</script>` : ''}
</body>
</html>
`
}

function filters(found: readonly VFileMessage[], say: Say): string {
  const counts = new Map<string, number>()
  for (const message of found) {
    const rule = ruleOf(message)
    counts.set(rule, (counts.get(rule) ?? 0) + 1)
  }
  const boxes = [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([rule, count]) =>
        `<label><input type="checkbox" name="rule" value="${text(rule)}" checked> <span>${text(rule)} <span class="count">${count}</span></span></label>`
    )
  return `<form class="filters" aria-label="${text(say.filters)}" hidden>
<fieldset><legend>${text(say.rules)}</legend>
<div class="rules"><label><input type="checkbox" name="all" checked> <span>${text(say.allRules)} <span class="count">${found.length}</span></span></label>
${boxes.join('\n')}</div></fieldset>
<div><label for="search">${text(say.search)}</label><input type="search" id="search"></div>
<p class="shown" role="status" data-one="${text(say.shownOne)}" data-many="${text(say.shown)}"></p>
</form>
<p class="no-match" hidden>${text(say.noMatch)}</p>`
}

function findingOf(
  message: VFileMessage,
  lines: readonly string[],
  locale: Locale,
  isFirst: boolean
): string {
  const say = pageWords[locale]
  const {startLine, startColumn} = regionOf(message)
  const rule = text(ruleOf(message))
  const severity = message.fatal ? 'error' : 'warning'
  const link = message.url
    ? `<a href="${text(message.url)}" title="${text(say.about)}">${rule}</a>`
    : rule
  return `<article class="finding ${severity}" data-rule="${rule}">
<h3>${inline(message.reason)}</h3>
<p class="meta"><span class="severity">${text(say[severity])}</span> · ${text(say.line)} ${startLine}:${startColumn} · ${link}</p>
${sourceLine(message, lines)}${replacements(message, locale)}${why(message, say, isFirst)}</article>`
}

function sourceLine(message: VFileMessage, lines: readonly string[]): string {
  const excerpt = excerptOf(message, lines)
  if (!excerpt) return ''
  const {line, before, marked, after} = excerpt
  return `<pre><span class="number">${line}</span><code>${text(before)}<mark>${text(marked)}</mark>${text(after)}</code></pre>\n`
}

function replacements({expected, fix}: VFileMessage, locale: Locale): string {
  if (!expected || expected.length === 0) return ''
  const {remove} = pageWords[locale]
  const say = words[locale]
  const shown = expected.map((replacement) => {
    if (replacement === '') return text(remove)
    if (/^\s+$/.test(replacement)) return text(say.whiteSpace(replacement))
    return `<code>${text(visible(replacement.replace(/\r?\n/g, '⏎')))}</code>`
  })
  return `<p class="fix">${text(fix === 'safe' ? say.fix : say.suggestion)} ${shown.join(` ${text(say.or)} `)}</p>\n`
}

function why({note}: VFileMessage, say: Say, isFirst: boolean): string {
  if (!note) return ''
  return `<details class="why"${isFirst ? ' open' : ''}><summary>${text(say.why)}</summary><p>${inline(note)}</p></details>\n`
}

function cleanList(clean: readonly {readonly name: string}[], say: Say): string {
  const items = clean.map(({name}) => `<li>${text(name)}</li>`)
  return `<section class="clean"><h2>${text(say.clean)} <span class="count">${clean.length}</span></h2>
<ul>
${items.join('\n')}
</ul></section>`
}

function ruleOf(message: VFileMessage): string {
  return message.ruleId ?? message.source ?? 'episode-lint'
}

/** Words with code in back-ticks. */
function inline(words: string): string {
  return text(words).replace(/`([^`]*)`/g, '<code>$1</code>')
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Escapes for content and quoted attributes; controls that HTML forbids show as pictures. */
function text(value: string): string {
  return visible(value)
    .replace(/\p{Noncharacter_Code_Point}|\p{Surrogate}/gu, '\uFFFD')
    .replace(/[&<>"']/g, (character) => references[character] ?? character)
}

function hashOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`
}
