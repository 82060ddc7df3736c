/** The months in six languages, short forms too; without accents. */
const months = [
  'january janvier januar enero gennaio januari jan janv',
  'february fevrier februar febrero febbraio februari feb fevr fev',
  'march mars marz maerz marzo maart mar',
  'april avril abril aprile apr avr',
  'may mai mayo maggio mei',
  'june juin juni junio giugno jun',
  'july juillet juli julio luglio jul juil',
  'august aout agosto augustus aug',
  'september septembre septiembre settembre sep sept',
  'october octobre oktober octubre ottobre oct okt',
  'november novembre noviembre nov',
  'december decembre dezember diciembre dicembre dec dez'
].map((names) => names.split(' '))

const numbers = new Map(
  months.flatMap((names, index) => names.map((name) => [name, index + 1] as const))
)

/** A text in small letters, without accents: what {@link monthOf} and {@link monthPattern} know. */
export function withoutAccents(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
}

/** The number of the month with a name, 1 to 12, whatever its case and accents. */
export function monthOf(name: string): number | undefined {
  return numbers.get(withoutAccents(name))
}

/**
 * What matches the names of a month in a text without accents.
 *
 * @param month 1 to 12.
 */
export function monthPattern(month: number): string {
  // The longest first: `mar` is the beginning of `march`.
  const names = months[month - 1] ?? []
  return [...names].sort((a, b) => b.length - a.length).join('|')
}
