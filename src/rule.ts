import type {Root} from 'mdast'
import type {Plugin} from 'unified'
import {lintRule} from 'unified-lint-rule'
import type {VFile} from 'vfile'
import type {VFileMessage} from 'vfile-message'
import {ConfigurationError} from './configuration-error.js'
import {type Catalogue, catalogues, type RuleId} from './messages/catalogue.js'
import type {MessageMaker, MessageText} from './messages/message.js'
import type {Post} from './post/post.js'
import type {Range} from './post/source.js'
import type {Project} from './project.js'
import {noteTrouble} from './report.js'

export type {RuleId} from './messages/catalogue.js'

export type Pillar =
  | 'metadata'
  | 'alternative-text'
  | 'lists'
  | 'names'
  | 'html'
  | 'links'
  | 'upkeep'

/**
 * How sure a replacement is: `--fix` applies the safe ones; a suggestion is a person's to choose.
 */
export type FixStrength = 'safe' | 'suggestion'

type Messages<Id extends RuleId> = Catalogue[Id]

type ValuesOf<
  Id extends RuleId,
  MessageId extends keyof Messages<Id>
> = Messages<Id>[MessageId] extends (values: infer Values) => MessageText ? Values : never

/** One mistake, before it has words. */
export type Finding<Id extends RuleId> = {
  [MessageId in keyof Messages<Id>]: {
    /** The offsets that are reported and that each of {@link expected} replaces. */
    readonly range: Range
    readonly message: MessageId
    readonly values: ValuesOf<Id, MessageId>
    /** What could stand at exactly {@link range} instead, best first. */
    readonly expected?: readonly string[]
    /** Only a single replacement can be safe. Without it: a suggestion. */
    readonly fix?: FixStrength
  }
}[keyof Messages<Id>]

/** What is a mistake, or none, by what the other posts of the site claim. */
export type Claim<Id extends RuleId> = Finding<Id> & {
  readonly key: string
  /**
   * Where posts of a site have a habit: whether this one follows it or is the exception. Exceptions are
   * reported, with the places of the others, where the habit is that of most posts that claim the key.
   */
  readonly role?: ClaimRole
  /**
   * What the key is one of: it is a mistake to share it only where a handful of posts claim keys of the
   * same kind, and nearly all of them each a key of its own.
   */
  readonly among?: string
}

export type ClaimRole = 'habit' | 'exception'

export interface RuleContext<Id extends RuleId, Options> {
  readonly post: Post
  /** What the configuration and its other files say for this post. */
  readonly project: Project
  /** The rule's options: defaults where the user set nothing. */
  readonly options: Options
  report(finding: Finding<Id>): void
  /**
   * Says that this post has something that no other post of the site may have. Where two posts of a
   * run claim one key, the command line reports the message at each of them, with the other's place.
   * A single file (the editor) never has such a finding.
   */
  claim(claim: Claim<Id>): void
}

/**
 * A short text with its findings marked:
 * `⟦wrong⟧` is found, with nothing in hand; `⟦wrong⇒right⟧` has a safe fix; `⟦wrong⇢right⟧` or
 * `⟦wrong⇢right|other⟧` has suggestions (`\|` is a bar in one); `⟦⇒new⟧` inserts. A text without marks must be found clean.
 */
export interface Example {
  /** What the example shows, as a sentence. */
  readonly name: string
  readonly text: string
  /** The rule's own options. */
  readonly options?: Readonly<Record<string, unknown>>
  /** The plugin's options (names, schema, locale…). */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Path of the post, `post.md` unless said. */
  readonly path?: string
  /** Files beside the post that must exist for the example: path → content. */
  readonly files?: Readonly<Record<string, string>>
}

export interface OptionSpecification {
  /** JSON Schema (2020-12) of the option's value. */
  readonly schema: Readonly<Record<string, unknown>>
  readonly description: string
}

export interface RuleSpecification<Id extends RuleId, Options extends object> {
  readonly id: Id
  readonly pillar: Pillar
  /** What the rule finds, as one sentence. */
  readonly summary: string
  /** Why it matters, in Markdown. */
  readonly why: string
  /** The sections of standards that the rule follows. */
  readonly standards?: readonly {readonly name: string; readonly url: string}[]
  readonly defaults: Options
  readonly options: {readonly [Key in keyof Options]-?: OptionSpecification}
  readonly examples: readonly Example[]
  check(context: RuleContext<Id, Options>): void
}

