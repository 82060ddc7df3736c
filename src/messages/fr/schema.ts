import type {schema as english, TypeName, ValueWords} from '../en/schema.js'
import {quote} from '../message.js'

const typeWords: Readonly<Record<TypeName, string>> = {
  string: 'du texte',
  number: 'un nombre',
  integer: 'un nombre entier',
  boolean: 'true ou false',
  array: 'une liste',
  object: 'un groupe de clés',
  null: 'rien'
}

function either(words: readonly string[]): string {
  return words.length < 2
    ? (words[0] ?? '')
    : `${words.slice(0, -1).join(', ')} ou ${words.at(-1) ?? ''}`
}

function such({about, example}: ValueWords): string {
  const words = about === '' ? '' : `${about}${/[.!?]$/.test(about) ? '' : '.'}`
  const sample = example === '' ? '' : `Par exemple : \`${example}\`.`
  return [words, sample].filter((d) => d !== '').join(' ')
}

function note(advice: string, words: ValueWords): string {
  return [advice, such(words)].filter((d) => d !== '').join(' ')
}

const count = (limit: number, one: string, many: string): string =>
  `${limit} ${limit < 2 ? one : many}`

export const schema: typeof english = {
  required: (words) => ({
    reason: `Il manque la clé ${quote(words.key)}`,
    note: note('Le site l’attend dans tout billet de cette sorte. Ajoutez-la.', words)
  }),
  nearKey: (words) => ({
    reason: `Clé ${quote(words.key, 20)} inconnue : est-ce ${quote(words.known, 20)} ?`,
    note: note(`Le site lit \`${words.known}\` et ne connaît pas celle-ci.`, words)
  }),
  unknownKey: (words) => ({
    reason: `Le site ne connaît pas la clé ${quote(words.key)}`,
    note: 'Le schéma n’admet que les clés de sa liste. Retirez celle-ci, ou ajoutez-la au schéma.'
  }),
  empty: (words) => ({
    reason: `${quote(words.key)} est vide`,
    note: note('Mettez une valeur, ou retirez la clé si le billet s’en passe.', words)
  }),
  type: (words) => ({
    reason: `${quote(words.key, 15)} doit être ${either(words.types.map((d) => typeWords[d]))}`,
    note: note(`Il y a ${quote(words.value)}.`, words)
  }),
  enum: (words) => ({
    reason: `${quote(words.value, 20)} n’est pas une valeur connue de ${quote(words.key, 20)}`,
    note: note(`On connaît : ${words.allowed.map((d) => quote(d)).join(', ')}.`, words)
  }),
  const: (words) => ({
    reason: `${quote(words.key, 24)} doit valoir ${quote(words.allowed, 30)}`,
    note: note(`Il y a ${quote(words.value)}.`, words)
  }),
  minimum: (words) => ({
    reason: `${quote(words.key, 20)} doit valoir au moins ${words.limit}, et non ${quote(words.value, 12)}`,
    note: note('Le nombre est trop petit.', words)
  }),
  maximum: (words) => ({
    reason: `${quote(words.key, 20)} doit valoir au plus ${words.limit}, et non ${quote(words.value, 12)}`,
    note: note('Le nombre est trop grand.', words)
  }),
  exclusiveMinimum: (words) => ({
    reason: `${quote(words.key, 24)} doit valoir plus de ${words.limit}`,
    note: note('Le nombre est trop petit.', words)
  }),
  exclusiveMaximum: (words) => ({
    reason: `${quote(words.key, 24)} doit valoir moins de ${words.limit}`,
    note: note('Le nombre est trop grand.', words)
  }),
  multipleOf: (words) => ({
    reason: `${quote(words.key, 24)} doit être un multiple de ${words.limit}`,
    note: note(`Il y a ${quote(words.value)}.`, words)
  }),
  minLength: (words) => ({
    reason: `${quote(words.key, 24)} est trop court : ${quote(words.value, 20)}`,
    note: note(`Il faut au moins ${count(words.limit, 'caractère', 'caractères')}.`, words)
  }),
  maxLength: (words) => ({
    reason: `${quote(words.key, 24)} dépasse ${count(words.limit, 'caractère', 'caractères')}`,
    note: note('Raccourcissez : ce qui dépasse est coupé ou déborde de la page.', words)
  }),
  pattern: (words) => ({
    reason:
      words.example === ''
        ? `${quote(words.key, 20)} n’est pas écrit comme attendu : ${quote(words.value, 20)}`
        : `${quote(words.key, 14)} attendu sous la forme ${quote(words.example, 14)}, pas ${quote(words.value, 14)}`,
    note: note('Le site ne lit cette valeur que sous une seule forme.', words)
  }),
  format: (words) => ({
    reason: `${quote(words.value, 26)} n’est pas ${formatWords[words.format] ?? 'de la forme attendue'}`,
    note: note(formatNotes[words.format] ?? 'Le site ne peut pas lire la valeur ainsi.', words)
  }),
  impossibleDate: (words) => ({
    reason: `Ce jour n’existe pas : ${quote(words.value)}`,
    note: 'Cette date n’est pas au calendrier. Vérifiez le jour et le mois.'
  }),
  dateOrder: (words) => ({
    reason: `Date attendue sous la forme \`2025-05-12\`, et non ${quote(words.value, 24)}`,
    note: 'Année, mois, jour : dans cet ordre, tous les sites lisent le même jour, et les billets se classent bien.'
  }),
  timeInDate: (words) => ({
    reason: `Date attendue sans heure : ${quote(words.value, 30)}`,
    note: 'Le schéma du site ne veut ici que le jour.'
  }),
  missingFile: (words) => ({
    reason: `Aucun fichier ${quote(words.value)}`,
    note: 'Le chemin part du dossier du billet. Mettez-y le fichier ou corrigez le chemin : la page n’affiche rien à sa place.'
  }),
  fileCase: (words) => ({
    reason: `Le fichier s’appelle ${quote(words.actual, 50)}`,
    note: 'La plupart des serveurs distinguent majuscules et minuscules : la page n’affiche rien là où elles diffèrent.'
  }),
  minItems: (words) => ({
    reason: `Il faut au moins ${count(words.limit, 'élément', 'éléments')} dans ${quote(words.key, 24)}`,
    note: note('Il en manque dans cette liste.', words)
  }),
  maxItems: (words) => ({
    reason: `Il faut au plus ${count(words.limit, 'élément', 'éléments')} dans ${quote(words.key, 24)}`,
    note: note('Il y en a trop dans cette liste.', words)
  }),
  uniqueItems: (words) => ({
    reason: `${quote(words.value, 30)} figure deux fois dans ${quote(words.key, 20)}`,
    note: 'Chaque élément ne figure qu’une fois dans la liste. Retirez-en un.'
  }),
  contains: (words) => ({
    reason: `Il manque un élément obligatoire dans ${quote(words.key, 24)}`,
    note: note(
      `Le schéma veut dans cette liste au moins ${count(words.limit, 'élément', 'éléments')} d’une certaine sorte, ou pas plus qu’il n’en dit.`,
      words
    )
  }),
  extraItem: (words) => ({
    reason: `Pas plus de ${count(words.limit, 'élément', 'éléments')} dans ${quote(words.key, 24)}`,
    note: note('Les éléments suivants n’ont pas de place.', words)
  }),
  dependentRequired: (words) => ({
    reason: `Il manque la clé ${quote(words.key, 20)}, puisque ${quote(words.because, 20)} est là`,
    note: note('L’une n’a pas de sens sans l’autre.', words)
  }),
  minProperties: (words) => ({
    reason: `Il faut au moins ${count(words.limit, 'clé', 'clés')} dans ${quote(words.key, 24)}`,
    note: note('Il manque des clés dans ce groupe.', words)
  }),
  maxProperties: (words) => ({
    reason: `Il faut au plus ${count(words.limit, 'clé', 'clés')} dans ${quote(words.key, 24)}`,
    note: note('Il y a trop de clés dans ce groupe.', words)
  }),
  propertyNames: (words) => ({
    reason: `Une clé ne peut pas s’appeler ${quote(words.key)} ici`,
    note: 'Le schéma dit comment s’écrivent les clés de ce groupe. Renommez-la.'
  }),
  not: (words) => ({
    reason: `${quote(words.key, 24)} ne doit pas valoir ${quote(words.value, 30)}`,
    note: note('Le schéma exclut cette valeur.', words)
  }),
  anyOf: (words) => ({
    reason: `${quote(words.key, 24)} n’a aucune des formes admises`,
    note: note(`Il y a ${quote(words.value)}.`, words)
  }),
  severalForms: (words) => ({
    reason: `${quote(words.key, 24)} a deux formes, dont une seule est admise`,
    note: note('Retirez ce qui rend la valeur ambiguë.', words)
  }),
  if: (words) => ({
    reason: `${quote(words.key, 24)} ne va pas avec le reste de l’en-tête`,
    note: note('Ce que le schéma veut ici dépend d’une autre clé.', words)
  }),
  forbidden: (words) => ({
    reason: `${quote(words.key)} n’a pas sa place ici`,
    note: 'Le schéma n’admet rien ici. Retirez-le.'
  }),
  other: (words) => ({
    reason: `${quote(words.key, 24)} n’est pas conforme au schéma (${words.keyword})`,
    note: note(`Il y a ${quote(words.value)}.`, words)
  })
}

