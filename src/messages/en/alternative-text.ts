import {type MessageText, quote} from '../message.js'

export const alternativeText = {
  'episode-alt-text': {
    missing: ({image}: {image: string}): MessageText => ({
      reason: `No alternative text for ${quote(image)}`,
      note: 'People who can’t see the picture hear its file name, or nothing. Add an `alt` that says in a few words what it shows. If it is only decoration, say so with `alt="" role="presentation"`.'
    }),
    missingInFrontMatter: ({image}: {image: string}): MessageText => ({
      reason: `No alternative text beside ${quote(image)}`,
      note: 'People who can’t see the picture are told nothing. Add an `alt` next to its address that says in a few words what it shows.'
    }),
    missingInShortcode: ({image}: {image: string}): MessageText => ({
      reason: `No alternative text for ${quote(image)}`,
      note: 'People who can’t see the picture hear its file name, or nothing. Give the shortcode an `alt` that says in a few words what the picture shows; `alt=""` says that it is only decoration.'
    }),
    empty: ({image, captioned}: {image: string; captioned: boolean}): MessageText => ({
      reason: `Empty alternative text for ${quote(image)}`,
      note: captioned
        ? 'People who can’t see the picture are only told its caption. Say in a few words what the picture shows.'
        : 'People who can’t see the picture are told nothing. Say in a few words what it shows.'
    }),
    emptyInLink: ({image}: {image: string}): MessageText => ({
      reason: `Link with no words: its picture ${quote(image, 30)} has no text`,
      note: 'The picture is all there is in the link, so its alternative text is the link’s name. Say where the link leads: “Listen on …”, “The guest’s site”.'
    }),
    fileName: ({text}: {text: string}): MessageText => ({
      reason: `Alternative text ${quote(text)} is a file name`,
      note: 'Heard aloud, a file name or an address tells nothing about the picture. Say in a few words what it shows.'
    }),
    credit: ({text}: {text: string}): MessageText => ({
      reason: `Alternative text ${quote(text, 32)} says whose picture it is`,
      note: 'People who can’t see it want to know what it shows. Say that, and put the credit into the caption.'
    }),
    generic: ({text}: {text: string}): MessageText => ({
      reason: `Alternative text ${quote(text, 28)} says only that it is a picture`,
      note: 'Screen readers already announce a picture. Say what this one shows: who, where, or the words in it.'
    }),
    prefix: ({prefix}: {prefix: string}): MessageText => ({
      reason: `Alternative text begins with ${quote(prefix)}`,
      note: 'Screen readers already announce a picture. Begin with what it shows.'
    }),
    repeatsLink: ({text}: {text: string}): MessageText => ({
      reason: `Alternative text ${quote(text, 32)} repeats the link’s words`,
      note: 'Screen readers say the same words twice. Leave the alternative text empty, since the link is named by its words, or say what the picture adds.'
    }),
    repeatsCaption: ({text}: {text: string}): MessageText => ({
      reason: `Alternative text ${quote(text, 34)} repeats the caption`,
      note: 'Screen readers say the same words twice. Say what the picture shows, which the caption doesn’t.'
    }),
    long: ({length, limit}: {length: number; limit: number}): MessageText => ({
      reason: `Alternative text of ${length} characters (limit: ${limit})`,
      note: 'It is read in one go and can’t be skimmed. Keep the essential here and put the details into the text of the post.'
    })
  },
  'episode-frame-title': {
    missing: ({element, address}: {element: string; address: string}): MessageText => ({
      reason: `No title on the ${quote(`<${element}>`)} of ${quote(address, 36)}`,
      note: 'A screen reader announces a frame or a player by its title; without one, its address is read out, or nothing. Add `title="…"` that says what is in it, for instance the episode’s title.'
    }),
    empty: ({element}: {element: string}): MessageText => ({
      reason: `Empty title on ${quote(`<${element}>`)}`,
      note: 'A screen reader announces a frame or a player by its title. Say what is in it, for instance the episode’s title.'
    }),
    generic: ({title}: {title: string}): MessageText => ({
      reason: `Title ${quote(title, 30)} doesn’t say what the player plays`,
      note: 'It would fit any player: a person who hears the list of the page’s frames learns nothing. Say what is in this one, for instance the episode’s title.'
    }),
    repeated: ({title, line}: {title: string; line: number}): MessageText => ({
      reason: `Title ${quote(title, 28)} is already that of the player on line ${line}`,
      note: 'In a list of the page’s frames the two can’t be told apart. Say what is different in this one.'
    })
  }
}
