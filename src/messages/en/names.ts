import {type MessageText, quote} from '../message.js'
import {separation} from '../separation.js'

export interface NameValues {
  /** What stands there: a word of the name, or all of it. */
  readonly written: string
  /** What should stand there. */
  readonly expected: string
  /** All of the name as the list has it. */
  readonly name: string
  /** Whether nothing else can be meant. */
  readonly sure: boolean
  /** The file of the list, if it has one. */
  readonly list: string | undefined
}

const listed = (name: string, list: string | undefined): string =>
  `The list of names${list === undefined ? '' : ` (${quote(list)})`} has ${quote(name, 80)}. If another spelling is right too, add it there under \`also\`; if this is something else, under \`ignore\`.`

export const names = {
  'episode-known-names': {
    capitals: ({written, expected, name, list}: NameValues): MessageText => ({
      reason: `Wrong capitals in ${quote(written, 25)}: it is ${quote(expected, 25)}`,
      note: listed(name, list)
    }),
    accents: ({written, expected, name, list}: NameValues): MessageText => ({
      reason: `Wrong accents in ${quote(written, 25)}: it is ${quote(expected, 25)}`,
      note: listed(name, list)
    }),
    spaces: ({written, expected, name, list}: NameValues): MessageText => ({
      reason: `Wrong ${separation(written, expected)} in ${quote(written, 23)}: it is ${quote(expected, 23)}`,
      note: `Spaces, hyphens and dots are part of a name. ${listed(name, list)}`
    }),
    'look-alikes': ({written, expected, name, list}: NameValues): MessageText => ({
      reason: `A look-alike letter in ${quote(written, 22)}: it is ${quote(expected, 22)}`,
      note: `It looks right but is another character, so that search finds nothing and voices read it wrong. ${listed(name, list)}`
    }),
    letters: ({written, expected, name, list, sure}: NameValues): MessageText => ({
      reason: sure
        ? `Wrong spelling in ${quote(written, 25)}: it is ${quote(expected, 25)}`
        : `${quote(written, 25)} is probably meant to be ${quote(expected, 25)}`,
      note: `Getting a name wrong is what the people concerned notice first. ${listed(name, list)}`
    }),
    acronym: ({written, name}: NameValues): MessageText => ({
      reason: `${quote(written, 20)} is not the acronym of ${quote(name, 30)}`,
      note: 'The acronym and the full name beside it are those of two different names in the list. Which of them is meant?'
    }),
    listed: ({written, expected}: NameValues): MessageText => ({
      reason: `${quote(written, 28)} is a wrong form of ${quote(expected, 28)}`,
      note: 'The list of names has this form under `not`.'
    })
  },
  'episode-one-spelling': {
    spelling: ({
      written,
      usual,
      times
    }: {
      written: string
      usual: string
      times: number
    }): MessageText => ({
      reason: `${quote(written, 23)} is ${quote(usual, 23)} elsewhere in this post`,
      note: `It stands so ${times === 1 ? 'once' : `${times} times`}. One of the two is wrong: make them one, and put the name on the list of names, so that other posts are compared with it.`
    })
  }
}
