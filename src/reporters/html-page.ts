/** The page's style: no font, picture or colour comes from elsewhere. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf8; --card: #fff; --ink: #1d1b19; --quiet: #5d5852; --line: #dfdad3;
  --link: #1a4fa0; --error: #a8121e; --warning: #7a4b00; --fix: #0c6239;
  --mark: #ffe39a; --code: #f4f1ec;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171614; --card: #201e1c; --ink: #ebe7e1; --quiet: #aaa39a; --line: #3b3733;
    --link: #9cc1ff; --error: #ff9c96; --warning: #f3c169; --fix: #7fd6a6;
    --mark: #66500f; --code: #2a2724;
  }
}
* { box-sizing: border-box }
body {
  margin: 0 auto; max-width: 62rem; padding: 2rem 1.25rem 4rem;
  background: var(--paper); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif;
}
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .25rem }
h2 { font-size: 1.05rem; margin: 0; overflow-wrap: anywhere }
h3 { font-size: 1rem; font-weight: 600; margin: 0; overflow-wrap: anywhere }
a { color: var(--link) }
code, pre, mark { font-family: ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", monospace; font-size: .875rem }
h3 code, .fix code { background: var(--code); border-radius: .25rem; padding: .05rem .3rem; font-weight: 400; white-space: pre-wrap }
.summary { color: var(--quiet); margin: 0 0 1.5rem }
.filters {
  border: 1px solid var(--line); border-radius: .6rem; background: var(--card);
  padding: .75rem 1rem 1rem; margin: 0 0 1.75rem; display: grid; gap: .75rem;
}
.filters[hidden] { display: none }
fieldset { border: 0; margin: 0; padding: 0; min-width: 0 }
legend, .filters label[for] { font-weight: 600; padding: 0 }
.rules { display: flex; flex-wrap: wrap; gap: .35rem 1rem; margin-top: .3rem }
.rules label { display: inline-flex; gap: .4rem; align-items: baseline; cursor: pointer }
.count { color: var(--quiet); font-variant-numeric: tabular-nums }
input[type=search] {
  display: block; width: 100%; margin-top: .3rem; padding: .45rem .6rem; font: inherit;
  color: inherit; background: var(--paper); border: 1px solid var(--quiet); border-radius: .4rem;
}
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.shown { margin: 0; color: var(--quiet) }
.post { border: 1px solid var(--line); border-radius: .6rem; background: var(--card); margin: 0 0 1.25rem }
.post > summary {
  display: flex; gap: .6rem; justify-content: space-between; align-items: baseline;
  padding: .7rem 1rem; cursor: pointer; border-radius: .6rem;
}
.post > summary::before { content: "▸"; color: var(--quiet) }
.post[open] > summary::before { content: "▾" }
.post > summary h2 { flex: 1 }
.finding { border-top: 1px solid var(--line); padding: .9rem 1rem 1rem }
.finding .meta { margin: 0; font-size: .875rem; color: var(--quiet) }
.severity { font-weight: 600 }
.error .severity { color: var(--error) }
.warning .severity { color: var(--warning) }
pre {
  display: flex; gap: .8rem; margin: .55rem 0; padding: .45rem .7rem; background: var(--code);
  border-radius: .4rem; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.6;
}
pre .number { color: var(--quiet); user-select: none; white-space: nowrap }
mark { background: var(--mark); color: inherit; border-bottom: 2px solid var(--warning); border-radius: .15rem; padding: .05rem 0 }
.error mark { border-color: var(--error) }
mark:empty { padding: .05rem .12rem }
.fix { margin: .35rem 0; color: var(--fix) }
.fix code { color: var(--ink) }
.why { margin-top: .35rem }
.why summary { cursor: pointer; color: var(--quiet) }
.why p { margin: .3rem 0 0; max-width: 46rem }
.clean { color: var(--quiet) }
.clean li { overflow-wrap: anywhere }
@media print { .filters { display: none } .finding { break-inside: avoid } }
`

/** Filters by rule and by words; without scripts, the page shows everything. */
export const script = `
const form = document.querySelector('.filters')
form.hidden = false
const all = form.querySelector('[name=all]')
const boxes = [...form.querySelectorAll('[name=rule]')]
const search = form.querySelector('[type=search]')
const shown = form.querySelector('.shown')
const none = document.querySelector('.no-match')
const fold = (text) => text.normalize('NFD').replace(/\\p{Mark}/gu, '').toLowerCase()
const posts = [...document.querySelectorAll('.post')].map((post) => ({
  post,
  findings: [...post.querySelectorAll('.finding')].map((finding) => ({
    finding,
    text: fold(post.querySelector('h2').textContent + ' ' + finding.textContent)
  }))
}))
function update() {
  const rules = new Set(boxes.filter((box) => box.checked).map((box) => box.value))
  const words = fold(search.value).split(/\\s+/).filter(Boolean)
  let count = 0
  for (const {post, findings} of posts) {
    let left = 0
    for (const {finding, text} of findings) {
      const fits = rules.has(finding.dataset.rule) && words.every((word) => text.includes(word))
      finding.hidden = !fits
      if (fits) left++
    }
    post.hidden = left === 0
    post.querySelector('summary .count').textContent = String(left)
    count += left
  }
  none.hidden = count > 0
  shown.textContent = count === 1 ? shown.dataset.one : shown.dataset.many.replace('%', count)
  all.checked = rules.size === boxes.length
  all.indeterminate = rules.size > 0 && !all.checked
}
all.addEventListener('change', () => {
  for (const box of boxes) box.checked = all.checked
  update()
})
form.addEventListener('input', (event) => {
  if (event.target !== all) update()
})
form.addEventListener('submit', (event) => event.preventDefault())
update()
`
