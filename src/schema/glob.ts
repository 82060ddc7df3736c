/**
 * A pattern for paths as a regular expression: `*` and `?` within a folder, `**` across folders,
 * `{a,b}` for either.
 */
export function globToExpression(glob: string): RegExp {
  let expression = ''
  let depth = 0
  const pattern = glob.replace(/^\.\//, '')
  for (let at = 0; at < pattern.length; at++) {
    const character = pattern.charAt(at)
    if (pattern.startsWith('**/', at)) {
      expression += '(?:[^/]+/)*'
      at += 2
    } else if (pattern.startsWith('**', at)) {
      expression += '.*'
      at++
    } else if (character === '*') expression += '[^/]*'
    else if (character === '?') expression += '[^/]'
    else if (character === '{') {
      depth++
      expression += '(?:'
    } else if (character === '}' && depth > 0) {
      depth--
      expression += ')'
    } else if (character === ',' && depth > 0) expression += '|'
    else expression += character.replace(/[.+^$()|[\]\\{}]/, '\\$&')
  }
  return new RegExp(`^${expression}${')'.repeat(depth)}$`, 'u')
}
