/** A way to misspell a name. */
export interface Mistake {
  readonly kind: string
  /** @returns The wrong spelling, or nothing where the name offers no place for it. */
  make(name: string, random: () => number): string | undefined
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const lookAlike: Readonly<Record<string, string>> = {a: 'а', e: 'е', o: 'о', p: 'р', c: 'с', x: 'х'}
const accents: Readonly<Record<string, string>> = {e: 'é', a: 'â', i: 'ï', u: 'ù', o: 'ô'}
const accented: Readonly<Record<string, string>> = {é: 'è', è: 'é', ë: 'ê', ê: 'ë', ï: 'î', ç: 'c'}

/** Every way that is measured. Edits are of one letter. */
export const mistakes: readonly Mistake[] = [
  {
    kind: 'letter lost',
    make: (name, random) =>
      inWord(name, random, (word, at) => word.slice(0, at) + word.slice(at + 1))
  },
  {
    kind: 'letter added',
    make: (name, random) =>
      inWord(
        name,
        random,
        (word, at) => word.slice(0, at) + pick(alphabet, random) + word.slice(at)
      )
  },
  {
    kind: 'letter replaced',
    make: (name, random) =>
      inWord(name, random, (word, at) => {
        const letter = pick(alphabet, random)
        return word.slice(0, at) + letter + word.slice(at + 1)
      })
  },
  {
    kind: 'letter doubled',
    make: (name, random) =>
      inWord(name, random, (word, at) => word.slice(0, at) + word.charAt(at) + word.slice(at))
  },
  {
    kind: 'letters swapped',
    make: (name, random) =>
      inWord(
        name,
        random,
        (word, at) => word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
      )
  },
  {
    kind: 'accent lost',
    make: (name) => changed(name, name.normalize('NFD').replace(/\p{M}/gu, ''))
  },
  {
    kind: 'accent added',
    make: (name, random) =>
      inWord(name, random, (word, at) => {
        const letter = accents[word.charAt(at)]
        return letter === undefined ? undefined : word.slice(0, at) + letter + word.slice(at + 1)
      })
  },
  {
    kind: 'accent wrong',
    make: (name) =>
      changed(
        name,
        name.replace(/[éèëêï]/, (letter) => accented[letter] ?? letter)
      )
  },
  {
    kind: 'capitals inside',
    make: (name) =>
      changed(
        name,
        name.replace(/(?<=\p{Ll})\p{Lu}/gu, (letter) => letter.toLowerCase())
      )
  },
  {
    kind: 'capital too many',
    make: (name, random) =>
      /\s/.test(name)
        ? undefined
        : inWord(
            name,
            random,
            (word, at) => word.slice(0, at) + word.charAt(at).toUpperCase() + word.slice(at + 1)
          )
  },
  {
    kind: 'words split',
    make: (name) => changed(name, name.replace(/(?<=\p{Ll})(?=\p{Lu})/u, ' '))
  },
  {
    kind: 'words run together',
    make: (name) => (/^\S+ \S+$/.test(name) ? changed(name, name.replace(' ', '')) : undefined)
  },
  {kind: 'hyphen lost', make: (name) => changed(name, name.replace('-', ' '))},
  {
    kind: 'look-alike letter',
    make: (name) =>
      changed(
        name,
        name.replace(/(?<=\p{Ll})[aeopcx](?=\p{Ll})/u, (d) => lookAlike[d] ?? d)
      )
  },
  {
    kind: 'singular for plural',
    make: (name) => (name.split(' ').length < 3 ? undefined : changed(name, name.replace(/s$/, '')))
  },
  {
    kind: 'article wrong',
    make: (name) =>
      changed(name, name.replace(/ des | de la /, ' du ').replace(/ du num/, ' de num'))
  },
  {
    kind: 'agreement wrong',
    make: (name) =>
      changed(name, name.replace(/\bsocial\b/, 'sociale').replace(/ale de /, 'al de '))
  }
]

/** A stream of numbers from 0 to 1 that is the same every time (a linear congruential generator). */
export function randomNumbers(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

export function pick<Item>(items: ArrayLike<Item>, random: () => number): Item {
  const item = items[Math.floor(random() * items.length)]
  if (item === undefined) throw new Error('Nothing to pick from')
  return item
}

/** Changes one word of four letters or more at a small letter that another small letter follows. */
function inWord(
  name: string,
  random: () => number,
  change: (word: string, at: number) => string | undefined
): string | undefined {
  const words = [...name.matchAll(/\p{L}{4,}/gu)]
  if (words.length === 0) return undefined
  const word = pick(words, random)
  const places = [...word[0].matchAll(/\p{Ll}(?=\p{Ll})/gu)]
  if (places.length === 0) return undefined
  const wrong = change(word[0], pick(places, random).index)
  if (wrong === undefined) return undefined
  const whole = name.slice(0, word.index) + wrong + name.slice(word.index + word[0].length)
  return changed(name, whole)
}

function changed(name: string, wrong: string): string | undefined {
  return wrong === name ? undefined : wrong
}
