import type {Range} from './source.js'

const addressStart = /https?:\/\/|www\.|@/gi
const inAddress = /[^\s<>"«»\uFFFC]*/y
const inLocalPart = /[\p{L}\p{N}._%+-]/u
const domain = /[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/uy

/** Addresses of the web and of e-mail that stand bare in a text: UTF-16 offsets into it, in order. */
export function findAddresses(text: string): readonly Range[] {
  const found: Range[] = []
  addressStart.lastIndex = 0
  for (let match = addressStart.exec(text); match; match = addressStart.exec(text)) {
    const range = match[0] === '@' ? mailAt(text, match.index) : webAt(text, match.index)
    const last = found.at(-1)
    if (!range || (last && range.start < last.end)) continue
    found.push(range)
    addressStart.lastIndex = range.end
  }
  return found
}

function webAt(text: string, start: number): Range | undefined {
  inAddress.lastIndex = start
  let end = start + (inAddress.exec(text)?.[0].length ?? 0)
  // What ends a sentence doesn't belong to it, nor a bracket that it stands in.
  while (/[.,;:!?'’…*_\])}]/.test(text.charAt(end - 1))) end--
  return end > start ? {start, end} : undefined
}

function mailAt(text: string, at: number): Range | undefined {
  let start = at
  // No local part is longer (RFC 5321 §4.5.3.1.1).
  while (at - start < 64 && inLocalPart.test(text.charAt(start - 1))) start--
  domain.lastIndex = at + 1
  const end = at + 1 + (domain.exec(text)?.[0].length ?? 0)
  return start < at && end > at + 1 ? {start, end} : undefined
}

/** Whether a whole value is an address, the path of a file or a long identifier, not words. */
export function isAddressOrPath(value: string): boolean {
  const trimmed = value.trim()
  if (/^(?:[a-z][a-z\d+.-]*:)?\/\/|^(?:mailto|tel|data):|^\.{0,2}\/|^www\./i.test(trimmed))
    return true
  if (/\s/.test(trimmed)) return false
  if (/^[^_-]+(?:[_-]+[^_-]+){3,}$/.test(trimmed)) return true
  return /^[^/]+\/.*(?:\/|\.\w{2,5}$)/.test(trimmed) || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(trimmed)
}
