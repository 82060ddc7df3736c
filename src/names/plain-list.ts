/**
 * Reads the YAML that lists of names are written in, some fifty times faster than a YAML parser: a
 * list of ten thousand names would cost a commit hook a second. Only what is plain beyond doubt is
 * read here: a list of maps, two spaces deep, of one-line strings and lists of them (YAML 1.2 §7.3,
 * §8.2). The least thing else, and the parser reads it.
 *
 * @returns The entries, or undefined where the text needs the parser.
 */
export function readPlainList(text: string): readonly Record<string, unknown>[] | undefined {
  const entries: Record<string, unknown>[] = []
  let entry: Record<string, unknown> | undefined
  let list: unknown[] | undefined
  let indentation: string | undefined
  for (const line of text.split(/\r?\n/)) {
    if (/^ *(?:#.*)?$/.test(line)) continue
    const item = /^( {2,4})- (.+)$/.exec(line)
    if (item && list) {
      // Further to the right than the item before, it goes on with that item's words.
      if (list.length === 0) indentation = item[1]
      const value = item[1] === indentation ? readScalar(item[2] ?? '') : undefined
      if (value === undefined) return undefined
      list.push(value)
      continue
    }
    const pair = /^(- | {2})([a-z]+):(?: (.+))?$/.exec(line)
    if (!pair) return undefined
    const [, indent, key = '', written] = pair
    // A key without a value that no list follows is null.
    if (list?.length === 0) return undefined
    list = undefined
    if (indent === '- ') {
      entry = {}
      entries.push(entry)
    }
    if (!entry || Object.hasOwn(entry, key)) return undefined
    if (written === undefined) {
      list = []
      entry[key] = list
      continue
    }
    const value = written.startsWith('[') ? readFlowList(written) : readScalar(written)
    if (value === undefined) return undefined
    entry[key] = value
  }
  return list?.length === 0 ? undefined : entries
}

/** Words that YAML takes for something else than text (YAML 1.2 §10.3.2). */
const keyword = /^(?:null|true|false|[\d.]+e\d*|0[xo].*)$/i

function readScalar(written: string): string | undefined {
  const quoted = /^(?:"([^"\\]*)"|'([^']*)')$/.exec(written)
  if (quoted) return quoted[1] ?? quoted[2]
  // No number, and no sign with a meaning at the start; no colon or hash that could end the text.
  if (!/^\d*\p{L}[^:#]*$/u.test(written) || /\s$/.test(written) || keyword.test(written))
    return undefined
  return written
}

function readFlowList(written: string): readonly string[] | undefined {
  const inside = /^\[(.*)\]$/.exec(written)?.[1]
  if (inside === undefined || inside.trim() === '') return undefined
  const items: string[] = []
  const item = /\s*("[^"\\]*"|'[^']*'|\d*\p{L}[^:#,[\]{}"']*?)\s*(?:,|$)/uy
  while (item.lastIndex < inside.length) {
    const match = item.exec(inside)
    const value = match?.[1] === undefined ? undefined : readScalar(match[1])
    if (value === undefined) return undefined
    items.push(value)
  }
  return items
}
