import {sourceEdit} from '../src/names/source-edit.js'
import {defineRule} from '../src/rule.js'

export const knownNames = defineRule({
  id: 'episode-known-names',
  pillar: 'names',
  summary: 'Names of people, institutions and brands are spelt as the list of names has them.',
  why: 'A misspelt guest or institution is the mistake that embarrasses most.',
  defaults: {},
  options: {},
  examples: [
    {
      name: 'A letter too many in a surname',
      settings: {names: [{name: 'Lucile Fropignac', kind: 'person'}]},
      text: 'Avec Lucile ⟦Froppignac⇒Fropignac⟧, chercheuse.\n'
    },
    {
      name: 'A surname in capitals keeps them',
      settings: {names: [{name: 'Maëlle Raphaël', kind: 'person'}]},
      text: 'Invitée : Maëlle ⟦RAPHAÊL⇒RAPHAËL⟧. Maëlle RAPHAËL était déjà venue.\n'
    },
    {
      name: 'A wrong word inside the name of an institution',
      settings: {
        names: [
          {
            name: 'CESE',
            kind: 'acronym',
            expansion: 'Conseil économique, social et environnemental'
          }
        ]
      },
      text: 'Le CESE (Conseil économique, ⟦sociale⇒social⟧ et environnemental) l’a dit.\n'
    },
    {
      name: 'Capitals inside a brand',
      settings: {names: [{name: 'GitHub', kind: 'brand'}]},
      text: 'Our code is on ⟦Github⇒GitHub⟧, see github.com and @github.\n'
    },
    {
      name: 'A name that is split',
      settings: {names: [{name: 'ChatGPT', kind: 'brand'}]},
      text: '> We asked ⟦Chat GPT⇒ChatGPT⟧ about it.\n'
    },
    {
      name: 'Formatting inside a name stays',
      settings: {names: [{name: 'Lucile Fropignac', kind: 'person'}]},
      text: 'Avec Lucile **⟦Frop**pignac⇒Frop**ignac⟧.\n'
    },
    {
      name: 'An elided article, an all-capitals surname and a tag',
      settings: {
        names: [
          {name: 'ADEME', kind: 'acronym'},
          {name: 'Lucile Fropignac', kind: 'person'}
        ]
      },
      text: '---\ntags: [ademe]\n---\n\nLucile FROPIGNAC, de l’ADEME.\n'
    }
  ],
  check({post, project, report}) {
    const matcher = project.names()
    if (!matcher) return
    const runs = post.prose.filter((d) => !isNoProse(d.pointer))
    const slips = matcher.find(
      runs.map(({mapped, pointer}) => ({text: mapped.text, isTag: isTags(pointer)}))
    )
    for (const {text, start, end, expected, sure, name, fault} of slips) {
      const mapped = runs[text]?.mapped
      if (!mapped) continue
      const edits = expected.map((d) => sourceEdit(post.source, mapped, {start, end}, d))
      const replacements = edits.flatMap((d) => d.expected ?? [])
      report({
        range: mapped.range(start, end),
        message: fault,
        values: {written: mapped.text.slice(start, end), expected: expected[0] ?? name, name},
        ...(replacements.length > 0 ? {expected: replacements} : {}),
        fix: sure && replacements.length === 1 ? 'safe' : 'suggestion'
      })
    }
  }
})

/** The key that a JSON Pointer ends with, positions in lists aside. */
function lastKey(pointer: string): string {
  return pointer.split('/').findLast((d) => !/^\d+$/.test(d)) ?? ''
}

function isTags(pointer: string | undefined): boolean {
  return pointer !== undefined && /^(?:tags?|categor(?:y|ies)|key-?words?)$/i.test(lastKey(pointer))
}

/** Whether a string of the front matter is written for the site's software. */
function isNoProse(pointer: string | undefined): boolean {
  return (
    pointer !== undefined &&
    /^(?:slug|permalink|(?:.*[_-])?(?:url|uri|link|href|path|src|file|id|guid)|layout|template|date|user(?:name)?|login|handle|account|github|gitlab|twitter|x|mastodon|bluesky|linkedin|instagram|facebook|youtube|tiktok)$/i.test(
      lastKey(pointer)
    )
  )
}
