import {parseDocument} from 'yaml'
import {ConfigurationError} from '../configuration-error.js'
import {type NameEntry, nameKinds} from './list.js'
import {readPlainList} from './plain-list.js'

const keys = ['name', 'kind', 'expansion', 'also', 'not', 'ignore'] as const
const lists = ['also', 'not', 'ignore'] as const

/**
 * Reads a list of names.
 *
 * @param text YAML 1.2, or JSON.
 * @param file What errors call the list.
 * @throws {ConfigurationError} The list, or an entry, is not as the schema wants it.
 */
export function readNames(text: string, file: string): readonly NameEntry[] {
  const plain = readPlainList(text)
  if (plain) return checkNames(plain, file)
  const document = parseDocument(text, {logLevel: 'silent'})
  const [error] = document.errors
  if (error) throw new ConfigurationError(`${file}: ${error.message.replace(/\s*\n[\s\S]*/, '')}`)
  return checkNames(document.toJS(), file)
}

/**
 * Checks a list of names against what `schemas/names.schema.json` says.
 *
 * @throws {ConfigurationError} Names the entry, the key, and what is expected.
 */
export function checkNames(value: unknown, file: string): readonly NameEntry[] {
  if (value === null || value === undefined) return []
  if (!Array.isArray(value)) {
    throw new ConfigurationError(`${file}: expected a list of names, each with a \`name\``)
  }
  return value.map((entry: unknown, index) => checkEntry(entry, index, file))
}

function checkEntry(value: unknown, index: number, file: string): NameEntry {
  const fail = (what: string): never => {
    const name = isRecord(value) && typeof value.name === 'string' ? ` (\`${value.name}\`)` : ''
    throw new ConfigurationError(`${file}: entry ${index + 1}${name}: ${what}`)
  }
  if (typeof value === 'string') return fail(`expected \`name: ${value}\`, not text alone`)
  if (!isRecord(value)) return fail('expected a `name` and what else is known of it')
  for (const key of Object.keys(value)) {
    if (!(keys as readonly string[]).includes(key)) {
      fail(`unknown key \`${key}\`; there are ${keys.map((d) => `\`${d}\``).join(', ')}`)
    }
  }
  const {name, kind, expansion} = value
  if (typeof name !== 'string' || !/[\p{L}\p{N}]/u.test(name)) {
    return fail('expected `name` to be a text with a letter in it (quote numbers)')
  }
  if (kind !== undefined && !nameKinds.some((d) => d === kind)) {
    fail(`expected \`kind\` to be one of ${nameKinds.join(', ')}, not \`${String(kind)}\``)
  }
  if (expansion !== undefined && typeof expansion !== 'string') {
    fail('expected `expansion` to be a text')
  }
  for (const key of lists) {
    const list = value[key]
    if (list === undefined || list === null) continue
    if (!Array.isArray(list)) fail(`expected \`${key}\` to be a list`)
    else if (!list.every((d) => typeof d === 'string' && d.trim() !== '')) {
      fail(`expected \`${key}\` to hold texts only (quote numbers)`)
    }
  }
  return Object.fromEntries(
    Object.entries(value).filter(([, d]) => d !== null && d !== undefined)
  ) as unknown as NameEntry
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}
