import {structuredPatch} from 'diff'

/**
 * What a fix changes, as a unified diff that `git apply` and `patch -p1` take.
 *
 * @param name The path as the diff gives it, with `/` between folders.
 * @returns Nothing where the texts are the same.
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return ''
  const {hunks} = structuredPatch(name, name, before, after, undefined, undefined, {context: 3})
  const rows = hunks.flatMap(({oldStart, oldLines, newStart, newLines, lines}) => [
    `@@ -${span(oldStart, oldLines)} +${span(newStart, newLines)} @@`,
    ...lines
  ])
  return [`--- ${quoted(`a/${name}`)}`, `+++ ${quoted(`b/${name}`)}`, ...rows, ''].join('\n')
}

/** An empty stretch is counted from the line before it. */
function span(start: number, count: number): string {
  if (count === 1) return String(start)
  return `${count === 0 ? start - 1 : start},${count}`
}

/** Names that could break the format stand in quotes, as git writes them (`core.quotePath` off). */
function quoted(name: string): string {
  if (!/["\\\u0000-\u001F\u007F]/.test(name)) return name
  const escaped = name.replace(/["\\\u0000-\u001F\u007F]/g, (character) => {
    if (character === '"' || character === '\\') return `\\${character}`
    return `\\${character.charCodeAt(0).toString(8).padStart(3, '0')}`
  })
  return `"${escaped}"`
}
