import type {Template} from '../src/post/templates.js'
import {defineRule} from '../src/rule.js'

/** Tags of Nunjucks and Liquid that have an end tag, by what they are called. */
const knownPairs: ReadonlyMap<string, string> = new Map([
  ...`autoescape block call capture case comment filter for highlight if ifchanged macro raw switch
  tablerow unless verbatim`
    .split(/\s+/)
    .map((name) => [name, `end${name}`] as const),
  ['asyncEach', 'endeach'],
  ['asyncAll', 'endall']
])

/** Tags of Nunjucks and Liquid that stand alone, or may. */
const standalone: ReadonlySet<string> = new Set(
  `set include import from extends assign increment decrement cycle render layout else elsif elseif
  elif when continue break liquid echo`.split(/\s+/)
)

/** English words that begin with “end” and end nothing. */
const wordsWithEnd =
  /^end(?:card|game|ing|ings|less|note|notes|orse|orsement|point|points|screen|user)$/i

interface Tag {
  readonly template: Template
  /** Language and name without what marks an end, so that both tags of a pair have the same. */
  readonly key: string
  readonly name: string
  readonly isEnd: boolean
}

export const shortcodePairs = defineRule({
  id: 'episode-shortcode-pairs',
  pillar: 'html',
  summary: 'Template tags that come in pairs have both their tags.',
  why: `A site’s build stops at \`{% transcription %}\` without \`{% endtranscription %}\`, and at the
reverse; some engines go on and put the rest of the page inside.

Which tags come in pairs is known for those of Nunjucks and Liquid; of a site’s own tags, each one of
which the post uses an end tag is a pair. Where the command checks several posts, it is one too if
most posts that use it give it an end.`,
  standards: [
    {name: 'Nunjucks: tags', url: 'https://mozilla.github.io/nunjucks/templating.html#tags'},
    {name: 'Liquid: tags', url: 'https://shopify.github.io/liquid/tags/template/'},
    {name: 'Hugo: shortcodes', url: 'https://gohugo.io/content-management/shortcodes/'}
  ],
  defaults: {pairs: [] as readonly string[]},
  options: {
    pairs: {
      schema: {type: 'array', items: {type: 'string'}, uniqueItems: true},
      description:
        'Names of the site’s own tags that come in pairs, also where a post forgets all end tags.'
    }
  },
  examples: [
    {
      name: 'One of two has no end',
      text: '⟦{% transcription "Ada" %}⟧\n\nBonjour.\n\n{% transcription "Léa" %}\n\nBonsoir.\n\n{% endtranscription %}\n'
    },
    {name: 'An end without a start', text: 'Bonjour.\n\n⟦{% endtranscription %}⟧\n'},
    {name: 'A condition without an end', text: '⟦{%- if live -%}⟧\nEn direct.\n'},
    {
      name: 'A pair of the site’s own',
      text: '⟦{% card %}⟧\nText.\n',
      options: {pairs: ['card']}
    },
    {
      name: 'Ends in the wrong order',
      text: '{% card %}{% note %}Text⟦{% endcard %}⟧{% endnote %}\n'
    },
    {name: 'Hugo', text: '{{< notice >}}\nText.\n{{< /notice >}}\n\n⟦{{< notice >}}⟧\nText.\n'},
    {name: 'Hugo, an end without a start', text: 'Text.\n\n⟦{{% /notice %}}⟧\n'},
    {
      name: 'A tag without its end',
      text: '⟦{% youtube "abc" }⟧\n\nText with {% youtube "def" %}.\n'
    },
    {
      name: 'A shortcode of Hugo without its end, and with another’s',
      text: '⟦{{< youtube abc >}⟧\n\nText.\n\n⟦{{< youtube def %}}⟧\n\n{{< youtube ghi >}}\n'
    },
    {name: 'In a block quote', text: '> ⟦{% endtabs %}⟧\n'},
    {
      name: 'Tags that stand alone',
      text: '{%- dailymotion "x9zn3e0" -%}\n\n{% include "a.njk" %}\n\n{{< youtube abc >}} {{ title }}\n'
    },
    {
      name: 'Pairs, one in the other',
      text: '{% if a %}\n{% for b in c %}x{% else %}y{% endfor %}\n{% endif %}\n\n{% set a = 1 %}\n{% note %}N{% endnote %}\n\n{{< tabs >}}{{< tab "a" />}}{{< /tabs >}}\n'
    },
    {
      name: 'What isn’t read',
      text: '{% raw %}{% endnote %}{% endraw %}\n\n{% comment %}{% if %}{% endcomment %}\n\n`{% endif %}` {# {% endif %} #} {{</* notice */>}}\n'
    },
    {name: 'A tag that only begins like an end', text: 'Text {% endnote "See page 3" %}\n'},
    {name: 'A heading’s id', text: '## Title {#title}\n\nText #}\n'},
    {name: 'No templates', text: 'Text {% endif %}\n', settings: {templates: 'none'}}
  ],
  check({post, options, report, claim}) {
    const {source, templates, frontMatter} = post
    const inBody = templates.filter(
      (d) => d.kind === 'tag' && d.name !== '' && d.start >= frontMatter.range.end
    )
    const names = new Set(inBody.map((d) => d.name))
    const tags = inBody.map((d) => tagOf(d, names))
    const text = (tag: Tag): string => source.slice(tag.template)
    const paired = new Set([
      ...[...knownPairs.keys(), ...options.pairs].map((name) => `{% ${name}`),
      ...options.pairs.map((name) => `{{ ${name}`),
      ...tags.filter((d) => d.isEnd).map((d) => d.key)
    ])
    const open: Tag[] = []
    const late: {readonly tag: Tag; readonly by: Tag}[] = []
    for (const tag of tags) {
      if (!tag.isEnd) {
        if (paired.has(tag.key) && !/\/\s*[>%]\}\}$/.test(text(tag))) open.push(tag)
        continue
      }
      const at = open.findLastIndex((d) => d.key === tag.key)
      if (at >= 0) {
        for (const inner of open.splice(at).slice(1)) late.push({tag: inner, by: tag})
        continue
      }
      const before = late.findLastIndex((d) => d.tag.key === tag.key)
      const crossed = late[before]
      if (crossed) {
        late.splice(before, 1)
        const line = source.lineAt(crossed.tag.template.start)
        const values = {tag: text(crossed.by), inner: text(crossed.tag), line}
        report({range: crossed.by.template, message: 'crossed', values})
      } else {
        const values = {tag: text(tag), start: startTagOf(tag)}
        report({range: tag.template, message: 'stray', values})
      }
    }
    for (const tag of [...open, ...late.map((d) => d.tag)]) {
      const values = {tag: text(tag), end: endTagOf(tag)}
      report({range: tag.template, message: 'unclosed', values})
    }
    const told = new Set<string>()
    for (const tag of tags) {
      // `set` is written both ways in one site (Nunjucks, "set").
      if (tag.isEnd || isKnownTag(tag) || told.has(tag.key)) continue
      told.add(tag.key)
      const isClosed = paired.has(tag.key) || /\/\s*[>%]\}\}$/.test(text(tag))
      const values = {tag: text(tag), end: endTagOf(tag)}
      const role = isClosed ? 'habit' : 'exception'
      claim({range: tag.template, message: 'unclosed', values, key: tag.key, role})
    }
    for (const {start, end} of post.unfinishedTemplates) {
      const written = source.text.slice(start, end)
      const closing = written.startsWith('{{<') ? '>}}' : written.startsWith('{{') ? '%}}' : '%}'
      report({range: {start, end}, message: 'unfinished', values: {tag: written, end: closing}})
    }
  }
})

