import {type MessageText, quote} from '../message.js'

export const lists = {
  'episode-list-marker': {},
  'episode-list-start': {
    cut: ({word, whole}: {word: string; whole: string}): MessageText => ({
      reason: `Item begins with ${quote(word, 24)}: ${quote(whole, 24)} may have lost its first letter`,
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
      reason: `No list begins at ${quote(text, 36)}: it runs on in the paragraph`,
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
  'episode-list-empty': {},
  'episode-list-indent': {},
  'episode-list-order': {}
}
