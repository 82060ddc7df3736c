import type {NameEntry} from '../../src/names/list.js'

/** A list of names such as a site has: people are invented; brands and bodies are real or invented. */
export const names: readonly NameEntry[] = [
  ...`Lucile Fropignac|Maëlle Rivoallan|Hélène Dubreucq|Théo Castagnède|Jean-Baptiste Kervella|Anaïs Le Goffic|Solène Vandermeersch|Yacine Benkhelifa|Clémence Attalin|Gaëtan Poulliquen|Rosalind Ashcombe|Desmond Okonjiwa|Priyanka Venkataswamy|Wilhelmina Thackeray-Boone|Marisol Etxeberria|Ingrid Halvorsdottir|Tobias Lindqvister|Fergus McAllender|Bronwen Llewelyth|Cornelius Abernethy`
    .split('|')
    .map((name) => ({name, kind: 'person' as const})),
  ...`GitHub|ChatGPT|JavaScript|TypeScript|PostgreSQL|WordPress|LibreOffice|OpenStreetMap|SoundCloud|YouTube|PeerTube|Nextcloud|Firefox|Kubernetes|Raspberry Pi|Stack Overflow|Elasticsearch|Mastodon|Framasoft|Wikipedia|Audacity|Descript|Riverside|Buzzsprout|Castopod`
    .split('|')
    .map((name) => ({name, kind: 'brand' as const})),
  {name: 'CESE', kind: 'acronym', expansion: 'Conseil économique, social et environnemental'},
  {name: 'ANCT', kind: 'acronym', expansion: 'Agence nationale de la cohésion des territoires'},
  {name: 'DINUM', kind: 'acronym', expansion: 'Direction interministérielle du numérique'},
  {name: 'Défenseur des droits', kind: 'organisation'},
  {name: 'Bibliothèque nationale de France', kind: 'organisation'},
  {name: 'Observatoire des radios associatives', kind: 'organisation'},
  {name: 'Electronic Frontier Foundation', kind: 'organisation'},
  {name: 'Hartwell Broadcasting Museum', kind: 'organisation'},
  {name: 'Rueil-Malmaison', kind: 'place'}
]

/** Sentences of episode posts: `NAME` stands for a name of the list. */
export const sentences: readonly string[] = [
  'Dans cet épisode, nous parlons longuement de NAME et de ce que cela change au quotidien.',
  'On retrouve NAME, que nos auditrices connaissent bien depuis la première saison.',
  'Le rapport cite NAME à plusieurs reprises, avec des chiffres qui datent un peu.',
  'Merci à NAME pour l’accueil, le café et la patience pendant les réglages du micro !',
  'Selon NAME, il faut d’abord mesurer, puis réduire, et seulement ensuite compenser.',
  'C’est avec NAME que tout a commencé, il y a dix ans, dans une cave mal chauffée.',
  'Une question revient souvent : que devient NAME quand les budgets baissent ?',
  'Nous avons posé la question à NAME, qui a répondu sans détour.',
  'This week we talk about NAME and what it takes to keep an archive alive.',
  'Our listeners wrote in to ask whether NAME would come back next season.',
  'We were glad to have NAME on the show, even if the line dropped twice.',
  'Most of the numbers come from NAME, the rest from our own notebooks.',
  'If you only follow one link today, make it the one to NAME in the notes below.',
  'Nobody in the room had heard of NAME before the summer of the big storm.',
  'It turns out that NAME was there first, and that the press never noticed.',
  'Thanks to NAME for the archive tapes, and to the volunteers who cleaned them.'
]

/**
 * Prose without a mistake, with what tends to be taken for one: words near a name, other people's
 * names, addresses, tags, plurals, elisions.
 */
export const clean: readonly string[] = [
  'Le code est sur github.com, le fil #javascript est ouvert et @framasoft a répondu.',
  'We use javascript, typescript and wordpress themes, all in lower case as commands are.',
  'L’ADEME n’est pas dans la liste, mais la DINUM, l’ANCT et le CESE y sont.',
  'Lucile FROPIGNAC et Maëlle RIVOALLAN ont signé la tribune.',
  'LUCILE FROPIGNAC PARLE DE GITHUB ET DE YOUTUBE',
  'Deux Raspberry Pi et trois comptes Mastodon plus tard, le studio tenait debout.',
  'The museum shop sells stacks of overflow copies; the mast on the roof is older than radio.',
  'Le conseil économique de la commune a rendu un avis social et environnemental.',
  'La direction du numérique de la région a changé de nom, comme la bibliothèque nationale.',
  'Lucie Fropin et Lucien Castagne sont d’autres personnes, et Rosa Ashcroft aussi.',
  'Wikimedia and Wiktionary are not the same thing, nor are MySQL and SQLite.',
  'Installez `github-cli`, lisez README.md, puis ouvrez octo/github-notes.',
  'They said “Githubb [sic] is down” and we kept it as it was.',
  'Théo est revenu, Anaïs aussi ; Jean-Baptiste arrivera plus tard.',
  'Peers tube their parcels across the river. Frame a soft light. Cast a pod of nets.',
  'Les castings, les rivières et les audaces du défenseur central ont fait rire la salle.'
]
