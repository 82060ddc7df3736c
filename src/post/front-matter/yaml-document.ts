import {type Document, parseDocument} from 'yaml'

/** What the parser makes of a text; what it can't read is among the document's errors. */
export function documentOf(text: string): Document.Parsed {
  return parseDocument(text, {uniqueKeys: false, strict: true, merge: true, logLevel: 'silent'})
}
