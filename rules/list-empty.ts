import type {ListItem} from '../src/post/lists.js'
import type {Range, Source} from '../src/post/source.js'
import {defineRule} from '../src/rule.js'

export const listEmpty = defineRule({
  id: 'episode-list-empty',
  pillar: 'lists',
  summary: 'Every item of a list says something.',
  why: 'The page shows a bullet or a number with nothing behind it, and a screen reader counts and announces it.',
  standards: [
    {
      name: 'CommonMark 0.31 §5.2: list items that begin with a blank line',
      url: 'https://spec.commonmark.org/0.31.2/#list-items'
    }
  ],
  defaults: {},
  options: {},
  examples: [
    {
      name: 'A bullet with nothing behind it',
      text: '* La sobriété\n⟦*\n⇢⟧* Les usages\n'
    },
    {
      name: 'A number with nothing behind it, at the end',
      text: '1. The archive\n2. The studio\n⟦3.⇢⟧'
    },
    {
      name: 'An item of an item, and one in a quote',
      text: '- The archive\n  - Its keeper\n⟦  -\n⇢⟧  - Its tapes\n\n> - One\n⟦> - \n⇢⟧> - Two\n'
    },
    {
      name: 'A marker that Markdown takes into the item above: no item without text begins there',
      text: '* Andrew⟦\n  *⇢⟧\n* Ines\n'
    },
    {
      name: 'A box to tick with nothing behind it',
      text: '- [x] The reel is dry\n- ⟦[ ]⟧\n- ⟦[x]⟧\n\n```\nplay\n```\n'
    },
    {
      name: 'Items with text, a link, a picture, code or a list in them',
      text: '- Text\n- [A link](https://example.org)\n- ![A studio](studio.jpg)\n- `code`\n-\n  Text on the next line\n- - a\n  - b\n- Scott:\n'
    },
    {
      name: 'A rule between paragraphs',
      text: 'One\n\n---\n\nTwo\n\n***\n\nThree\n\n- - -\n'
    }
  ],
  check({post, report}) {
    const {source} = post
    for (const list of post.lists) {
      for (const item of list.items) {
        const box = emptyBox(item, source)
        if (box) report({range: box, message: 'emptyBox', values: {box: source.slice(box)}})
        for (const line of item.lines.slice(1)) {
          const marker = source.slice(line)
          if (!/^(?:[*+]|\d{1,3}[.)])$/.test(marker)) continue
          const {end} = source.line(source.lineAt(line.start) - 1)
          report({
            range: {start: end, end: line.end},
            message: 'empty',
            values: {marker},
            expected: ['']
          })
        }
        if (item.located.node.children.length > 0) continue
        const line = source.line(source.lineAt(item.start))
        // What shares its line with other things can't go with the line.
        const alone = /^[\s>]*$/.test(source.slice({start: line.start, end: item.start}))
        const next = source.line(source.lineAt(item.start) + 1).start
        const range = alone ? {start: line.start, end: next} : item.marker
        report({
          range,
          message: 'empty',
          values: {marker: source.slice(item.marker)},
          ...(alone ? {expected: ['']} : {})
        })
      }
    }
  }
})

/** A box to tick that is all there is of an item: GitHub Flavored Markdown §5.3 wants words behind it. */
function emptyBox({located, paragraph}: ListItem, source: Source): Range | undefined {
  if (!paragraph || located.node.children.length > 1) return undefined
  return /^\[[ xX]\]$/.test(source.slice(paragraph)) ? paragraph : undefined
}
