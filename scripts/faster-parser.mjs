import {createHash} from 'node:crypto'
import fs from 'node:fs'

// Changes to the parser's packages that the bundle is built with: as published, parsing is most of the
// time of a run; with these, it takes a third of it. The trees stay the same, which
// tests/faster-parser.test.ts holds. Each change names the text it replaces, and stops the build where
// that text is no longer there once.
//
// The parser goes through a post one code after the other, three times: lines, contents of lines, text.
// Most of those codes mean nothing to the state that takes them; `consumePlain` takes them at once.

/**
 * What to change in each module: a text that is in there once, and what to put in its place.
 *
 * @type {Readonly<Record<string, readonly {readonly from: string, readonly to: string}[]>>}
 */
const changes = {
  'micromark/lib/create-tokenizer.js': [
    {from: '\n    consume,\n', to: '\n    consume,\n    consumePlain,\n'},
    // Written out, all tokens have one hidden class, and so have all contexts: with a dozen of them, V8
    // looks each property up in a table.
    {
      from: `const token = fields || {};
    token.type = type;
    token.start = now();
`,
      to: `const token = {
      type,
      start: now(),
      end: undefined,
      contentType: undefined,
      previous: undefined,
      next: undefined,
      _tokenizer: undefined,
      _container: undefined,
      _open: undefined,
      _close: undefined
    };
    if (fields) Object.assign(token, fields);
`
    },
    {
      from: `    code: null,
    containerState: {},
`,
      to: `    code: null,
    containerState: {},
    currentConstruct: undefined,
    interrupt: undefined,
    _contentTypeTextTrailing: undefined,
    _labelStarts: undefined,
`
    },
    // What is the prototype of an object has a hidden class of its own, too.
    {
      from: 'fields ? Object.assign(Object.create(context), fields) : context',
      to: 'fields ? new Interrupting(context, fields) : context'
    },
    {
      from: 'export function createTokenizer(',
      to: `/** A context, alive, with fields that stand before its own. */
class Interrupting {
  constructor(context, fields) {
    this.context = context
    Object.assign(this, fields)
  }
${[
  'code',
  'containerState',
  'currentConstruct',
  'events',
  'parser',
  'previous',
  'defineSkip',
  'now',
  'sliceSerialize',
  'sliceStream',
  'write'
]
  .map((name) => `  get ${name}() {\n    return this.context.${name}\n  }\n`)
  .join('')}}

export function createTokenizer(`
    },
    // A chunk is one of many kinds of strings, of which each has a hidden class of its own.
    {
      from: `while (point._index === chunkIndex && point._bufferIndex < chunk.length) {
          go(chunk.charCodeAt(point._bufferIndex));
        }`,
      to: `const {length} = chunk;
        while (point._index === chunkIndex && point._bufferIndex < length) {
          go(String.prototype.charCodeAt.call(chunk, point._bufferIndex));
        }`
    },
    // Most codes begin nothing, and most that do begin one kind of construct: no list is made for those.
    {
      from: `const list = [
          // To do: add more extension tests.
          /* c8 ignore next 2 */
          ...(Array.isArray(left) ? left : left ? [left] : []), ...(Array.isArray(all) ? all : all ? [all] : [])];`,
      to: `const list = !all && Array.isArray(left) ? left : !left && Array.isArray(all) ? all : [
          ...(Array.isArray(left) ? left : left ? [left] : []), ...(Array.isArray(all) ? all : all ? [all] : [])];`
    },
    {from: 'Array.from(stack)', to: 'stack.slice()'},
    {
      from: "  /** @type {Effects['enter']} */\n",
      // A string chunk holds no line endings and no tabs: a column for each code is right.
      to: `
  /**
   * Consumes \`code\`, and with it all that follows in the same chunk: up to the next code that one of
   * \`constructs\` can begin with, or to the end of the chunk where none are given.
   */
  function consumePlain(code, constructs) {
    if (point._bufferIndex < 0) return consume(code)
    const chunk = chunks[point._index]
    const {length} = chunk
    let end = constructs ? point._bufferIndex + 1 : length
    while (end < length && !constructs[String.prototype.charCodeAt.call(chunk, end)]) end++
    const size = end - point._bufferIndex
    point.column += size
    point.offset += size
    if (end === length) {
      point._bufferIndex = -1
      point._index++
    } else {
      point._bufferIndex = end
    }
    context.previous = String.prototype.charCodeAt.call(chunk, end - 1)
    consumed = true
  }

  /** @type {Effects['enter']} */
`
    }
  ],
  // The constructs of a processor are the same for every post.
  'micromark/lib/parse.js': [
    {
      from: 'export function parse(options) {',
      to: `let known

function combined(extensions) {
  if (known?.extensions.length !== extensions.length || known.extensions.some((d, index) => d !== extensions[index])) {
    known = {
      extensions: [...extensions],
      constructs: combineExtensions([defaultConstructs, ...extensions])
    }
  }
  return known.constructs
}

export function parse(options) {`
    },
    {
      from: 'combineExtensions([defaultConstructs, ...(settings.extensions || [])])',
      to: 'combined(settings.extensions || [])'
    }
  ],
  'micromark/lib/initialize/document.js': [
    {
      from: 'effects.consume(code);\n    return flowContinue;',
      to: 'effects.consumePlain(code);\n    return flowContinue;'
    }
  ],
  'micromark/lib/initialize/content.js': [
    {
      from: 'effects.consume(code);\n    return data;',
      to: 'effects.consumePlain(code);\n    return data;'
    }
  ],
  'micromark/lib/initialize/text.js': [
    {
      from: '// Data.\n      effects.consume(code);',
      to: '// Data.\n      effects.consumePlain(code, constructs);'
    }
  ],
  'micromark-core-commonmark/lib/content.js': [
    {
      from: 'effects.consume(code);\n    return chunkInside;',
      to: 'effects.consumePlain(code);\n    return chunkInside;'
    }
  ],
  // The kinds of HTML that only a blank line ends: nothing in their lines means anything.
  'micromark-core-commonmark/lib/html-flow.js': [
    {
      from: 'effects.consume(code);\n    return continuation;',
      to: `if (marker === 6 || marker === 7) effects.consumePlain(code);
    else effects.consume(code);
    return continuation;`
    }
  ],
  // Three arrays are made to add to the end of one; `splice` is still what adds very many.
  'micromark-util-chunked/index.js': [
    {
      from: '    splice(list, list.length, 0, items);\n    return list;',
      to: `    if (items.length < 10000) list.push(...items);
    else splice(list, list.length, 0, items);
    return list;`
    }
  ],
  // V8 11 (that of Node.js 20) gives each object that is made by spreading and adding a hidden class of
  // its own, and looks the properties of all of them up the slow way. Written out, they have one.
  'mdast-util-from-markdown/lib/index.js': [
    // So is the compiler: making one takes as long as compiling a short post, and V8 half a second to
    // optimize. What it notes of a document is made anew for each.
    {from: 'return compiler(options)(postprocess', to: 'return compilerFor(options)(postprocess'},
    {
      from: 'function compiler(options) {',
      to: `let known

function compilerFor(options) {
  const extensions = options?.mdastExtensions || []
  if (known?.extensions.length !== extensions.length || known.extensions.some((d, index) => d !== extensions[index])) {
    known = {extensions: [...extensions], compile: compiler(options)}
  }
  return known.compile
}

function compiler(options) {`
    },
    {from: '  const data = {};\n  return compile;', to: '  let data = {};\n  return compile;'},
    {from: '    let tree = {\n', to: '    data = {};\n    let tree = {\n'},
    {
      from: `if (own.call(handler, events[index][1].type)) {
        // Note: spread first, V8 has optimizations for object shape cloning.
        handler[events[index][1].type].call({
          ...context,
          sliceSerialize: events[index][2].sliceSerialize
        }, events[index][1]);
      }`,
      to: `const handle = handler[events[index][1].type];
      if (handle) {
        context.sliceSerialize = events[index][2].sliceSerialize;
        handle.call(context, events[index][1]);
      }`
    },
    {
      from: `      data
    };`,
      to: `      data,
      sliceSerialize: undefined
    };`
    }
  ]
}

