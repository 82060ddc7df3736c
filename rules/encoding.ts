import {findReferences, findWrongEncoding} from '../src/post/damaged-text.js'
import {characterReferenceAt} from '../src/post/mapped-text.js'
import type {Post} from '../src/post/post.js'
import {defineRule} from '../src/rule.js'

export const encoding = defineRule({
  id: 'episode-encoding',
  pillar: 'links',
  summary: 'Text shows the letters that were written.',
  why: 'A text that is saved in one encoding and read in another, on its way through an export or a copy, comes out with `Ã©` for `é` and `â€™` for an apostrophe. A letter that could not be read is `\uFFFD` for good. And what was escaped twice, `&amp;eacute;`, shows as `&eacute;`.',
  standards: [
    {
      name: 'WHATWG Encoding §9: windows-1252',
      url: 'https://encoding.spec.whatwg.org/#legacy-single-byte-encodings'
    },
    {
      name: 'WHATWG HTML §13.2.5.72: character references',
      url: 'https://html.spec.whatwg.org/multipage/parsing.html#character-reference-state'
    }
  ],
  defaults: {},
  options: {},
  examples: [
    {
      name: 'Des accents et des apostrophes',
      text: 'Les ⟦Ã©lÃ¨⇒élè⟧ves de l⟦â€™Ã©⇒’é⟧cole vont ⟦Ã⇒à⟧ la mine, et voil⟦Ã⇒à⟧ la suite, ⟦â€”⇒—⟧ la S⟦Ã‰CURITÃ‰⇒ÉCURITÉ⟧.\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'Quotation marks, signs and pictures',
      text: '⟦â€œ⇒“⟧Good evening.⟦â€⇒”⟧ It cost ⟦â‚¬⇒€⟧5, at 20⟦Â°⇒°⟧C. ⟦ðŸŽ™⇒🎙⟧ ⟦â†’⇒→⟧ ⟦Å’⇒Œ⟧uvre\n'
    },
    {
      name: 'Damaged twice, and in other scripts',
      text: 'It⟦Ã¢â‚¬â„¢⇒’⟧s ⟦Ð¿Ñ€Ð¸Ð²ÐµÑ‚⇒привет⟧.\n'
    },
    {
      name: 'In front matter and in an alternative text',
      text: '---\ntitle: "Caf⟦Ã©⇒é⟧ du port"\n---\n\n![The caf⟦Ã©⇒é⟧ at night](cafe.jpg)\n'
    },
    {
      name: 'Des espaces insécables',
      text: 'Il dit⟦Â\u00A0⇒\u00A0⟧: ⟦Â«Â⇒«⟧ Bonjour ⟦Â»⇒»⟧. Oui⟦Â⇒⟧ !\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'A byte order mark in the text',
      text: '⟦ï»¿⇒⟧The mill at dawn.\n'
    },
    {
      name: 'Control characters, which show as nothing',
      text: 'It⟦â\u0080\u0099⇒’⟧s caf⟦Ã\u0083Â©⇒é⟧.\n'
    },
    {
      name: 'A letter that is lost',
      text: 'A caf⟦\uFFFD⟧ in the va⟦\uFFFD\uFFFD⟧ey.\n'
    },
    {
      name: 'References that are escaped twice',
      text: '---\ntitle: Caf⟦&amp;eacute;⇢é⟧s a⟦&amp;quot;⇢&quot;⟧b ⟦&amp;⇢&⟧ bar\n---\n\nCaf⟦&amp;eacute;⇢&eacute;⟧, a⟦&#38;nbsp;⇢&nbsp;⟧bar, it⟦&amp;#8217;⇢&#8217;⟧s Q⟦&amp;amp;⇢&amp;⟧A.\n'
    },
    {
      name: 'References in a title, which feeds show as they are written',
      text: '---\ntitle: The mill ⟦&#8211;⇢–⟧ l⟦&rsquo;⇢’⟧eau ⟦&amp;⇢&⟧ co, Q&amp;A &#35;9 ⟦&quot;⟧a⟦&#039;⟧ &lt;b\nother: a &#8211; b\n---\n\nThe mill &#8211; l&rsquo;eau\n'
    },
    {
      name: 'References without their end',
      text: 'Don⟦&#8217⇒&#8217;⟧t,⟦&nbsp⇒&nbsp;⟧they said, in⟦&nbsp⇒&nbsp;⟧the caf⟦&eacute⇒&eacute;⟧.\n\nWrite `&nbsp` for it. R&D, A&B, Q&amp;A, \\&nbsp, a&copy=b, ?a=1&eacute=2\n'
    },
    {
      name: 'Letters of languages, and signs behind them',
      text: 'Voilà, « É », «un café»…, naïve… Château—À€, the letter Ã in “AMANHÃ” and MAÇÃ” and PÃO, Â and Œuvre, façade’s, ÂME » and À».\n'
    },
    {
      name: 'Words about encodings, and about HTML',
      text: 'The page has `Ã©` for `é`, and `caf&amp;eacute;`. We write &amp;nbsp; and a&amp;lt;b, or caf\\&eacute;, at Q&amp;A and AT&T;.\n'
    },
    {
      name: 'What the author wrote in another way',
      text: 'Caf&eacute;, caf&#233;, &Acirc;\n'
    }
  ],
  check({post, report}) {
    const {source} = post
    for (const {range, written, expected} of referencesInTitles(post)) {
      report({range, message: 'reference', values: {text: written}, expected})
    }
    if (!traces.test(source.text)) return
    for (const {mapped, pointer = ''} of post.prose) {
      const {text} = mapped
      for (const {start, end, original} of findWrongEncoding(text)) {
        const finding = {
          range: mapped.range(start, end),
          expected: [original],
          fix: 'safe'
        } as const
        const damaged = text.slice(start, end)
        if (original.trim() === '') report({...finding, message: 'space', values: {text: damaged}})
        else report({...finding, message: 'damaged', values: {text: damaged, original}})
      }
      for (const {index, 0: signs} of text.matchAll(/\uFFFD+/g)) {
        report({
          range: mapped.range(index, index + signs.length),
          message: 'lost',
          values: {text: wordAround(text, index)}
        })
      }
      for (const {index, 0: written} of text.matchAll(unended)) {
        const range = mapped.range(index, index + written.length)
        if (source.slice(range) !== written) continue
        const expected = [`${written};`]
        report({range, message: 'unended', values: {text: written}, expected, fix: 'safe'})
      }
      for (const {start, end, original} of findReferences(text)) {
        const range = mapped.range(start, end)
        if (!escapedTwice.test(source.slice(range))) continue
        const character = keysOfTitles.test(pointer) && characterReferenceAt(original, 0)?.text
        const expected = [character && !markup.test(character) ? character : original]
        report({range, message: 'escaped', values: {text: original}, expected})
      }
    }
  }
})

