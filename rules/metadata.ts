import path from 'node:path'
import {fileExists} from '../src/file-access.js'
import type {FrontMatterString} from '../src/post/front-matter.js'
import type {Post} from '../src/post/post.js'
import {defineRule, type Finding} from '../src/rule.js'
import {type FileState, findFile, isLocalPath, isOwnPath} from '../src/schema/files.js'
import {withFiles} from '../src/schema/formats.js'
import {reduceErrors} from '../src/schema/reduce.js'
import {selectValidator} from '../src/schema/select.js'
import {findNearKeys, Translator} from '../src/schema/translate.js'
import type {SchemaError, Validator} from '../src/schema/validator.js'

/** Keys that hold alternative text: `episode-alt-text` alone speaks of them. */
const alternativeKey = /(?:^|[_-])alt$|[a-z]Alt$|^(?:image_description|alternative|alttext)$/i
/** Keys that name files which the site looks for elsewhere. */
const templateKeys = new Set(['layout', 'template', 'permalink', 'url', 'aliases', 'redirect_from'])

/** A schema in the options, for the examples. */
const own = (properties: object, more: object = {}): {schema: object} => ({
  schema: {type: 'object', properties, ...more}
})

const shipped = {schema: undefined}
const date = {format: 'date'}
const head = '---\ntitle: The mill at dawn\ndescription: Ines Calder shows us the wheel.\n'
const rest =
  'date: 2025-05-12\nimage:\n  path: https://media.example/mill.webp\n  alt: A wheel\ntags: [Water]\n'

