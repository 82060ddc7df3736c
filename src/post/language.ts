import {codeUnitAt} from '../code-unit.js'

/** A language that rules know the words of. */
export type Language = 'en' | 'fr' | 'unknown'

/** Words that are common in one of the languages and hardly occur in others. */
const commonWords = new Map<string, Language>([
  ...wordsOf(
    'en',
    'the and of with for you your this that is are was from how what we our they have about'
  ),
  ...wordsOf(
    'fr',
    'le la les des du et est une dans pour sur avec nous vous qui que au aux ce cette ses sont'
  )
])
/** Their first letters and lengths: told before a word is cut out of the text. */
const commonShapes = new Set([...commonWords.keys()].map((d) => shapeOf(d.charCodeAt(0), d.length)))

function shapeOf(firstLetter: number, length: number): number {
  return firstLetter * 64 + length
}

function wordsOf(language: Language, words: string): readonly (readonly [string, Language])[] {
  return words.split(' ').map((word) => [word, language])
}

/** How much of a post is read: enough for a sure answer, little enough to cost nothing. */
const sampleLength = 4000

/**
 * Tells the language of a text by its most common words.
 *
 * @returns `unknown` where too few of these words stand in the text, or both languages have a part.
 */
export function readLanguage(text: string): Language {
  let english = 0
  let french = 0
  const sample = text.slice(0, sampleLength).toLowerCase()
  for (let start = 0; start < sample.length; ) {
    let end = start
    while (isLetter(codeUnitAt(sample, end))) end++
    if (commonShapes.has(shapeOf(codeUnitAt(sample, start), end - start))) {
      const language = commonWords.get(sample.slice(start, end))
      if (language === 'en') english++
      else if (language === 'fr') french++
    }
    start = end + 1
  }
  if (french > 2 && french > english * 2) return 'fr'
  if (english > 2 && english > french * 2) return 'en'
  return 'unknown'
}

/** Whether a UTF-16 unit is a letter in small letters: enough to tell whether a common word ends here. */
function isLetter(unit: number): boolean {
  return (
    (unit >= 0x61 && unit <= 0x7a) ||
    (unit >= 0xc0 && unit <= 0x24f && unit !== 0xd7 && unit !== 0xf7)
  )
}
