import {isAccount, isTags} from '../src/names/keys.js'
import {labelAround} from '../src/names/links.js'
import {otherSpellings} from '../src/names/spellings.js'
import {defineRule} from '../src/rule.js'

export const oneSpelling = defineRule({
  id: 'episode-one-spelling',
  pillar: 'names',
  summary: 'A name with a capital inside is written in one way throughout a post.',
  why: 'Where `RailsConf` is `Railsconf` three lines below, one of the two is wrong, and no list of names is needed to see it. Compared are words with a capital inside and the same letters with other capitals, or in two words where one word is the rule (`Rails Conf`). The rarer spelling is reported, though it may be the right one. Words of the language, in small letters, in capitals throughout, handles, tags, addresses and code are left alone, and so is what is on the list of names: `episode-known-names` compares it.',
  defaults: {},
  options: {},
  examples: [
    {
      name: 'Other capitals',
      text: '---\ntitle: MillConf in Arvane\ntwitter: Millconf\n---\n\nMillConf is back. We talk of ⟦Millconf⇢MillConf⟧ and **⟦MIllConf⇢MillConf⟧**, of millconf and of MILLCONF, @Millconf, #Millconf, Millconf.example, Millconf-2 and `Millconf`, or ⟦Mill**conf⟧**.\n'
    },
    {
      name: 'As frequent: the capital inside counts',
      text: 'It is new, says ⟦Rivamell⇢RivaMell⟧. RivaMell is older.\n'
    },
    {
      name: 'The rarer one, though it has the capital inside',
      text: 'Rivamell is new, says Rivamell, or ⟦RivaMell⇢Rivamell⟧.\n'
    },
    {
      name: 'Two words, and one',
      text: 'RivaMell is fast. So is RivaMell 2, or ⟦Riva Mell⇢RivaMell⟧ for short, not Riva Mello.\n\nDalHarv, and the Dal Harv of Arvane, is a house.\n'
    },
    {
      name: 'Words of the language',
      text: 'NoteBook and Notebook. WaterWheel, WaterWheel and a Water Wheel.\n'
    },
    {
      name: 'The beginning of a sentence',
      text: 'MacMill is no macMill. ePump and EPump.\n'
    },
    {
      name: 'A name of the list, and tags',
      settings: {names: [{name: 'RivaMell', kind: 'brand', also: ['Rivamell']}]},
      text: '---\ntags: [Millconf]\n---\n\nRivaMell, a Rivamell. MillConf.\n'
    },
    {
      name: 'A word that finds its address',
      text: 'MillConf, MillConf and [⟦Millconf⟧][].\n\n[millconf]: https://mill.example\n'
    }
  ],
  check({post, project, report}) {
    const matcher = project.names()
    const runs = post.prose.filter(({pointer}) => !isAccount(pointer) && !isTags(pointer))
    const found = otherSpellings(
      runs.map(({mapped}) => mapped.text),
      (name) => matcher?.knows(name) === true
    )
    for (const {text, start, end, written, usual, times} of found) {
      const mapped = runs[text]?.mapped
      if (!mapped) continue
      const range = mapped.range(start, end)
      const isWhole = post.source.slice(range) === written && !labelAround(post, range)
      report({
        range,
        message: 'spelling',
        values: {written, usual, times},
        ...(isWhole ? {expected: [usual]} : {})
      })
    }
  }
})
