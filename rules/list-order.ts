import {earlierTime} from '../src/post/list-times.js'
import type {List, ListItem} from '../src/post/lists.js'
import type {Source} from '../src/post/source.js'
import {defineRule} from '../src/rule.js'

export const listOrder = defineRule({
  id: 'episode-list-order',
  pillar: 'lists',
  summary: 'The numbers of a list are those that the page shows, and the times of chapters go up.',
  why: 'Markdown takes only the first number from the text and counts on from there. Where a number is missing or stands twice, the page shows other numbers than the author sees, and “as I say in point 5” leads to the wrong point. Among chapters with their times, one that begins before the chapter above it was typed wrong, or stands in the wrong place.',
  standards: [
    {
      name: 'CommonMark 0.31 §5.3: start number',
      url: 'https://spec.commonmark.org/0.31.2/#lists'
    }
  ],
  defaults: {},
  options: {},
  examples: [
    {
      name: 'A number that stands twice',
      text: '1. The archive\n2. The studio\n⟦2⇢3⟧. The people\n4. The tapes\n'
    },
    {
      name: 'A number left out: all that follow are another on the page',
      text: 'Les étapes :\n\n1. mesurer\n2. comparer\n⟦4⟧. choisir\n5. publier\n'
    },
    {
      name: 'A countdown, which the page counts upwards',
      text: '> 3. Third place\n> ⟦2⟧. Second place\n> 1. First place\n'
    },
    {
      name: 'The last number of a list',
      text: '1) One\n2) Two\n⟦4⇢3⟧) Three\n'
    },
    {
      name: 'Numbers in order, and a list that begins elsewhere',
      text: '1. One\n2. Two\n3. Three\n\nMore:\n\n4. Four\n5. Five\n'
    },
    {
      name: 'The same number in all items, as some write lists',
      text: '1. One\n1. Two\n1. Three\n\n<!-- -->\n\n0. Zero\n0. One\n'
    },
    {
      name: 'Bullets, and numbers that begin anew in a list of an item',
      text: '- One\n- Two\n\n1. One\n   1. Inside\n   2. Inside\n2. Two\n'
    },
    {
      name: 'A number without its space, which `episode-list-marker` tells of',
      text: '1. One\n2.Two\n3. Three\n'
    },
    {
      name: 'Chapters of which one begins too early',
      text: '- 00:00 Welcome\n- 37:25 The archive\n- ⟦33:35⟧ The studio\n- **38:23** The people\n\n1. The dam (00:10)\n2. The wheel (59:10)\n3. The mill (⟦0:12⟧)\n4. The river (1:02)\n'
    },
    {
      name: 'Times that may go back: a schedule, a new part, two times an item, three items, the last item',
      text: '- 11:30 Doors\n- 12:00 Lunch\n- 12:30 The dam\n- 1:00 The mill\n\n<!-- -->\n\n- 10:00 One\n- 09:00 Two\n- 11:00 Three\n- 10:30 Four\n- 12:00 Five\n\n<!-- -->\n\n- 18:00 One\n- 20:00 Two\n- 23:00 Three\n- 00:30 Four\n\n<!-- -->\n\n- 10:00 One\n- 20:00 Two\n- 00:00 Part two\n- 10:00 Three\n\n<!-- -->\n\n- 10:00 to 12:00\n- 12:00 to 13:00\n- 09:00 to 10:00\n- 14:00 to 15:00\n\n<!-- -->\n\n- 10:00\n- 09:00\n- 11:00\n\n<!-- -->\n\n- 10:00 One\n- 09:00 Two\n- Three\n- 11:00 Four\n\n<!-- -->\n\n- At 10:00 we go\n- At 09:00 we come\n- At 11:00 we go\n- At 12:00 we come\n'
    },
    {
      name: 'Numbers with leading zeros',
      text: '01. One\n02. Two\n03. Three\n'
    }
  ],
  check({post, report}) {
    for (const list of post.lists) {
      const earlier = earlierTime(post.source, list)
      if (earlier) {
        const {range, before} = earlier
        report({range, message: 'time', values: {time: post.source.slice(range), before}})
      }
      const wrong = firstWrong(list)
      if (!wrong) continue
      const {index, only} = wrong
      const item = list.items[index]
      const start = list.items[0]?.number
      if (!item || start === undefined || holdsNumber(post.source, list.items[index - 1])) continue
      const shown = String(start + index)
      const range = {start: item.marker.start, end: item.marker.end - 1}
      report({
        range,
        message: 'number',
        values: {number: post.source.slice(range), shown},
        ...(only ? {expected: [shown]} : {})
      })
    }
  }
})

/** Whether an item took in the one that was to follow it, as that lacks the space after its number. */
function holdsNumber(source: Source, item: ListItem | undefined): boolean {
  const next = (item?.number ?? 0) + 1
  return (item?.lines ?? []).some((line, index) => {
    const written = /^(\d+)[.)]\S/.exec(source.slice(line))?.[1]
    return index > 0 && Number(written) === next
  })
}

/** The first item of which the page shows another number, and whether it is the only one. */
function firstWrong({items}: List): {index: number; only: boolean} | undefined {
  const start = items[0]?.number
  if (start === undefined || items.every((d) => d.number === start)) return
  const wrong = items.filter((d, index) => d.number !== start + index)
  const [first] = wrong
  return first && {index: first.index, only: wrong.length === 1}
}
