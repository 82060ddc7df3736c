// Changes to the parser's packages that the bundle is built with: parsing is most of the time of a run,
// and these halve it. The trees stay the same, which tests/faster-parser.test.ts holds. Each change
// names the text it replaces, and stops the build where that text is no longer there once.
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
    let end = constructs ? point._bufferIndex + 1 : chunk.length
    while (end < chunk.length && !constructs[chunk.charCodeAt(end)]) end++
    const size = end - point._bufferIndex
    point.column += size
    point.offset += size
    if (end === chunk.length) {
      point._bufferIndex = -1
      point._index++
    } else {
      point._bufferIndex = end
    }
    context.previous = chunk.charCodeAt(end - 1)
    consumed = true
  }

  /** @type {Effects['enter']} */
`
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
  // Asks for each event whether it is in there: an object with numbers for names answers slowly.
  'micromark-util-subtokenize/index.js': [
    {from: '  const jumps = {};\n', to: '  const jumps = new Map();\n'},
    {
      from: 'while (index in jumps) {\n      index = jumps[index];\n    }',
      to: 'while (jumps.has(index)) {\n      index = jumps.get(index);\n    }'
    },
    {
      from: 'Object.assign(jumps, subcontent(events, index));\n        index = jumps[index];',
      to: 'subcontent(events, index, jumps);\n        index = jumps.get(index);'
    },
    {
      from: 'function subcontent(events, eventIndex) {',
      to: 'function subcontent(events, eventIndex, gaps) {'
    },
    {from: '  const gaps = {};\n', to: ''},
    {
      from: 'gaps[adjust + jumps[index][0]] = adjust + jumps[index][1];',
      to: 'gaps.set(adjust + jumps[index][0], adjust + jumps[index][1]);'
    },
    {from: '  return gaps;\n', to: ''}
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
    {
      from: `handler[events[index][1].type].call({
          ...context,
          sliceSerialize`,
      to: `handler[events[index][1].type].call({
          stack: context.stack,
          tokenStack: context.tokenStack,
          config,
          enter,
          exit,
          buffer,
          resume,
          data,
          sliceSerialize`
    }
  ]
}

/** Makes a plugin of Rolldown that changes the parser as it is bundled. */
export function fasterParser() {
  const left = new Set(Object.keys(changes))
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