/** Keys whose values go to feeds, search engines and shares, too. */
const keysOfTitles = /^\/(?:title|subtitle|subject|description|summary|excerpt|teaser)$/
/** Characters that may end the value, or begin something else in it. */
const markup = /^['"#<>\\:&]$/

/** Character references of HTML in titles and descriptions, with the characters that they stand for. */
function* referencesInTitles({frontMatter}: Post) {
  for (const {pointer, value, mapped} of frontMatter.strings) {
    if (!keysOfTitles.test(pointer)) continue
    for (const {index, 0: written} of value.matchAll(/&(?:#x?[\da-f]{2,5}|[a-z]{2,8}\d?);/gi)) {
      const character = characterReferenceAt(value, index)?.text
      const range = mapped.range(index, index + written.length)
      // `&amp;` between words is an ampersand; else more may have been escaped.
      const around = value.slice(Math.max(0, index - 1), index + written.length + 1)
      const isWanted =
        character === '&' ? around === ` ${written} ` : !/[<>#\\:]/.test(character ?? '<')
      if (character === undefined || !isWanted) continue
      yield {
        range,
        written,
        expected: character === '&' || !markup.test(character) ? [character] : []
      }
    }
  }
}

/**
 * What most posts have none of, in their source: no letter of UTF-8 read wrong stands before ASCII, and
 * few posts have accents that are characters of their own.
 */
const traces =
  /[\u0300-\u036F]|[\u00C2-\u00F4][^ -~\s]|[ÂÃ][\s.,;:!?)]|\uFFFD|&(?:amp|#38|#x26);[#a-z]|&(?:#\d{2,5}|[a-z]{4,6})(?![;\w])|&nbsp(?!;)|&#\d{2,5}(?![;\d])/i

/** Character references without their end, which Markdown wants (CommonMark 0.31 §2.5). */
const unended =
  /&(?:#\d{2,5}(?![;\d])|nbsp(?!;)|(?:[a-z](?:acute|grave|circ|uml|cedil|tilde)|[lr][sda]quo|hellip|[nm]dash)(?![;\w=]))/gi

const escapedTwice = /^&(?:amp|#38|#x26);[#a-z\d]+;$/i

const longestWord = 40

/** The word that a character stands in. */
function wordAround(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - longestWord), index).replace(/^.*\s/s, '')
  return before + (/^\S*/.exec(text.slice(index, index + longestWord))?.[0] ?? '')
}