export const metadata = defineRule({
  id: 'episode-metadata',
  pillar: 'metadata',
  summary: 'Front matter holds what the site’s schema wants, written as it wants it.',
  why: 'A key that is missing, misspelt or holds something else than the site expects makes no error: the post drops out of a list, the feed loses its date, the card on a social network stays blank. A JSON Schema says what a post must hold; the shipped one knows what podcast sites commonly write, and the option `schema` of the plugin sets another. Files that the front matter names are looked for beside the post. Alternative texts are left to `episode-alt-text`.',
  standards: [
    {name: 'JSON Schema 2020-12', url: 'https://json-schema.org/draft/2020-12'},
    {name: 'RFC 3339 (dates)', url: 'https://www.rfc-editor.org/rfc/rfc3339'}
  ],
  defaults: {files: true},
  options: {
    files: {
      schema: {type: 'boolean'},
      description:
        'Whether to look for files that the front matter names by a path from the post (`./mill.webp`).'
    }
  },
  examples: [
    {
      name: 'A post that holds all the shipped schema wants',
      text: `${head}${rest}---\n`,
      settings: shipped
    },
    {
      name: 'Keys of the site’s own, other kinds of dates, numbers and durations',
      text: `${head}${rest.replace('2025-05-12', '2025-05-12T08:00:00+02:00')}guest: Ines\nseason: 2\nduration: 42:10\nmy_key: x\n---\n`,
      settings: shipped
    },
    {
      name: 'Required keys that are missing',
      text: '---\ntitle: The mill at dawn\ntags: [Water]⟦⟧⟦⟧⟦⟧\n---\n',
      settings: shipped
    },
    {
      name: 'Une clé mal orthographiée, et une autre en capitales',
      text: `${head.replace('title', '⟦Title⇢title⟧')}${rest}⟦serie⇢series⟧: Eau\n---\n`,
      settings: {...shipped, locale: 'fr'}
    },
    {
      name: 'A key that is missing because it is misspelt is told once',
      text: `${head.replace('description', '⟦descripton⇢description⟧')}${rest}---\n`,
      settings: shipped
    },
    {
      name: 'Words of their own beside known keys',
      text: `${head}${rest}serie: Water\nseries: Water\nhost: Odile\nvimeo: 12\ntag: x\n---\n`,
      settings: shipped
    },
    {
      name: 'Dates in another order, with an impossible day, in words',
      text: '---\na: ⟦12/05/2025⇢2025-05-12|2025-12-05⟧\nb: ⟦2025-02-30⟧\nc: "⟦12 mai 2025⇢2025-05-12⟧"\nd: ⟦2025-5-2⇢2025-05-02⟧\ne: ⟦2025-05-12T08:00:00Z⇢2025-05-12⟧\nf: ⟦soon⟧\ng: 2025-05-12 08:00:00 +0200\nh: ⟦2025-05-12 2:00pm⟧\n---\n'.replace(
        '"⟦12 mai 2025⇢2025-05-12⟧"',
        '⟦"12 mai 2025"⇢"2025-05-12"⟧'
      ),
      settings: own({
        a: date,
        b: date,
        c: date,
        d: date,
        e: date,
        f: date,
        g: {format: 'post-date'},
        h: {format: 'post-date'}
      })
    },
    {
      name: 'Un titre qui est un nombre, un nombre entre guillemets, une liste d’une ligne',
      text: '---\ntitle: ⟦2024⇢"2024"⟧\nepisode: ⟦"3"⇢3⟧\ndraft: ⟦oui⇢true⟧\ntags: ⟦eau, moulin⇢[eau, moulin]⟧\nthemes: ⟦eau roue⇢[eau roue]|[eau, roue]⟧\nimage: ⟦moulin.webp⟧\n---\n',
      settings: {
        ...own({
          title: {type: 'string'},
          episode: {type: 'integer'},
          draft: {type: 'boolean'},
          tags: {type: 'array'},
          themes: {type: 'array'},
          image: {type: 'object'}
        }),
        locale: 'fr'
      }
    },
    {
      name: 'A missing key of which the schema tells the value',
      text: '---\nimage:\n    path: mill.webp⟦⇢\n    width: 800⟧ # pixels\ntitle: The mill⟦⇢\nlayout: post⟧\n---\n'.replace(
        '⟦⇢\n    width: 800⟧ # pixels',
        ' # pixels⟦⇢\n    width: 800⟧'
      ),
      settings: own(
        {
          layout: {const: 'post'},
          image: {required: ['width'], properties: {width: {default: 800}}}
        },
        {required: ['layout']}
      )
    },
    {
      name: 'Une clé qui manque, en JSON et sur une ligne',
      text: '{"image": {"path": "moulin.webp"⟦⇢, "credit": "Odile"⟧}}\n',
      settings: {
        ...own({image: {required: ['credit'], properties: {credit: {enum: ['Odile']}}}}),
        locale: 'fr'
      }
    },
    {
      name: 'A key without a value',
      text: '---\n⟦title⟧:\ndescription: ⟦""⟧\n---\n',
      settings: own({title: {type: 'string'}, description: {minLength: 1}})
    },
    {
      name: 'The picture itself isn’t there',
      text: '---\n⟦image⟧:\n---\n',
      settings: own({image: {type: 'object'}})
    },
    {
      name: 'A value that isn’t in the list',
      text: "+++\nkind = ⟦'bonsu'⇢'bonus'⟧\nmood = ⟦\"grey\"⟧\n+++\n",
      settings: own({kind: {enum: ['full', 'bonus']}, mood: {enum: ['happy', 'sad']}})
    },
    {
      name: 'Numbers and lengths out of bounds',
      text: '{\n  "season": ⟦0⟧,\n  "title": ⟦"Hi"⟧,\n  "tags": ⟦["a", "b", "c"]⟧\n}\n',
      settings: own({season: {minimum: 1}, title: {minLength: 3}, tags: {maxItems: 2}})
    },
    {
      name: 'An item that stands twice',
      text: '---\ntags:\n  - Water\n  - Mill\n  - ⟦Water⟧\n---\n',
      settings: own({tags: {uniqueItems: true}})
    },
    {
      name: 'A pattern, told by its example',
      text: '---\ncode: ⟦episode three⟧\n---\n',
      settings: own({code: {type: 'string', pattern: '^E[0-9]+$', examples: ['E3']}})
    },
    {
      name: 'A key that the schema doesn’t allow',
      text: '---\ntitle: The mill\n⟦colour⟧: blue\n---\n',
      settings: own({title: {}}, {additionalProperties: false})
    },
    {
      name: 'Of two forms, the one that was nearly met',
      text: '---\naudio:\n  url: https://media.example/mill.mp3\n  length: ⟦long⟧\n---\n',
      settings: own({
        audio: {
          anyOf: [
            {type: 'string'},
            {type: 'object', required: ['url'], properties: {length: {type: 'integer'}}}
          ]
        }
      })
    },
    {
      name: 'What podcasts carry',
      text: '---\nduration: ⟦42 min⟧\naudio: ⟦mill.mp3⟧\nslug: ⟦The Mill⟧\nguid: "  ⟦⟧"\n---\n'.replace(
        '"  ⟦⟧"',
        '⟦" x "⟧'
      ),
      settings: own({
        duration: {format: 'duration'},
        audio: {format: 'media-url'},
        slug: {format: 'slug'},
        guid: {format: 'guid'}
      })
    },
    {
      name: 'A picture that isn’t beside the post',
      text: '---\nimage:\n  path: ⟦./mill.webp⟧\n  other: ./wheel.webp\n---\n',
      files: {'post.md': '', 'wheel.webp': ''}
    },
    {
      name: 'Une image dont le nom a d’autres capitales',
      text: '---\nimage:\n  path: "./img/⟦moulin.webp⇒Moulin.webp⟧"\n---\n',
      files: {'post.md': '', 'img/Moulin.webp': ''},
      settings: {locale: 'fr'}
    },
    {
      name: 'Addresses, templates and files that lie elsewhere',
      text: '---\nlayout: ./layouts/post.njk\nimage: /img/mill.webp\ncover: https://media.example/mill.webp\nbanner: ../pictures/mill.webp\nthumb: mill.webp\nspaced: ./the%20mill.webp\n---\n',
      files: {'posts/post.md': '', 'posts/the mill.webp': ''},
      path: 'posts/post.md'
    },
    {
      name: 'A file that the schema asks for',
      text: '---\ntranscript: ⟦texts/mill.vtt⟧\n---\n',
      files: {'post.md': ''},
      settings: own({transcript: {format: 'relative-file'}})
    },
    {
      name: 'Files, where the option leaves them alone',
      text: '---\nimage: ./mill.webp\n---\n',
      files: {'post.md': ''},
      options: {files: false}
    },
    {
      name: 'A schema for some posts, found by their place',
      text: '---\nlayout: post⟦⟧\n---\n',
      path: 'videos/mill.md',
      files: {'schemas/video.yml': 'required: [video]\n', 'videos/mill.md': ''},
      settings: {schema: {'podcasts/**': false, '**/*.md': 'schemas/video.yml'}}
    },
    {
      name: 'A schema that the post names itself',
      text: '---\n$schema: ./schema.json\nseason: ⟦two⟧\n---\n',
      files: {
        'post.md': '',
        'schema.json': '{"properties": {"season": {"$ref": "parts.yml#/season"}}}',
        'parts.yml': 'season: {type: integer}\n'
      },
      settings: shipped
    },
    {
      name: 'Alternative text is for another rule to judge',
      text: '---\nimage:\n  path: https://media.example/mill.webp\ncover: {alt: ""}\n---\n',
      settings: own({
        image: {required: ['alt']},
        cover: {properties: {alt: {minLength: 1}}}
      })
    },
    {name: 'No schema', text: '---\ntitle: 3\n---\n', settings: {schema: false}}
  ],
  check({post, project, options, report}) {
    const {frontMatter, source} = post
    const {data} = frontMatter
    if (!data) return
    const name = post.path === undefined ? undefined : path.resolve(post.cwd, post.path)
    const folder = name !== undefined && fileExists(name) ? path.dirname(name) : undefined
    const validator = selectValidator(project.schema, project.folder, name, data.$schema)
    const translator = new Translator({source, frontMatter})
    const states = new Map<string, FileState>()
    if (validator) {
      const lenient = project.schema === undefined
      const errors = validateWithFiles(validator, data, folder, lenient, options.files, states)
      const nearKeys = findNearKeys(data, validator.schema)
      for (const near of nearKeys) report(translator.nearKey(near, undefined))
      for (const error of errors) {
        if (isAboutAlternative(error)) continue
        const key = `${error.instancePath}/${String(error.params.missingProperty)}`
        const parent = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'))
        if (nearKeys.some((d) => `${parent(d.pointer)}/${d.known}` === key)) continue
        const extra = error.params.additionalProperty ?? error.params.unevaluatedProperty
        if (nearKeys.some((d) => d.key === extra && parent(d.pointer) === error.instancePath)) {
          continue
        }
        if (error.params.format === 'relative-file') continue
        for (const finding of translator.translate(error)) report(finding)
      }
    }
    if (folder === undefined || !options.files) return
    for (const string of frontMatter.strings) {
      const state = states.get(string.value) ?? stateOf(string, folder)
      const finding = state && fileFinding(post, string, state)
      if (finding) report(finding)
    }
  }
})

