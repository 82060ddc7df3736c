import {readFileSync} from 'node:fs'
import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {parseDocument} from 'yaml'
import {names as corpus, sentences} from '../bench/detection/corpus.js'
import {measure, tableOf} from '../bench/detection/measure.js'
import {mistakes} from '../bench/detection/mistakes.js'
import {knownNames} from '../rules/known-names.js'
import {ConfigurationError} from '../src/configuration-error.js'
import {checkNames, readNames} from '../src/names/check.js'
import {loadDictionary} from '../src/names/dictionary.js'
import {compare} from '../src/names/edits.js'
import type {NameEntry} from '../src/names/list.js'
import {NameMatcher} from '../src/names/matcher.js'
import {readPlainList} from '../src/names/plain-list.js'

const list: readonly NameEntry[] = [
  {name: 'Lucile Fropignac', kind: 'person'},
  {name: 'Jérémie Vasseur', kind: 'person'},
  {name: 'Anna-Lena Grünwald', kind: 'person'},
  {name: 'Begoña Ibarretxe', kind: 'person'},
  {name: 'Ken Thompson', kind: 'person'},
  {name: 'ADEME', kind: 'acronym'},
  {name: 'DINUM', kind: 'acronym', expansion: 'Direction interministérielle du numérique'},
  {name: 'ANSSI', kind: 'acronym', expansion: 'Agence nationale de la sécurité des systèmes'},
  {name: 'CESE', kind: 'acronym', expansion: 'Conseil économique, social et environnemental'},
  {name: 'IA', kind: 'acronym'},
  {name: 'Institut Mines-Télécom', kind: 'organisation'},
  {name: 'Etalab', kind: 'organisation'},
  {name: 'GitHub', kind: 'brand'},
  {name: 'ChatGPT', kind: 'brand'},
  {name: 'JavaScript', kind: 'brand'},
  {name: 'Nextcloud', kind: 'brand'},
  {name: 'Duplicity', kind: 'brand', ignore: ['Duplicati']},
  {name: 'React', kind: 'brand'},
  {name: 'Alexa', kind: 'brand'},
  {name: 'Ghost', kind: 'brand'},
  {name: 'Scale', kind: 'brand'},
  {name: 'Google', kind: 'brand'},
  {name: 'C++', kind: 'brand'},
  {name: '.NET', kind: 'brand'},
  {name: 'Apple', kind: 'brand'},
  {name: 'Clojure', kind: 'brand'},
  {name: 'Parleys', kind: 'brand'},
  {name: 'Debian', kind: 'brand'},
  {name: 'Xcode', kind: 'brand'},
  {name: 'Yandex', kind: 'brand'},
  {name: 'LevelUp Tutorials', kind: 'brand'},
  {name: 'Pix', kind: 'brand', not: ['Piks']},
  {name: 'Rueil-Malmaison', kind: 'place'}
]
const matcher = new NameMatcher(list)

/** What is found in a text, as `wrong → right`. */
function found(text: string, by = matcher, isTag = false): readonly string[] {
  return by
    .find([{text, isTag}])
    .map((d) => `${text.slice(d.start, d.end)} → ${d.expected.join(' | ')}`)
}