const formatWords: Readonly<Record<string, string>> = {
  date: 'une date',
  'post-date': 'une date',
  'date-time': 'une date avec l’heure',
  'iso-date-time': 'une date avec l’heure',
  time: 'une heure',
  'iso-time': 'une heure',
  duration: 'une durée comme `42:10`',
  url: 'une adresse web',
  uri: 'une adresse web',
  'uri-reference': 'une adresse ou un chemin',
  'media-url': 'l’adresse d’un fichier son ou vidéo',
  email: 'une adresse électronique',
  guid: 'un identifiant',
  uuid: 'un UUID',
  slug: 'un nom court comme `le-moulin`',
  regex: 'une expression régulière'
}

const formatNotes: Readonly<Record<string, string>> = {
  date: 'Écrivez année, mois et jour : `2025-05-12`.',
  'post-date': 'Écrivez année, mois et jour : `2025-05-12`.',
  'date-time': 'Écrivez date, heure et fuseau : `2025-05-12T08:00:00+02:00`.',
  time: 'Écrivez heures, minutes et secondes : `08:00:00Z`.',
  duration:
    'Minutes et secondes (`42:10`), avec les heures (`1:02:03`), `PT42M10S`, ou les secondes seules.',
  url: 'Elle commence par `https://` et n’a pas d’espace.',
  uri: 'Elle commence par `https://` et n’a pas d’espace.',
  'media-url': 'Elle commence par `https://` et finit par `.mp3`, `.mp4` ou semblable.',
  email: 'Elle a la forme `nom@example.org`.',
  guid: 'C’est une seule ligne, sans espace autour.',
  slug: 'Seulement des minuscules, des chiffres et des traits d’union entre eux.'
}