/**
 * What stands for a whole module, and the SHA-256 of the module that it was written after.
 *
 * @type {Readonly<Record<string, {readonly file: string, readonly of: string}>>}
 */
const replacements = {
  'micromark-util-subtokenize/index.js': {
    file: 'subtokenize.mjs',
    of: 'a70e48d4652be4f956606dcda3e4c13707952dc74b86f6f71990eba88d4a1e79'
  }
}

/** Makes a plugin of Rolldown that changes the parser as it is bundled. */
export function fasterParser() {
  const left = new Set(Object.keys({...changes, ...replacements}))
  return {
    name: 'faster-parser',
    transform: {
      filter: {id: /node_modules.(?:micromark|mdast-util-from-markdown)/},
      /**
       * @param {string} code
       * @param {string} id The path of the module.
       */
      handler(code, id) {
        const name = id.replaceAll('\\', '/').split('/node_modules/').at(-1) ?? ''
        left.delete(name)
        const replacement = replacements[name]
        if (replacement) {
          const hash = createHash('sha256').update(code).digest('hex')
          if (hash !== replacement.of) throw new Error(`${name} has changed: it is ${hash} now`)
          return fs.readFileSync(new URL(replacement.file, import.meta.url), 'utf8')
        }
        for (const {from, to} of changes[name] ?? []) {
          const parts = code.split(from)
          if (parts.length !== 2)
            throw new Error(`${name} has changed: ${parts.length - 1} times ${from}`)
          code = parts.join(to)
        }
        return code
      }
    },
    buildEnd() {
      if (left.size > 0) throw new Error(`Not in the bundle: ${[...left].join(', ')}`)
    }
  }
}
