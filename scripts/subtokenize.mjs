// Stands in the bundle for `micromark-util-subtokenize` (see `faster-parser.mjs`), which puts the
// events of what a token holds in the token's place, each time in the middle of a long list. This one
// writes a new list from front to back. What it does is the same, but for what only task lists need, which
// the bundle doesn't read; why it does it is told there.

/**
 * Reads the contents of tokens that hold some, and puts their events in place. Of what these hold in
 * turn, only strings are read: what a text means depends on the definitions of the whole document.
 *
 * @param {import('micromark-util-types').Event[]} events Changed.
 * @returns {boolean} Whether nothing is left to be read.
 */
export function subtokenize(events) {
  /** @type {import('micromark-util-types').Event[]} */
  const result = []
  const isDone = copy(events, result, false)
  for (let index = 0; index < result.length; index++) events[index] = result[index]
  events.length = result.length
  return isDone
}

/** Adds events to a result, with what is in them; returns whether that was all. */
function copy(events, result, isContent) {
  let isDone = true
  /** What stands for a token, by the position of the event that enters it. */
  const contents = new Map()
  for (let index = 0; index < events.length; index++) {
    const event = events[index]
    const kind = event[0]
    const token = event[1]
    if (kind === 'enter' && token.contentType && !contents.has(index)) {
      if (isContent && token.contentType !== 'string') isDone = false
      else readContents(events, index, contents)
    }
    const content = contents.get(index)
    if (content) {
      if (!copy(content, result, true)) isDone = false
      // The event that leaves the token.
      index++
    } else if (kind === 'exit' && token._container) {
      leaveContainer(result, event)
    } else {
      result.push(event)
    }
  }
  return isDone
}

/** Adds the event that leaves a container, before the line endings that stand last in it. */
function leaveContainer(result, event) {
  let first
  for (let index = result.length - 1; index >= 0; index--) {
    const kind = result[index][0]
    const token = result[index][1]
    if (token.type === 'lineEnding' || token.type === 'lineEndingBlank') {
      if (kind === 'exit') continue
      if (first !== undefined) result[first][1].type = 'lineEndingBlank'
      token.type = 'lineEnding'
      first = index
    } else if (token.type !== 'linePrefix' && token.type !== 'listItemIndent') break
  }
  if (first === undefined) {
    result.push(event)
    return
  }
  event[1].end = {...result[first][1].start}
  result.splice(first, 0, event)
}

/** Reads what a token and those linked to it hold, and notes the events of each. */
function readContents(events, position, contents) {
  const [, head, context] = events[position]
  let tokenizer = head._tokenizer
  if (!tokenizer) {
    tokenizer = context.parser[head.contentType](head.start)
    if (head._contentTypeTextTrailing) tokenizer._contentTypeTextTrailing = true
  }
  const found = tokenizer.events
  const positions = []
  let at = position - 1
  for (let token = head, previous; token; previous = token, token = token.next) {
    while (events[++at][1] !== token);
    positions.push(at)
    if (token._tokenizer) continue
    const stream = context.sliceStream(token)
    if (!token.next) stream.push(null)
    if (previous) tokenizer.defineSkip(token.start)
    tokenizer.write(stream)
  }
  const breaks = [0]
  let token = head
  for (let index = 1; index < found.length; index++) {
    const before = found[index - 1]
    if (found[index][0] !== 'exit' || before[0] !== 'enter') continue
    const {type, start, end} = found[index][1]
    // A void token that holds a break.
    if (type !== before[1].type || start.line === end.line) continue
    breaks.push(index + 1)
    token._tokenizer = undefined
    token.previous = undefined
    token = token.next
  }
  tokenizer.events = []
  if (token) {
    token._tokenizer = undefined
    token.previous = undefined
  } else breaks.pop()
  for (let index = breaks.length - 1; index >= 0; index--) {
    contents.set(positions.pop(), found.slice(breaks[index], breaks[index + 1]))
  }
}
