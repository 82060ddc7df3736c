/**
 * @typedef {{name: string, kind: 'person' | 'organisation' | 'brand' | 'acronym', expansion?: string}} Name
 * @typedef {import('./random.mjs').Random} Random
 */

const list = (/** @type {string} */ text) => text.trim().split(/\s*,\s*/)

const givenNames = list(`
Mélanie, Fabien, Aïcha, Théo, Solène, Jean-Marc, Noémie, Loïc, Inès, Grégoire, Élodie, Baptiste,
Maëlle, Yann, Clémence, Ousmane, Hélène, Raphaël, Capucine, Édouard, Rosalind, Duncan, Imogen,
Callum, Priya, Alistair, Niamh, Gareth, Bronwen, Tobias, Marguerite, Kwame, Saoirse, Leopold,
Zofia, Anselm, Ingrid, Matteo, Beatriz, Hugo`)
const firstSyllables = list(`
Bar, Ver, Cas, Mor, Del, Fau, Gri, Lan, Mas, Per, Rou, Sal, Tal, Val, Cor, Bel, Char, Dur, Gar, Hau,
Kel, Mac, Nor, Pem, Quen, Rin, Stan, Thor, Wes, Yar, Brun, Clé, Cré, Fré, Grou, Plou, Tré, Vau, Zel`)
const middleSyllables = list(`
ta, mo, le, ri, ni, va, ber, do, se, mé, lan, qui, to, ga, wi, ster, che, ra, li, na, ven, der`)
const lastSyllables = list(`
nier, mont, lard, dec, rand, tier, gnac, vel, not, court, ton, ley, wick, ford, by, well, ham, stone,
eau, ier, ault, ès, ouet, ic, arch, ert, in, ane, oux, ert, worth, more`)
const bodies = list(`
Institut/de, Observatoire/de, Agence/de, Conseil/de, Laboratoire/de, Office/of, Institute/of,
Centre/for, Bureau/of, Trust/for, Fédération/de, Maison/de`)
const fields = {
  de: list(`la Mesure, la Parole, la Donnée, la Forêt, la Rivière, la Médiation, la Lecture, la Mémoire,
la Transmission, la Cartographie, la Sobriété, la Réparation, la Langue, la Radio, la Mobilité`),
  of: list(`Measurement, Speech, Records, Woodland, Waterways, Mediation, Reading, Memory, Heritage,
Cartography, Repair, Languages, Broadcasting, Transport, Statistics`)
}
const brandStarts = list(
  'Sono, Calli, Neo, Verba, Terra, Luci, Octo, Podo, Agri, Fluvi, Hexa, Meteo'
)
const brandEnds = list('Cast, Map, Lab, Doc, Flow, Desk, Port, Box, Grid, Line, Scope, Wave')

/**
 * @param {Random} random
 * @returns {string} Of nobody who exists, as far as chance allows.
 */
export function surname(random) {
  const middle = random.chance(0.4) ? random.pick(middleSyllables) : ''
  return random.pick(firstSyllables) + middle + random.pick(lastSyllables)
}

/** @param {Random} random */
export function person(random) {
  const noble = random.chance(0.06) ? random.pick(['de ', 'Le ', 'Mac ', 'van ']) : ''
  return `${random.pick(givenNames)} ${noble}${surname(random)}`
}

/** @param {Random} random */
export function organisation(random) {
  const [body, link] = random.pick(bodies).split('/')
  const field = random.pick(link === 'de' ? fields.de : fields.of)
  const place = random.chance(0.5) ? ` ${link === 'de' ? 'de' : 'of'} ${surname(random)}` : ''
  return `${body} ${link} ${field}${place}`
}

/**
 * A list of names as a site keeps it.
 *
 * @param {Random} random
 * @param {number} count
 * @returns {Name[]} No name twice.
 */
export function namesList(random, count) {
  /** @type {Map<string, Name>} */
  const names = new Map()
  while (names.size < count) {
    const entry = nameEntry(random)
    if (!names.has(entry.name)) names.set(entry.name, entry)
  }
  return [...names.values()]
}

/**
 * @param {Random} random
 * @returns {Name}
 */
function nameEntry(random) {
  const sort = random.next()
  if (sort < 0.6) return {name: person(random), kind: 'person'}
  if (sort < 0.8) return {name: organisation(random), kind: 'organisation'}
  if (sort < 0.9) {
    const expansion = `${organisation(random)} ${surname(random)}`
    return {name: initials(expansion), kind: 'acronym', expansion}
  }
  const digit = random.chance(0.1) ? String(random.integer(2, 9)) : ''
  return {
    name:
      random.pick(brandStarts) +
      random.pick(brandEnds) +
      surname(random).toLowerCase().slice(0, 3) +
      digit,
    kind: 'brand'
  }
}

/** @param {string} text */
function initials(text) {
  return text
    .split(' ')
    .filter((word) => /^\p{Lu}/u.test(word))
    .map((word) => word.normalize('NFD').slice(0, 1))
    .join('')
    .concat(
      text
        .normalize('NFD')
        .replace(/[^A-Z]/gi, '')
        .slice(-2)
        .toUpperCase()
    )
}
