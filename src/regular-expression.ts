/** A text as a regular expression finds it, whatever characters it has. */
export function escapeExpression(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\-]/g, '\\$&')
}
