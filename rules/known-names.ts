import {isAccount, isTags} from '../src/names/keys.js'
import {isInAddress, isLinkedTo, labelAround, linksIn, namedLinks} from '../src/names/links.js'
import {shownWords} from '../src/names/shown.js'
import {sourceEdit} from '../src/names/source-edit.js'
import {identifierOf} from '../src/post/markdown.js'
import type {ProseKind} from '../src/post/prose.js'
import {defineRule} from '../src/rule.js'

export const knownNames = defineRule({
  id: 'episode-known-names',
  pillar: 'names',
  summary: 'Names of people, institutions and brands are spelt as the list of names has them.',
  why: `A misspelt guest or institution is the mistake that embarrasses most, and a spelling checker can't
find it: it knows no names and flags them all. This rule compares a post with the site's own list of
names (the option \`names\`), and looks for what is almost one of them.

Where the letters are right, capitals, accents, spaces and hyphens are compared as they are. Surnames
in capitals, a text all in capitals, capitals at the start of sentences, titles and institutions,
elisions, plurals and possessives are accepted; names in small letters are taken for tags, commands
and words of the language, unless they are people's. Addresses, handles, hashtags, file and package
names, code, and what is marked \`[sic]\` are not looked at.

Where a letter or a word is wrong, evidence is weighed: how long the name is, which letters differ and
how, capitals, whether what stands there is a word of French or English or somebody else's name,
which other words of the name are right, and whether the right form stands in the same post, or in the
address of a link whose words these are. Another article (\`Le Shift Project\` for The Shift Project) and
an institution in the plural are accepted. What is more likely a slip than not is reported. It is fixed without asking (\`--fix\`) only where the odds are
12 to 1 or better and no other name of the list comes near; else it is a suggestion. So it is for people
and places whose name may be another's: where the right form doesn't stand in the post, only letters that
are doubled or swapped, and one wrong in a long word of a person's name, are fixed without asking. Single words of
fewer than five letters are compared for capitals and accents only. The fix changes the wrong words
and keeps formatting.

What is found in texts made for the purpose, by kind of mistake (\`node bench/detection/run.mjs\`). A
person's name run together is only looked at inside a sentence: elsewhere that is how accounts are called.

| kind of mistake | mistakes | recall | precision | exact fix | safe | false |
| --- | ---: | ---: | ---: | ---: | ---: | ---: |
| letter lost | 864 | 99.8 % | 100.0 % | 100.0 % | 75.2 % | 0 |
| letter added | 864 | 99.9 % | 100.0 % | 100.0 % | 70.7 % | 0 |
| letter replaced | 837 | 98.4 % | 100.0 % | 100.0 % | 55.7 % | 0 |
| letter doubled | 864 | 99.8 % | 100.0 % | 100.0 % | 98.1 % | 0 |
| letters swapped | 843 | 100.0 % | 100.0 % | 100.0 % | 98.1 % | 0 |
| accent lost | 192 | 100.0 % | 100.0 % | 100.0 % | 100.0 % | 0 |
| accent added | 380 | 100.0 % | 100.0 % | 100.0 % | 93.4 % | 0 |
| accent wrong | 192 | 100.0 % | 100.0 % | 100.0 % | 100.0 % | 0 |
| capitals inside | 192 | 100.0 % | 100.0 % | 100.0 % | 91.7 % | 0 |
| capital too many | 384 | 100.0 % | 100.0 % | 100.0 % | 83.3 % | 0 |
| words split | 192 | 100.0 % | 100.0 % | 100.0 % | 91.7 % | 0 |
| words run together | 336 | 94.9 % | 100.0 % | 100.0 % | 20.1 % | 0 |
| hyphen lost | 48 | 100.0 % | 100.0 % | 100.0 % | 100.0 % | 0 |
| look-alike letter | 816 | 100.0 % | 100.0 % | 100.0 % | 92.2 % | 0 |
| singular for plural | 48 | 100.0 % | 100.0 % | 100.0 % | 0.0 % | 0 |
| article wrong | 64 | 75.0 % | 100.0 % | 100.0 % | 66.7 % | 0 |
| agreement wrong | 48 | 100.0 % | 100.0 % | 100.0 % | 100.0 % | 0 |
| no mistake | 0 | – | – | – | – | 1 |
| all | 7164 | 99.3 % | 100.0 % | 100.0 % | 80.8 % | 1 |`,
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
      settings: {names: [{name: 'Maëlle Nathanaël', kind: 'person'}]},
      text: 'Invitée : Maëlle ⟦NATHANAÊL⇒NATHANAËL⟧. Maëlle NATHANAËL était déjà venue.\n'
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
      name: 'A key of the front matter that a person is',
      settings: {names: [{name: 'Lucile Fropignac', kind: 'person'}]},
      text: '---\nspeakers:\n  Lucile ⟦Froppignac⇒Fropignac⟧: host\n  "Lucile ⟦Fropinac⇒Fropignac⟧": guest\n---\n\nTwo days.\n'
    },
    {
      name: 'Keys whose values only the site’s code reads',
      settings: {names: [{name: 'PodRiver', kind: 'brand'}]},
      text: '---\nurlPlayer: "Wheel-and-Podriver-Today-e27"\nplayer_id: Podriver\nlink_text: On ⟦Podriver⇒PodRiver⟧\n---\n\nListen.\n'
    },
    {
      name: 'A place in small letters, and one that is a word too',
      settings: {
        names: [
          {name: 'Quervanec', kind: 'place'},
          {name: 'Tours', kind: 'place'},
          {name: 'Petit Jardin des Ecoliers', kind: 'organisation'}
        ]
      },
      text: 'Petit jardin des écoliers : deux tours à ⟦quervanec⇒Quervanec⟧.\n'
    },
    {
      name: 'A text that finds the address of its link',
      settings: {names: [{name: 'Pod River', kind: 'brand'}]},
      text: 'On [⟦Podriver⟧][] and [⟦Podriver⟧ today], [the ⟦Podriver⇢Pod River⟧][p], [[⟦Podriver⟧ talks|here]] and [^Podriver].\n\nSee [⟦pod⇢Pod⟧ River][].\n\n[podriver]: https://example.org\n[podriver today]: https://example.org/a\n[p]: https://example.org/b\n[pod river]: https://example.org\n[^Podriver]: x\n'
    },
    {
      name: 'A name that ends with a dot, and one with initials',
      settings: {
        names: [
          {name: 'M.O.U.L.', kind: 'acronym'},
          {name: 'Fropignac Roues Inc.', kind: 'organisation'},
          {name: 'N.K. Okonjiwa', kind: 'person'}
        ]
      },
      text: 'Avec le ⟦MOUL⇢M.O.U.L.⟧ et pour le ⟦MOUL⇢M.O.U.L⟧. ⟦Froppignac⇒Fropignac⟧ Roues Inc. et ⟦NK⇒N.K.⟧ Okonjiwa, puis Okonjiwa.\n'
    },
    {
      name: 'A name without its initial, a word in small letters, and perhaps another person',
      settings: {
        names: [
          {name: 'Ursula K. Okonjiwa', kind: 'person'},
          {name: 'Security Now', kind: 'brand'},
          {name: 'Radio Quervanec', kind: 'brand'},
          {name: 'Chris Ryan', kind: 'person'}
        ]
      },
      text: 'Ursula Okonjiwa asks how Security ⟦now⇢Now⟧ matters on Radio ⟦quervanec⇒Quervanec⟧, with Chris ⟦Bryan⇢Ryan⟧.\n'
    },
    {
      name: 'A space behind the hyphen of a name, and a hyphen too many',
      settings: {
        names: [
          {name: 'Froppi-Okon', kind: 'brand'},
          {name: 'PHP', kind: 'brand'},
          {name: 'Julia Rivoallan', kind: 'person'}
        ]
      },
      text: 'With ⟦Froppi- Okon⇒Froppi-Okon⟧ and ⟦Julia- Rivoallan⇒Julia Rivoallan⟧, pre- and post- ⟦Php⇢PHP⟧ times.\n'
    },
    {
      name: 'Formatting inside a name stays',
      settings: {names: [{name: 'Lucile Fropignac', kind: 'person'}]},
      text: 'Avec Lucile **⟦Frop**pignac⇒Frop**ignac⟧.\n'
    },
    {
      name: 'An accent written as a sign of its own',
      settings: {names: [{name: 'Odile Gassporé', kind: 'person'}]},
      text: "With Odile ⟦Gasspore'⇒Gassporé⟧ and Odile ⟦Gasspore⇒Gassporé⟧'s friends.\n"
    },
    {
      name: 'What may be something else: another initial, another brand of one word',
      settings: {
        names: [
          {name: 'XweelGen', kind: 'brand'},
          {name: 'Mill Store', kind: 'brand'}
        ]
      },
      text: 'We use ⟦WeelGen⇢XweelGen⟧, from the ⟦Millstore⇢Mill Store⟧.\n'
    },
    {
      name: 'An acronym with two letters swapped, where the right one stands in the post',
      settings: {
        names: [
          {name: 'RVMA', kind: 'acronym', expansion: 'River and Valley Mills Association'},
          {name: 'GDPM', kind: 'acronym'},
          {name: 'PRAT', kind: 'acronym'}
        ]
      },
      text: 'The ⟦RMVA⇢RVMA⟧ met. The River and Valley Mills Association has 30 members. The GDMP too; PRAT and a PART of it. RVMA it is.\n'
    },
    {
      name: 'A link whose address has the same letters',
      settings: {
        names: [
          {name: 'Wheelapi', kind: 'brand'},
          {name: 'Odile Gassporel', kind: 'person'}
        ]
      },
      text: 'The [Wheelape project](https://code.example/wheelape/mill) and ⟦Wheelape⇢Wheelapi⟧, by [Odile ⟦Gasporel⇒Gassporel⟧](https://social.example/odilegasporel).\n'
    },
    {
      name: 'An accent lost',
      settings: {names: [{name: 'Maëlle Rivoallan', kind: 'person'}]},
      text: '1. ⟦Maelle⇒Maëlle⟧ Rivoallan\n2. Maëlle Rivoallan\n'
    },
    {
      name: 'A letter that only looks right',
      settings: {names: [{name: 'IA', kind: 'acronym'}]},
      text: '# Un peu d’⟦lA⇒IA⟧ dans le studio\n'
    },
    {
      name: 'A form that the list calls wrong',
      settings: {names: [{name: 'Riverside', kind: 'brand', not: ['Riverslide']}]},
      text: 'Recorded with ⟦Riverslide⇒Riverside⟧.\n'
    },
    {
      name: 'The acronym of another body',
      settings: {
        names: [
          {
            name: 'ANCT',
            kind: 'acronym',
            expansion: 'Agence nationale de la cohésion des territoires'
          },
          {name: 'ANSSI', kind: 'acronym'}
        ]
      },
      text: '⟦ANSSI⇢ANCT⟧ (Agence nationale de la cohésion des territoires)\n'
    },
    {
      name: 'Two people who are as near',
      settings: {
        names: [
          {name: 'Élodie Marchandot', kind: 'person'},
          {name: 'Élodie Marchandet', kind: 'person'}
        ]
      },
      text: 'Avec Élodie ⟦Marchandit⇢Marchandot|Marchandet⟧.\n'
    },
    {
      name: 'A given name that sounds like the guest’s',
      settings: {names: [{name: 'Jérémie Vasseur', kind: 'person'}]},
      text: 'Avec Jérémie Vasseur.\n\nMerci beaucoup ⟦Jérémy⇢Jérémie⟧ !\n'
    },
    {
      name: 'A name in the front matter and in HTML',
      settings: {names: [{name: 'Desmond Okonjiwa', kind: 'person'}]},
      text: '---\ntitle: "With Desmond ⟦Okonjwa⇒Okonjiwa⟧"\n---\n\n<p>Desmond ⟦Okonjiwwa⇒Okonjiwa⟧ is back.</p>\n'
    },
    {
      name: 'A right form with a quote in it is not put between quotes',
      settings: {names: [{name: "Niamh O'Shaughnessy", kind: 'person'}]},
      text: "---\ntitle: 'With Niamh ⟦OShaughnessy⟧'\n---\n\nNiamh ⟦OShaughnessy⇒O'Shaughnessy⟧ is here.\n"
    },
    {
      name: 'A link whose address has the name right',
      settings: {
        names: [
          {name: 'OpenSauced', kind: 'brand'},
          {name: 'Faktory', kind: 'brand'}
        ]
      },
      text: 'We use [⟦Factory⇢Faktory⟧](https://git.example/contribsys/faktory), said *open sauced*.\n\n- [⟦Open Sauced⇢OpenSauced⟧ overview](https://opensauced.example)\n'
    },
    {
      name: 'An acronym of three letters written like a word, and a product split in two',
      settings: {
        names: [
          {name: 'RVL', kind: 'acronym'},
          {name: 'Harborfile', kind: 'brand'}
        ]
      },
      text: 'We read the ⟦Rvl⇢RVL⟧ manual and wrote a ⟦Harbor file⇒Harborfile⟧.\n'
    },
    {
      name: 'A product of the same family, and words in capitals',
      settings: {
        names: [
          {name: 'Larkspur Sound Editor', kind: 'brand'},
          {name: 'GitHub', kind: 'brand'}
        ]
      },
      text: 'The Larkspur Sound Library is new.\n\nGITHUB EXPLAINED in ten minutes.\n'
    },
    {
      name: 'The kind of an institution in small letters, as French has it',
      settings: {
        names: [
          {name: 'Ministère des Écluses', kind: 'organisation'},
          {name: 'Groupe Fropignac', kind: 'brand'}
        ]
      },
      text: 'Au ministère des Écluses, avec le groupe Fropignac et le ministère des ⟦Ecluses⇒Écluses⟧.\n'
    },
    {
      name: 'A part in capitals tells a name from words',
      settings: {
        names: [
          {name: 'Larcoin', kind: 'brand'},
          {name: 'Quay.NET', kind: 'brand'}
        ]
      },
      text: 'Three ⟦LAR coin⇢Larcoin⟧ for me, on ⟦Quay. NET⇒Quay.NET⟧. A bar coin is none.\n'
    },
    {
      name: 'What customers type, and letters that are read out',
      settings: {
        names: [
          {name: 'Talk Harbour', kind: 'brand'},
          {name: 'Boro', kind: 'brand'}
        ]
      },
      text: 'Use the code TALKHARBOUR. It is Boro, B-O-R-O.\n'
    },
    {
      name: 'The same slip in a tag and in the text',
      settings: {names: [{name: 'Odile Le Gall', kind: 'person'}]},
      text: '---\ntags: [Odile Le-Gall]\n---\n\nAvec Odile ⟦Le-Gall⇒Le Gall⟧.\n'
    },
    {
      name: 'A tag, and one of many',
      settings: {names: [{name: 'Éclusiers d’intérêt général', kind: 'organisation'}]},
      text: '---\ntags: [⟦Éclusier⇢Éclusiers⟧ d’intérêt général, Éclusiers d’⟦intérrêt⇢intérêt⟧ général]\n---\n\nAvec un ⟦Éclusier⇢Éclusiers⟧ d’intérêt général.\n'
    },
    {
      name: 'Short surnames that may be other people’s',
      settings: {
        names: [
          {name: 'Martin Becker', kind: 'person'},
          {name: 'Bob Samuels', kind: 'person'},
          {name: 'Jeff Wilcke', kind: 'person'},
          {name: 'Jeff Wilke', kind: 'person'}
        ]
      },
      text: 'With Martin ⟦Bexer⇢Becker⟧, Bob ⟦Samuel⇢Samuels⟧ and Jeff ⟦Wilkie⇢Wilke⟧.\n'
    },
    {
      name: 'A name heard together with its article',
      settings: {names: [{name: 'ONVIL', kind: 'acronym'}]},
      text: 'Avec ⟦l’aonvil⇢la ONVIL⟧ et l’aval de la ville.\n'
    },
    {
      name: 'Another article, an institution in the plural and a longer name of what is listed',
      settings: {
        names: [
          {name: 'Les Voix du Fleuve', kind: 'brand', also: ['Voix du Fleuve']},
          {name: 'Maison lointaine', kind: 'organisation'},
          {name: 'Sonora France', kind: 'organisation', also: ['JSonora']}
        ]
      },
      text: 'Pour les Voix du Fleuve, des Maisons lointaines et JSonora France.\n'
    },
    {
      name: 'Words that a link elsewhere in the post explains',
      settings: {names: [{name: 'SwiftHarrow', kind: 'brand'}]},
      text: '- ⟦Swift Narrow⇢SwiftHarrow⟧, a tool\n- [⟦Swift Narrow⇢SwiftHarrow⟧](https://code.example/swiftharrow)\n'
    },
    {
      name: 'A name that a line end splits',
      settings: {names: [{name: 'Stack Overflow', kind: 'brand'}]},
      text: '> Somebody asked on Stack\n> ⟦Overfow⇒Overflow⟧ last week.\n'
    },
    {
      name: 'Another product, words of the language, code and addresses',
      settings: {
        names: [
          {name: 'React', kind: 'brand'},
          {name: 'GitHub', kind: 'brand'},
          {name: 'Ghost', kind: 'brand'}
        ]
      },
      text: 'Preact, reach and ghost; `Github` is <https://Github.com>, see Github.com and #Github.\n'
    },
    {
      name: 'A quotation that keeps its mistakes',
      settings: {names: [{name: 'GitHub', kind: 'brand'}]},
      text: 'They wrote “Github is down” [sic].\n'
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
    },
    {
      name: 'Un autre nombre, en petites lettres, et l’écriture inclusive',
      settings: {
        locale: 'fr',
        names: [
          {name: 'ZFE', kind: 'acronym', expansion: 'zone à faibles émissions'},
          {name: 'Éclusiers d’intérêt général'},
          {name: 'Moulin dans la ville'},
          {name: 'Ligue de Meunerie'},
          {name: 'Place aux éclusiers bénévoles'},
          {name: 'SDM', kind: 'acronym', expansion: 'Software-Defined Milling'},
          {name: 'SOM', kind: 'acronym', expansion: 'School of Milling'},
          {name: 'RMS', kind: 'acronym', expansion: 'River Milling School'}
        ]
      },
      text: 'Zones à faibles émissions. Des zones à faibles émissions, une Éclusier.e d’intérêt général, une éclusier.e d’intérêt général. Software-Defined Mills. Schools of Milling, School of ⟦Miling⇒Milling⟧, ⟦Rivers⇢River⟧ Milling School, les ⟦Ligues⇢Ligue⟧ de Meunerie. Une zone à faibles ⟦émisions⇒émissions⟧, les ⟦moulins⇢Moulin⟧ dans la ville, les ⟦places⇢Place⟧ aux éclusiers bénévoles.\n'
    },
    {
      name: 'Somebody else may be meant, unless the right form stands there too',
      settings: {
        names: [
          {name: 'Odile Parquis', kind: 'person'},
          {name: 'Hugo Costellon', kind: 'person'},
          {name: 'Ines Fropignac', kind: 'person'},
          {name: 'Quervanec', kind: 'place'}
        ]
      },
      text: 'With Odile ⟦Perquis⇢Parquis⟧, Odile ⟦Parqius⇒Parquis⟧, Odile ⟦Parrquis⇒Parquis⟧, Hugo ⟦Castellon⇒Costellon⟧, Hugo ⟦Costelloni⇢Costellon⟧ and Ines ⟦Frapignec⇢Fropignac⟧ in ⟦Quervenec⇢Quervanec⟧.\n'
    },
    {
      name: 'The right form stands in the post',
      settings: {
        names: [
          {name: 'Odile Parquis', kind: 'person'},
          {name: 'Quervanec', kind: 'place'}
        ]
      },
      text: 'With Odile Parquis in Quervanec: Odile ⟦Perquis⇒Parquis⟧ lives in ⟦Quervenec⇒Quervanec⟧.\n'
    },
    {
      name: 'Adjectives as German declines them',
      settings: {
        names: [
          {name: 'Freie Mühle Arvane', kind: 'organisation'},
          {name: 'Freies Radio Arvane', kind: 'organisation'},
          {name: 'Talsperre Neue', kind: 'organisation'}
        ]
      },
      text: 'Bei der Freien Mühle Arvane und im Freien Radio Arvane. Das Freie Radio Arvane, im ⟦Freie⇢Freies⟧ Radio Arvane. Eine ⟦Freien⇒Freie⟧ Mühle Arvane, der ⟦Freihen⇢Freie⟧ Mühle Arvane, der Talsperre ⟦Neuen⇒Neue⟧.\n'
    },
    {
      name: 'A word that begins a sentence, a number of a street, and capitals that spell an acronym',
      settings: {
        names: [
          {name: 'Automattic', kind: 'organisation'},
          {name: 'Quay42', kind: 'place'},
          {name: 'REST', kind: 'acronym', expansion: 'Representational State Transfer'}
        ]
      },
      text: '- Automatic doors\n- This was made with ⟦Automatic⇢Automattic⟧.\n- At the ⟦Quay 42⇢Quay42⟧: REpresentational State Transfer, REpresentational State ⟦Transfert⇒Transfer⟧\n'
    },
    {
      name: 'A heading that links lead to keeps its identifier until somebody has seen to them',
      settings: {
        names: [
          {name: 'Crowd Supply', kind: 'brand'},
          {name: 'GitHub', kind: 'brand'}
        ]
      },
      text: '## The ⟦CrowdSupply⇢Crowd Supply⟧ campaign\n\nSee [above](#the-crowdsupply-campaign) and [below](#on-github), by the ⟦CrowdSupply⇒Crowd Supply⟧ team.\n\n## On ⟦Github⇒GitHub⟧\n'
    },
    {
      name: 'Keys without fences',
      settings: {
        names: [
          {name: 'Quai-Python', kind: 'brand'},
          {name: 'Lucile Fropignac', kind: 'person'}
        ]
      },
      text: 'Title: Avec Lucile ⟦Froppignac⇒Fropignac⟧\nCategory: Quai Python\nTags: quai python\nSlug: quai python\n\nLe ⟦Quai Python⇒Quai-Python⟧.\n'
    },
    {
      name: 'Identifiers',
      settings: {
        names: [
          {name: 'Odile Marchetti', kind: 'person'},
          {name: 'Noévale', kind: 'place'}
        ]
      },
      text: '---\nanchor: The-mill---Odile-Marchetti-a1b2\ntitle: Odile ⟦Marchetty⇢Marchetti⟧\n---\n\n![new-noevale-logo](a.png) ![The logo of ⟦Noevale⇒Noévale⟧](b.png)\n'
    }
  ],
  check({post, project, report}) {
    const matcher = project.names()
    if (!matcher) return
    const runs = post.prose.filter((d) => !isAccount(d.pointer) && !slug.test(d.mapped.text))
    const links = namedLinks(post, matcher)
    const slips = matcher.find(
      runs.map(({mapped, pointer}) => ({
        text: mapped.text,
        isTag: isTags(pointer),
        links: links.length === 0 || pointer !== undefined ? [] : linksIn(mapped, links)
      }))
    )
    for (const slip of slips) {
      const {text, start, end, expected, sure, name, fault} = slip
      const run = runs[text]
      if (!run) continue
      const {mapped, kind} = run
      const range = mapped.range(start, end)
      const label = labelAround(post, range)
      if (label?.isOfNote) continue
      if (fault === 'letters' && isInAddress(post, range, slip.written)) continue
      const replacements = expected.flatMap((d) => {
        const edit = sourceEdit(post.source, mapped, {start, end}, d)
        const before = post.source.slice(edit.range)
        const isLost =
          edit.expected === undefined ||
          endsString(kind, before, edit.expected) ||
          (label && identifierOf(edit.expected) !== identifierOf(before))
        return isLost ? [] : [edit.expected]
      })
      const misspelt = mapped.text.slice(start, end)
      const shown = shownWords(slip, misspelt)
      report({
        range,
        message: fault,
        values: {
          written: shown.written,
          expected: shown.expected,
          name,
          sure,
          list: project.namesFile
        },
        expected: replacements,
        fix:
          sure &&
          replacements.length === 1 &&
          !(kind === 'heading' && isLinkedTo(post, misspelt, replacements[0] ?? ''))
            ? 'safe'
            : 'suggestion'
      })
    }
  }
})

/** An alternative text or a title that is a name for machines: `new-montreal-logo`. */
const slug = /^[a-z0-9]+(?:-[a-z0-9]+){2,}$/

/** Whether a replacement brings a sign into a quoted string that may end it or change its meaning. */
function endsString(kind: ProseKind, before: string, after: string): boolean {
  if (kind === 'paragraph' || kind === 'heading' || kind === 'cell') return false
  const signs = kind === 'html' ? '<&' : '"\'\\:#<&'
  return [...signs].some((d) => after.includes(d) && !before.includes(d))
}