/** Whether a tag is one of the engine's own, of which is known whether it has an end. */
function isKnownTag({template, name}: Tag): boolean {
  return template.language !== 'hugo' && (knownPairs.has(name) || standalone.has(name))
}

/** @param names Of all tags of the post: they tell whether `endnote` is the end of a `note`. */
function tagOf(template: Template, names: ReadonlySet<string>): Tag {
  const {language, name} = template
  if (language === 'hugo') {
    const isEnd = name.startsWith('/')
    const plain = isEnd ? name.slice(1) : name
    return {template, key: `{{ ${plain}`, name: plain, isEnd}
  }
  for (const [start, end] of knownPairs) {
    if (end === name) return {template, key: `{% ${start}`, name: start, isEnd: true}
  }
  const isEnd = /^end\w/.test(name) && (!wordsWithEnd.test(name) || names.has(name.slice(3)))
  const plain = isEnd ? name.slice(3) : name
  return {template, key: `{% ${plain}`, name: plain, isEnd}
}

function startTagOf({template, name}: Tag): string {
  return template.language === 'hugo' ? `{{< ${name} >}}` : `{% ${name} %}`
}

function endTagOf({template, name}: Tag): string {
  if (template.language === 'hugo') return `{{< /${name} >}}`
  return `{% ${knownPairs.get(name) ?? `end${name}`} %}`
}
