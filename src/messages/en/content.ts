import {type MessageText, quote} from '../message.js'

export const placeholder = {
  promise: ({words}: {words: string}): MessageText => ({
    reason: `Content is missing here: ${quote(words)}`,
    note: 'Readers find this instead of what they came for. Add what belongs here, or take the line out until it is there.'
  }),
  link: ({address}: {address: string}): MessageText => ({
    reason: `This link leads nowhere: ${quote(address)}`,
    note: 'A word stands where the address should be. Put the address in, or take the link out.'
  }),
  exampleDomain: ({address}: {address: string}): MessageText => ({
    reason: `This link leads to a domain for examples: ${quote(address, 30)}`,
    note: 'The domain is reserved and belongs to nobody’s site. Put the real address in.'
  }),
  emptyHeading: (): MessageText => ({
    reason: 'Heading without words',
    note: 'The page shows a gap, and a screen reader announces a heading and says nothing. Write it, or take the line out.'
  }),
  lostPlayer: ({words}: {words: string}): MessageText => ({
    reason: `Nothing to see or hear follows ${quote(words)}`,
    note: 'It announces a film, a recording or the like that isn’t there: players get lost when a post is moved to another system. Put it in, or take the announcement out.'
  }),
  emptySection: ({words}: {words: string}): MessageText => ({
    reason: `Nothing follows the heading ${quote(words)}`,
    note: 'The heading announces what isn’t there. Add it, or take the heading out; if it is there behind a second heading, take that one out.'
  })
}

export const unique = {
  embedTwice: ({id, line}: {id: string; line: number}): MessageText => ({
    reason: `The player ${quote(id, 25)} is on the page twice; first on line ${line}`,
    note: 'Most often the second one was copied and its number never changed. Put the right one, or take it out.'
  }),
  player: ({id}: {id: string}): MessageText => ({
    reason: `The player ${quote(id, 30)} is in another post too`,
    note: 'A post that is copied to begin a new one often keeps the old player. Put the right one here or there.'
  }),
  guid: ({id}: {id: string}): MessageText => ({
    reason: `The identifier ${quote(id, 30)} is in another post too`,
    note: 'Podcast applications show only one of two episodes with the same identifier. Give each its own.'
  }),
  identifier: ({id, name}: {id: string; name: string}): MessageText => ({
    reason: `${quote(name, 16)} is ${quote(id, 24)} in another post too`,
    note: 'All other posts have a value of their own here: this one was copied and never changed. Put the right one here or there.'
  }),
  number: ({number, series}: {number: string; series: string}): MessageText => ({
    reason: `Another post is number ${number} of ${quote(series, 30)} too`,
    note: 'Give each episode of a series its own number.'
  }),
  description: ({words}: {words: string}): MessageText => ({
    reason: `Another post has the same description: ${quote(words, 30)}`,
    note: 'Lists and search engines show two entries that nobody can tell apart. Describe each episode in its own words.'
  }),
  title: ({words}: {words: string}): MessageText => ({
    reason: `Another post of the series has the same title: ${quote(words, 28)}`,
    note: 'Lists show two entries that nobody can tell apart. Give each its own title.'
  })
}

/** Where a number or a date was read. */
export type NumberPlace = 'title' | 'series' | 'key' | 'file' | 'folder'

const places: Readonly<Record<NumberPlace, string>> = {
  title: 'the title',
  series: 'the series',
  key: 'the front matter',
  file: 'the file name',
  folder: 'the folder name'
}

export interface Disagreement {
  readonly here: string
  readonly place: NumberPlace
  readonly there: string
  readonly other: NumberPlace
}

export const numbering = {
  season: ({here, place, there, other}: Disagreement): MessageText => ({
    reason: `Season ${here} in ${places[place]}, but ${there} in ${places[other]}`,
    note: 'One of the two is wrong: lists sort the episode by the one, readers see the other.'
  }),
  episode: ({here, place, there, other}: Disagreement): MessageText => ({
    reason: `Episode ${here} in ${places[place]}, but ${there} in ${places[other]}`,
    note: 'One of the two is wrong: lists sort the episode by the one, readers see the other.'
  }),
  recording: ({name, here, there}: {name: string; here: string; there: string}): MessageText => ({
    reason: `Episode ${here} plays the file of ${there}: ${quote(name, 28)}`,
    note: 'Most often the file is that of the post which this one is a copy of, and listeners hear another episode. Put the right file in.'
  }),
  weekday: ({written, expected}: {written: string; expected: string}): MessageText => ({
    reason: `${quote(written, 32)} is a ${quote(expected, 10)}`,
    note: 'The weekday and the date don’t go together: one of the two is wrong.'
  }),
  date: ({here, there, other}: Disagreement): MessageText => ({
    reason: `The date is ${here}, but ${places[other]} says ${there}`,
    note: 'One of the two is wrong, or the file was copied and its name or date never changed.'
  })
}