/** What the schema refuses; what became of the files that it asks for goes into `states`. */
function validateWithFiles(
  validator: Validator,
  data: unknown,
  folder: string | undefined,
  lenient: boolean,
  lookForFiles: boolean,
  states: Map<string, FileState>
): readonly SchemaError[] {
  const exists = (value: string): boolean => {
    if (folder === undefined || !lookForFiles || !isLocalPath(value)) return true
    if (lenient && !isOwnPath(value)) return true
    const state = findFile(value, folder, lenient)
    states.set(value, state)
    return state.kind === 'there'
  }
  return reduceErrors(withFiles(exists, () => validator.validate(data)))
}

function stateOf({pointer, value}: FrontMatterString, folder: string): FileState | undefined {
  const key = /([^/]*)(?:\/\d+)*$/.exec(pointer)?.[1] ?? ''
  if (templateKeys.has(key) || !isOwnPath(value)) return undefined
  return findFile(value, folder, true)
}

function fileFinding(
  post: Post,
  {pointer, value, range, mapped}: FrontMatterString,
  state: FileState
): Finding<'episode-metadata'> | undefined {
  if (state.kind === 'there') return undefined
  const key = pointer.slice(1).replaceAll('/', '.')
  const words = {key, value, about: '', example: ''}
  if (state.kind === 'absent')
    return {range: trimmed(post, range), message: 'missingFile', values: words}
  const from = value.lastIndexOf('/') + 1
  return {
    range: mapped.range(from, value.length),
    message: 'fileCase',
    values: {...words, actual: state.actual},
    expected: [state.actual],
    fix: 'safe'
  }
}

function trimmed(post: Post, range: {start: number; end: number}): {start: number; end: number} {
  const {end} = post.source.line(post.source.lineAt(range.start))
  return {start: range.start, end: Math.min(range.end, end)}
}

function isAboutAlternative({instancePath, params}: SchemaError): boolean {
  const path = instancePath.split('/').filter((d) => !/^\d+$/.test(d))
  const key = typeof params.missingProperty === 'string' ? params.missingProperty : path.at(-1)
  return alternativeKey.test(key ?? '')
}
