import {closest} from '../src/closest.js'
import {unusedIgnores} from '../src/ignore.js'
import {catalogues} from '../src/messages/catalogue.js'
import {defineRule} from '../src/rule.js'

export const unusedIgnore = defineRule({
  id: 'episode-unused-ignore',
  pillar: 'upkeep',
  summary: 'Comments that turn rules off hide something.',
  why: 'A comment that ignores a finding stays when the mistake is gone, and then hides the next one. One that names a rule with a letter wrong never did anything. It is looked at after all other rules have run; comments for rules that are off, or of other packages, are left alone.',
  defaults: {},
  options: {},
  examples: [
    {
      name: 'A rule of that name isn’t there',
      text: '<!--lint ignore episode-alt-text ⟦episode-alt-txt⇢episode-alt-text⟧-->\n\n![](mill.webp)\n'
    },
    {
      name: 'Une règle inconnue, dans l’en-tête',
      text: '---\ntitle: Le moulin ⟦# lint ignore episode-nothing-at-all⟧\n---\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'A comment about a rule of another package',
      text: '<!--lint ignore list-item-bullet-indent-->\n\n- The mill\n'
    }
  ],
  check({post, report}) {
    const known = Object.keys(catalogues.en)
    for (const {rule, range} of unusedIgnores(post)) {
      if (rule === undefined) continue
      if (known.includes(rule)) {
        report({range, message: 'unused', values: {rule}})
        continue
      }
      const near = closest(rule, known)
      const alone = post.source.slice(range) !== rule
      const expected = near === undefined ? [] : [post.source.slice(range).replace(rule, near)]
      report({
        range,
        message: 'unknown',
        values: {rule},
        ...(alone || expected.length === 0 ? {} : {expected})
      })
    }
  }
})