/** A rule as the rest of the project sees it: what it is called, what it says, how to run it. */
export interface Rule {
  readonly id: RuleId
  readonly pillar: Pillar
  readonly summary: string
  readonly why: string
  readonly standards: readonly {readonly name: string; readonly url: string}[]
  readonly defaults: object
  readonly options: Readonly<Record<string, OptionSpecification>>
  readonly examples: readonly Example[]
  readonly url: string
  /**
   * A unified plugin that runs the rule on its own.
   *
   * @param settings `[severity, options]` as remark-lint has it, with the post and its project.
   */
  readonly plugin: Plugin<[[severity: 0 | 1 | 2, RuleInput]], Root>
}

export interface RuleInput {
  readonly options: object
  /** The views of a file, the same object for every rule that runs on it. */
  read(tree: Root, file: VFile): {readonly post: Post; readonly project: Project}
}

declare module 'vfile-message' {
  interface VFileMessage {
    /** How sure the replacements in `expected` are; absent where there are none. */
    fix?: 'safe' | 'suggestion'
    /**
     * Set on what is only a mistake if another post claims the same key. Such messages go through
     * the ignore comments like all others, and are then taken out of the file's messages.
     */
    claim?: string
    /** See `Claim.role`. */
    claimRole?: 'habit' | 'exception'
    /** See `Claim.among`. */
    claimAmong?: string
  }
}

/** Where a rule's documentation stands. */
export function ruleUrl(id: string): string {
  return `https://github.com/remark-lint-episode/remark-lint-episode/blob/main/docs/rules/${id}.md`
}

/** A message is an error, of which V8 notes at some cost where it was made; here nobody asks. */
function withoutStack<Made>(make: () => Made): Made {
  const {stackTraceLimit} = Error
  Error.stackTraceLimit = 0
  try {
    return make()
  } finally {
    Error.stackTraceLimit = stackTraceLimit
  }
}

/** Makes a rule from its specification: one file holds all that there is to say of it. */
export function defineRule<Id extends RuleId, Options extends object>(
  specification: RuleSpecification<Id, Options>
): Rule {
  const {id, defaults} = specification
  const url = ruleUrl(id)
  const plugin = lintRule<Root, RuleInput>(
    {origin: `remark-lint:${id}`, url},
    (tree, file, input) => {
      // The linter that wraps this function makes a warning of any error; a configuration that
      // can't be used is more than that, and is told once, not by every rule that meets it.
      try {
        check(tree, file, input)
      } catch (error) {
        if (!(error instanceof ConfigurationError)) throw error
        noteTrouble(file, error)
      }
    }
  )

  const optionsOf = new WeakMap<RuleInput, Options>()

  function check(tree: Root, file: VFile, input: RuleInput): void {
    const options = optionsOf.get(input) ?? {...defaults, ...input.options}
    optionsOf.set(input, options)
    const {post, project} = input.read(tree, file)
    const {source} = post
    const messages: Readonly<Record<PropertyKey, MessageMaker>> = catalogues[project.locale][id]
    const report = ({
      range,
      message: messageId,
      values,
      expected,
      fix
    }: Finding<Id>): VFileMessage | undefined => {
      if (post.isUnread(range)) return undefined
      const text = messages[messageId]?.(values)
      if (!text) throw new Error(`${id}: no message ${String(messageId)}`)
      const start = source.pointAt(range.start)
      const end = source.pointAt(range.end)
      const message = withoutStack(() => file.message(text.reason, {start, end}))
      message.note = text.note
      message.actual = source.slice(range)
      message.expected = expected ? [...expected] : []
      if (expected && expected.length > 0) message.fix = fix ?? 'suggestion'
      return message
    }
    specification.check({
      post,
      project,
      options,
      report,
      claim(claim) {
        const message = report(claim)
        if (!message) return
        message.claim = claim.key
        if (claim.role) message.claimRole = claim.role
        if (claim.among !== undefined) message.claimAmong = claim.among
      }
    })
  }

  return {
    id,
    pillar: specification.pillar,
    summary: specification.summary,
    why: specification.why,
    standards: specification.standards ?? [],
    defaults,
    options: specification.options as Readonly<Record<string, OptionSpecification>>,
    examples: specification.examples,
    url,
    plugin: plugin as Rule['plugin']
  }
}