describe('what is a misspelt name', () => {
  it.each([
    ['a letter lost', 'Avec Lucile Fropinac ce matin', 'Fropinac → Fropignac'],
    ['a letter doubled', 'Avec Lucile Froppignac ce matin', 'Froppignac → Fropignac'],
    ['a letter replaced', 'Avec Lucile Frobignac ce matin', 'Frobignac → Fropignac'],
    ['letters swapped', 'Avec Lucile Fropiganc ce matin', 'Fropiganc → Fropignac'],
    ['the given name wrong', 'Avec Lucille Fropignac ce matin', 'Lucille → Lucile'],
    ['a surname in capitals', 'Avec Lucile FROPIGNNAC ici', 'FROPIGNNAC → FROPIGNAC'],
    ['a wrong accent in capitals', 'Avec Anna-Lena GRÛNWALD ici', 'GRÛNWALD → GRÜNWALD'],
    ['an accent lost', 'Avec Begona Ibarretxe ici', 'Begona → Begoña'],
    ['a wrong word', 'Le Conseil économique, sociale et environnemental', 'sociale → social'],
    ['a plural', 'L’Institut Mines-Télécoms recrute', 'Télécoms → Télécom'],
    ['the wrong article', 'La Direction interministérielle de numérique', 'de → du'],
    ['words split', 'Demandez à Chat GPT ce soir', 'Chat GPT → ChatGPT'],
    ['words split in two places', 'See Level Up Tutorials now', 'Level Up → LevelUp'],
    ['words run together', 'See LevelUpTutorials now', 'LevelUpTutorials → LevelUp Tutorials'],
    ['inner capitals lost', 'Our Github page', 'Github → GitHub'],
    ['inner capitals added', 'Our NextCloud page', 'NextCloud → Nextcloud'],
    ['an acronym as a word', 'Selon la Dinum, oui', 'Dinum → DINUM'],
    ['a hyphen lost', 'Enregistré à Rueil Malmaison hier', 'Rueil Malmaison → Rueil-Malmaison'],
    ['a small L for a capital I', 'Un peu d’lA dans tout', 'lA → IA'],
    ['a Cyrillic letter', 'Our GitНub page', 'GitНub → GitHub'],
    ['a form that the list calls wrong', 'Le compte Piks est ouvert', 'Piks → Pix'],
    ['an elided article', 'Le rapport d’Ettalab est là', 'Ettalab → Etalab'],
    ['a possessive', 'We read Github’s terms', 'Github → GitHub'],
    ['a name over a line end', 'Avec Lucile\nFropinac ce matin', 'Fropinac → Fropignac'],
    ['another acronym', 'ANSSI (Direction interministérielle du numérique)', 'ANSSI → DINUM'],
    ['a misspelt acronym', 'Conseil économique, social et environnemental (CSEE)', 'CSEE → CESE'],
    ['German around it', 'Heute spricht Anna-Lena Grünwalt über GitHub', 'Grünwalt → Grünwald'],
    ['Spanish around it', '¿Quién es Begoña Ibaretxe?', 'Ibaretxe → Ibarretxe'],
    ['Russian around it', 'Мы говорим про Javascript сегодня', 'Javascript → JavaScript'],
    ['Japanese around it', '私たちはGithubを使います', 'Github → GitHub'],
    ['Korean particles', '우리는 Github를 씁니다', 'Github → GitHub']
  ])('%s', (_, text, expected) => {
    expect(found(text)).toEqual([expected])
  })

  it('a given name that sounds like the one of a person in the same post', () => {
    const text = 'Avec Jérémie Vasseur. Merci beaucoup Jérémy !'
    expect(found(text)).toEqual(['Jérémy → Jérémie'])
  })
})

describe('what is not', () => {
  it.each([
    ['surnames in capitals', 'Lucile FROPIGNAC et Jérémie VASSEUR'],
    ['a text in capitals', 'LUCILE FROPIGNAC PARLE DE GITHUB'],
    ['capitals in an institution', 'La Direction Interministérielle du Numérique'],
    ['small letters in an institution', 'la direction interministérielle du numérique'],
    [
      'curly apostrophes and odd spaces',
      'Le Conseil économique,\u00A0social et\u202Fenvironnemental'
    ],
    ['a non-breaking hyphen', 'Rueil\u2011Malmaison'],
    ['decomposed accents', 'Je\u0301re\u0301mie Vasseur et Anna-Lena Gru\u0308nwald'],
    ['zero-width characters', 'Git\u200BHub et Lucile Fropi\u00ADgnac'],
    ['elisions', 'l’ADEME, d’Etalab, qu’Etalab'],
    ['plurals and possessives', 'Two GitHubs, ADEME’s report, Lucile Fropignac’s book'],
    ['look-alikes that the list knows', 'Duplicati est un autre logiciel'],
    ['another product', 'Preact and Reach are not here, nor is Alex'],
    ['another person', 'Ben Thompson and Len Thompson'],
    ['a given name alone', 'Lucile revient, Jérémie aussi'],
    ['another person in full', 'Jérémie Vasseur et Jérémy Lambert, puis Jérémy encore'],
    ['initials', 'L. Fropignac et J.V.'],
    ['French words', 'Il y a aussi une clôture. Appel à tous. Par les temps, de Brian. Code.'],
    ['English words', 'A ghost on a scale. Ghost towns. Scale it. We react, then reach.'],
    ['lower-case commands', 'github, javascript and react in running text'],
    ['hashtags and handles', '#Javascript #Github @Github @Nextcloud2'],
    ['addresses', 'https://Github.com/x www.Github.com Github.com git@Github.com'],
    ['repositories and packages', 'fropi/Github, r/Javascript, @react/Nextclouds'],
    ['files', 'Github.md, Nextclouds.webp and src\\Github'],
    ['calls', 'call Github() and Javascript_run'],
    ['another sign', 'Google+ is gone; C# is not C++; .NET stays'],
    ['a quotation marked as it is', 'Il écrit « avec Lucile Fropinac » [sic] en une'],
    ['a word marked as it is', 'Our Github [sic] page'],
    ['a voucher', 'Use the code GHOST or the coupon code GITHUB'],
    ['short words', 'Un pic, un pif, Pax et Piz'],
    ['digits', 'ANSSI2 and React19 and JavaScript30'],
    ['Chinese', '我们使用GitHub和JavaScript'],
    ['Cyrillic', 'Яндекс и Гитхаб'],
    ['across a comma', 'See Level, Up Tutorials']
  ])('%s', (_, text) => {
    expect(found(text)).toEqual([])
  })

  it('tags', () => {
    expect(found('Javascript', matcher, true)).toEqual([])
  })

  it('what the list accepts besides', () => {
    const accepting = new NameMatcher([{name: 'ADEME', kind: 'acronym', also: ['Ademe']}])
    expect(found('Ademe, ADEME', accepting)).toEqual([])
    expect(found('AdemE', accepting)).not.toEqual([])
  })
})

