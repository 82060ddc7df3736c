/**
 * What stands wrong between the parts of a name: `Open Sauced`, or `CSS Tricks` without its hyphen. Where
 * capitals are wrong as well, it is the spelling.
 */
export function separation(
  written: string,
  expected: string
): 'spelling' | 'spacing' | 'punctuation' {
  const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
  if (letters(written) !== letters(expected)) return 'spelling'
  return written.replace(/\s/g, '') === expected.replace(/\s/g, '') ? 'spacing' : 'punctuation'
}
