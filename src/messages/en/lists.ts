import {type MessageText, quote} from '../message.js'

export const lists = {
  'episode-list-marker': {
    space: ({text}: {text: string}): MessageText => ({
      reason: `No space after the marker of ${quote(text)}`,
      note: 'Markdown makes no item of this line, and the page shows it inside the text above. Put an ordinary space after the marker.'
    }),
    fake: ({bullet}: {bullet: string}): MessageText => ({
      reason: `${quote(bullet, 4)} makes no list`,
      note: 'It looks like a bullet, but Markdown reads it as text: the page shows it in front of plain words, runs lines together, and a screen reader announces no list. Use an asterisk or a hyphen.'
    }),
    fakeInside: ({bullet}: {bullet: string}): MessageText => ({
      reason: `${quote(bullet, 4)} stands behind the bullet that the page draws`,
      note: 'The item shows two bullets. Take this one away.'
    }),
    doubled: ({marker}: {marker: string}): MessageText => ({
      reason: `Second marker ${quote(marker, 4)} in an item that has one`,
      note: 'Markdown makes a list of its own of it, and the page shows a bullet inside a bullet. Take one of them away.'
    }),
    joined: ({text}: {text: string}): MessageText => ({
      reason: `${quote(text, 30)} stands on the line of another item`,
      note: 'Markdown reads a marker only at the start of a line, and the page shows the asterisk. Begin a new line before it.'
    }),
    lost: ({text}: {text: string}): MessageText => ({
      reason: `${quote(text, 36)} may have lost its marker`,
      note: 'The lines around it are items of a list; Markdown takes this one into the item above it. Put a marker before it, or its text on the line above.'
    }),
    other: ({marker, others}: {marker: string; others: string}): MessageText => ({
      reason: `Item with the marker ${quote(marker, 4)} among items with ${quote(others, 4)}`,
      note: 'A list ends where the marker changes: the page and screen readers make several lists of it. Use one marker for the whole list.'
    }),
    sign: ({marker}: {marker: string}): MessageText => ({
      reason: `Markdown takes the sign ${quote(marker, 4)} for a bullet`,
      note: 'The sign is gone from the page, and a bullet inside a bullet shows instead. A backslash before the sign keeps it.'
    })
  },
  'episode-list-start': {
    cut: ({word, whole}: {word: string; whole: string}): MessageText => ({
      reason: `${quote(word, 20)} begins an item: has ${quote(whole, 20)} lost a letter?`,
      note: 'Readers take it for a slip, and so it probably is. Put the missing letter back.'
    })
  },
  'episode-list-glued': {
    tag: ({text}: {text: string}): MessageText => ({
      reason: `${quote(text, 30)} belongs to the list item above it`,
      note: 'Without a blank line before it, Markdown takes this line into the last item of the list. Put a blank line between them.'
    }),
    text: ({text}: {text: string}): MessageText => ({
      reason: `${quote(text, 36)} belongs to the list item above it`,
      note: 'Without a blank line before it, Markdown takes this line into the item, and the page shows it behind the bullet. Put a blank line between them, or indent the line if it is part of the item.'
    }),
    list: ({text}: {text: string}): MessageText => ({
      reason: `No list begins at ${quote(text, 31)}: it runs on in the paragraph`,
      note: 'A numbered list that doesn’t begin with 1 needs a blank line before it. Without one, the page shows its items as one line of text.'
    })
  },
  'episode-list-punctuation': {
    missing: ({style}: {style: string; found: string}): MessageText => ({
      reason: `Item without the ${quote(style)} that its neighbours end with`,
      note: 'The items of a list end alike; only the last one may end the sentence.'
    }),
    extra: ({found}: {style: string; found: string}): MessageText => ({
      reason: `Item ends with ${quote(found)}, its neighbours with nothing`,
      note: 'The items of a list end alike; only the last one may end the sentence.'
    }),
    different: ({style, found}: {style: string; found: string}): MessageText => ({
      reason: `Item ends with ${quote(found)}, its neighbours with ${quote(style)}`,
      note: 'The items of a list end alike; only the last one may end the sentence.'
    })
  },
  'episode-list-empty': {
    empty: ({marker}: {marker: string}): MessageText => ({
      reason: `Nothing stands behind the marker ${quote(marker, 10)}`,
      note: 'The page shows an empty item. Fill it, or take it away.'
    }),
    emptyBox: ({box}: {box: string}): MessageText => ({
      reason: `Nothing stands behind the box ${quote(box, 10)}`,
      note: 'The page shows the brackets alone: they are only a box to tick before words on the same line. Add them, or take the box away.'
    })
  },
  'episode-list-indent': {
    code: ({text}: {text: string}): MessageText => ({
      reason: `A list became code: it begins with ${quote(text, 36)}`,
      note: 'Four spaces before a line make code of it: the page shows it in a box, as it was typed. Take them away.'
    }),
    depth: ({text}: {text: string}): MessageText => ({
      reason: `Indentation puts ${quote(text, 32)} where it doesn’t belong`,
      note: 'The first character of an item inside an item stands below the first letter of the item above it. With less, it becomes an item beside it; with much more, code or plain text.'
    })
  },
  'episode-list-order': {
    number: ({number, shown}: {number: string; shown: string}): MessageText => ({
      reason: `Item ${quote(number, 10)} is number ${quote(shown, 10)} on the page`,
      note: 'Markdown takes only the first number from the text and counts on from it. Put the numbers in order.'
    }),
    time: ({time, before}: {time: string; before: string}): MessageText => ({
      reason: `${quote(time, 10)} comes after ${quote(before, 10)} in a list of times`,
      note: 'All other times of the list go up. One of the two is wrong, or the items are in the wrong order.'
    })
  },
  'episode-line-breaks': {
    question: ({text}: {text: string}): MessageText => ({
      reason: `${quote(text, 32)} and its answer run on as one line`,
      note: 'Markdown joins the lines of a paragraph. Put a blank line behind the question.'
    }),
    glued: ({text}: {text: string}): MessageText => ({
      reason: `No space after ${quote(text, 40)}`,
      note: 'The next sentence touches this one, often because a line end got lost.'
    }),
    lost: ({text}: {text: string}): MessageText => ({
      reason: `No line break after ${quote(text, 40)}`,
      note: 'The lines around it end with a break, this one doesn’t: the page shows the next line behind it. End it as they do.'
    }),
    joined: ({text, lines}: {text: string; lines: number}): MessageText => ({
      reason: `${quote(text, 26)} and the ${lines === 1 ? 'line' : `${lines} lines`} below it run on as one line`,
      note: 'Markdown joins the lines of a paragraph. Put `- ` before each to make a list of them, or end each with a backslash.'
    })
  }
}