describe('how sure it is', () => {
  it('fixes by itself where one name is near', () => {
    expect(matcher.find([{text: 'Avec Lucile Froppignac', isTag: false}])[0]?.sure).toBe(true)
  })

  it('offers both where two names are as near', () => {
    const twins = new NameMatcher([
      {name: 'Élodie Marchandot', kind: 'person'},
      {name: 'Élodie Marchandet', kind: 'person'}
    ])
    const [slip] = twins.find([{text: 'Avec Élodie Marchandit ici', isTag: false}])
    expect(slip?.sure).toBe(false)
    expect(slip?.expected.toSorted()).toEqual(['Marchandet', 'Marchandot'])
  })
})

describe('properties', () => {
  const edits = mistakes.slice(0, 5)
  const long = corpus.filter(({name}) => name.replace(/[^\p{L}]/gu, '').length >= 8)
  const known = new NameMatcher(corpus)
  const places = fc.record({
    entry: fc.constantFrom(...long),
    sentence: fc.constantFrom(...sentences),
    mistake: fc.constantFrom(...edits),
    random: fc.infiniteStream(fc.double({min: 0, max: 0.999, noNaN: true}))
  })

  it('finds 98 % of the names of eight letters or more with one edit', () => {
    let made = 0
    let seen = 0
    fc.assert(
      fc.property(places, ({entry, sentence, mistake, random}) => {
        const wrong = mistake.make(entry.name, () => random.next().value)
        if (wrong === undefined) return
        made++
        const at = sentence.indexOf('NAME')
        const slips = known.find([{text: sentence.replace('NAME', wrong), isTag: false}])
        if (slips.some((d) => d.start < at + wrong.length && d.end > at)) seen++
      }),
      {numRuns: 2000, seed: 8}
    )
    expect(made).toBeGreaterThan(1500)
    expect(seen / made).toBeGreaterThanOrEqual(0.98)
  })

  it('finds nothing in the same text without the edit', () => {
    fc.assert(
      fc.property(places, ({entry, sentence}) => {
        expect(found(sentence.replace('NAME', entry.name), known)).toEqual([])
      })
    )
  })

  it('never throws, and keeps its ranges inside the text', () => {
    const text = fc.array(
      fc.constantFrom(
        ...[
          'Lucile',
          'Git',
          'Hub',
          ' ',
          '-',
          '\n',
          '.',
          '@',
          '[sic]',
          '«',
          '日',
          'е́',
          '\u200B',
          '😀',
          '+',
          's'
        ]
      ),
      {maxLength: 30}
    )
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('')
        for (const {start, end} of matcher.find([{text: whole, isTag: false}])) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeGreaterThan(start)
          expect(end).toBeLessThanOrEqual(whole.length)
        }
      })
    )
  })

  it('compares words with a limit as without one', () => {
    const word = fc.string({unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8})
    fc.assert(
      fc.property(word, word, fc.constantFrom(1, 2, 3, 4), (a, b, limit) => {
        const {distance = 99} = compare(a, b, 12) ?? {}
        expect(compare(a, b, limit)?.distance).toBe(distance <= limit ? distance : undefined)
      }),
      {numRuns: 5000}
    )
  })

  it('compares words both ways alike', () => {
    const word = fc.string({unit: fc.constantFrom('a', 'b', 'c'), maxLength: 7})
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(compare(a, b, 9)?.distance).toBe(compare(b, a, 9)?.distance)
        expect(compare(a, a, 2)?.distance).toBe(0)
      })
    )
  })
})

