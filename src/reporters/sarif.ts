import {pathToFileURL} from 'node:url'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import manifest from '../../package.json' with {type: 'json'}
import {rules} from '../../rules/index.js'
import {fingerprintsOf} from '../fingerprints.js'
import type {ReporterOptions} from './index.js'
import {messagesOf, pathIn, regionOf} from './places.js'

interface Descriptor {
  readonly id: string
  readonly name?: string
  readonly shortDescription: {readonly text: string}
  readonly fullDescription: {readonly text: string}
  readonly help: {readonly text: string; readonly markdown: string}
  readonly helpUri?: string
  readonly defaultConfiguration?: {readonly level: 'warning'}
  readonly properties?: {readonly tags: readonly string[]}
}

/** The findings as SARIF 2.1.0, which GitHub code scanning and many editors read. */
export default function reportSarif(
  files: readonly VFile[],
  {root, silent}: ReporterOptions = {}
): string {
  const descriptors = rules.map(descriptorOf)
  const indexes = new Map(descriptors.map(({id}, index) => [id, index]))
  const ruleOf = (id: string): {ruleId: string; ruleIndex: number} => {
    const known = indexes.get(id)
    if (known !== undefined) return {ruleId: id, ruleIndex: known}
    // A rule of another plugin: its name is all that is known of it.
    indexes.set(id, descriptors.length)
    descriptors.push({
      id,
      shortDescription: {text: id},
      fullDescription: {text: id},
      help: {text: id, markdown: `\`${id}\``}
    })
    return {ruleId: id, ruleIndex: descriptors.length - 1}
  }
  const results = files.flatMap((file) => {
    const fingerprints = fingerprintsOf(file, root)
    const artifactLocation = locationOf(file, root)
    return messagesOf(file, silent).map((message) => ({
      ...ruleOf(message.ruleId ?? message.source ?? 'episode-lint'),
      level: message.fatal ? 'error' : message.fatal === false ? 'warning' : 'note',
      message: {text: sentence(message)},
      locations: [
        {
          physicalLocation: {
            artifactLocation,
            region: {
              ...regionOf(message),
              ...(message.actual ? {snippet: {text: message.actual}} : {})
            }
          }
        }
      ],
      partialFingerprints: {'episodeFinding/v1': fingerprints.get(message)},
      ...(message.expected?.length ? {fixes: fixesOf(message, artifactLocation)} : {})
    }))
  })
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: manifest.name,
            semanticVersion: manifest.version,
            informationUri: manifest.homepage,
            rules: descriptors
          }
        },
        columnKind: 'utf16CodeUnits',
        results
      }
    ]
  }
  return `${JSON.stringify(log, undefined, 2)}\n`
}

function descriptorOf({id, summary, why, url, pillar}: (typeof rules)[number]): Descriptor {
  return {
    id,
    name: id,
    shortDescription: {text: summary},
    fullDescription: {text: plain(why)},
    help: {
      text: `${plain(why)}\n\n${url}`,
      markdown: `${why.trim()}\n\n[All about \`${id}\`](${url})`
    },
    helpUri: url,
    defaultConfiguration: {level: 'warning'},
    properties: {tags: [pillar]}
  }
}

/** Markdown for viewers that show plain text only: link texts stay, marks go. */
function plain(markdown: string): string {
  return markdown
    .trim()
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|`/g, '')
}

/** SARIF 2.1.0 §3.11.3: the first sentence is what viewers with little room show. */
function sentence({reason, note}: VFileMessage): string {
  return note ? `${reason}. ${note}` : reason
}

function fixesOf(message: VFileMessage, artifactLocation: {readonly uri: string}): object[] {
  const deletedRegion = regionOf(message)
  return (message.expected ?? []).map((text) => ({
    description: {text: text === '' ? 'Remove it' : `Replace with “${text}”`},
    artifactChanges: [
      {
        artifactLocation,
        replacements: [{deletedRegion, insertedContent: {text}}]
      }
    ]
  }))
}

/** Relative to the root of the repository, which the reader of the report knows by this name. */
function locationOf(file: VFile, root: string | undefined): {uri: string; uriBaseId?: string} {
  const name = pathIn(file, root)
  if (name.startsWith('/') || /^[a-z]:\//i.test(name)) return {uri: pathToFileURL(name).href}
  return {uri: name.split('/').map(encode).join('/'), uriBaseId: '%SRCROOT%'}
}

/** Percent-encodes a path's part (RFC 3986 §2.1); lone surrogates have no encoding. */
function encode(part: string): string {
  return encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\uFFFD'))
}