describe('the list', () => {
  it('reads YAML and JSON', () => {
    expect(readNames('- name: Etalab\n  kind: organisation\n', 'n')).toEqual([
      {name: 'Etalab', kind: 'organisation'}
    ])
    expect(readNames('[{"name": "Etalab"}]', 'n')).toEqual([{name: 'Etalab'}])
    expect(readNames('', 'n')).toEqual([])
  })

  it.each([
    ['- Etalab', /names\.yml: entry 1: expected `name: Etalab`/],
    ['name: Etalab', /expected a list of names/],
    ['- name: A\n- kind: person', /entry 2: expected `name`/],
    ['- name: 42', /entry 1: expected `name` to be a text/],
    ['- name: Etalab\n  kind: band', /entry 1 \(`Etalab`\): expected `kind` to be one of person/],
    ['- name: Etalab\n  alos: [x]', /entry 1 \(`Etalab`\): unknown key `alos`/],
    ['- name: Etalab\n  also: x', /entry 1 \(`Etalab`\): expected `also` to be a list/],
    ['- name: Etalab\n  not: [1]', /expected `not` to hold texts only/],
    ['- name: "Etalab', /names\.yml: /]
  ])('refuses %j', (text, message) => {
    expect(() => readNames(text, 'names.yml')).toThrow(ConfigurationError)
    expect(() => readNames(text, 'names.yml')).toThrow(message)
  })

  it('reads plain lists as a YAML parser does, and leaves it all others', () => {
    const line = fc.constantFrom(
      '- name: Etalab',
      '- name: "Lucile Fropignac"',
      "- name: 'L’Ost'",
      '- name: 42',
      '- name: null',
      '- name: 1e5',
      '- name: 0x1F',
      '- name: 11ty',
      '- name: a # b',
      '- name: a#b',
      '- name: "a \\" b"',
      '  kind: person',
      '  kind: brand ',
      '  also: [Ab, "C, d", \'e\']',
      '  also: [Ab,]',
      '  also: [Ab, [c]]',
      '  also: []',
      '  not:',
      '  - Un',
      '    - "Deux: trois"',
      '    - trois: 3',
      '   continued',
      '# comment',
      '',
      '---'
    )
    fc.assert(
      fc.property(fc.array(line, {maxLength: 8}), (lines) => {
        const text = lines.join('\n')
        const plain = readPlainList(text)
        if (!plain || plain.length === 0) return
        const document = parseDocument(text, {logLevel: 'silent'})
        expect(document.errors).toEqual([])
        expect(document.toJS()).toEqual(plain)
      }),
      {numRuns: 3000}
    )
    expect(readPlainList('- name: Etalab\n  not:\n  - Un\n    - deux\n')).toBeUndefined()
    expect(readPlainList('- name: Etalab\n  also: [A b, "C"]\n  not:\n    - D\n')).toEqual([
      {name: 'Etalab', also: ['A b', 'C'], not: ['D']}
    ])
  })

  it('checks a list that stands in the configuration', () => {
    expect(() => checkNames([{nam: 'x'}], 'Option `names`')).toThrow(/Option `names`: entry 1/)
  })
})

describe('the dictionary', () => {
  it('knows words of both languages and names, and no brands', () => {
    const dictionary = loadDictionary()
    for (const word of ['aussi', 'cloture', 'appel', 'through', 'podcast', 'interventions']) {
      expect(dictionary.hasWord(word), word).toBe(true)
    }
    for (const word of ['github', 'fropignac', 'nextcloud']) {
      expect(dictionary.hasWord(word), word).toBe(false)
    }
    for (const name of ['jeremy', 'guillaume', 'thompson']) {
      expect(dictionary.hasProperName(name), name).toBe(true)
    }
  })
})

describe('the measured table', () => {
  it('is the one of the rule’s page and of the results (node bench/detection/run.mjs)', () => {
    const table = tableOf(measure().rows)
    const results = new URL('../bench/detection/RESULTS.md', import.meta.url)
    expect(readFileSync(results, 'utf8')).toContain(table)
    expect(knownNames.why).toContain(table)
  })
})
