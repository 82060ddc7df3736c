/** The French words and sentences that the posts are made of; `text.mjs` says what the slots mean. */

const list = (/** @type {string} */ text) => text.trim().split(/\s*,\s*/)

/** Nouns with their article. */
export const nouns = list(`
la médiation, le service public, la donnée, l’algorithme, le réseau, la fibre, l’accessibilité,
le logiciel, l’atelier, la bibliothèque, le territoire, l’usager, la formation, le budget, la forêt,
le littoral, l’école, le lycée, la recherche, le laboratoire, la méthode, l’entretien, le terrain,
la sobriété, le matériel, l’ordinateur, le téléphone, la commande, le marché, l’achat, la norme,
le référentiel, la loi, le décret, la charte, l’équipe, la direction, le chantier, la mesure,
le calcul, l’empreinte, l’énergie, la chaleur, le serveur, le stockage, l’archive, la mémoire,
le patrimoine, le musée, la collection, l’exposition, le public, la parole, le témoignage, la voix,
l’enregistrement, le micro, le montage, la radio, le studio, l’émission, la série, la saison,
l’invité, le métier, la carrière, le concours, l’apprentissage, la compétence, le diplôme, la santé,
l’hôpital, le soin, la prévention, l’enquête, le questionnaire, la statistique, le recensement,
la carte, le relevé, l’image, le satellite, la parcelle, le sol, la rivière, l’eau, la crue,
la sécheresse, le quartier, la mairie, la commune, la région, l’intercommunalité, le transport,
le vélo, la gare, la mobilité, le chauffage, l’isolation, la rénovation, le bâtiment, la toiture`)

/** Adjectives as they stand after a masculine and after a feminine noun. */
export const adjectives = list(`
public/publique, numérique/numérique, local/locale, régional/régionale, ouvert/ouverte,
partagé/partagée, durable/durable, sobre/sobre, discret/discrète, ancien/ancienne,
nouveau/nouvelle, européen/européenne, national/nationale, municipal/municipale, collectif/collective,
essentiel/essentielle, concret/concrète, complexe/complexe, fragile/fragile, fiable/fiable,
accessible/accessible, gratuit/gratuite, coûteux/coûteuse, inattendu/inattendue, patient/patiente,
participatif/participative, expérimental/expérimentale, quotidien/quotidienne, rural/rurale,
urbain/urbaine, côtier/côtière, scolaire/scolaire, administratif/administrative, juridique/juridique,
technique/technique, social/sociale, culturel/culturelle, historique/historique, vivant/vivante,
sonore/sonore, visuel/visuelle, précis/précise, lent/lente, prudent/prudente, commun/commune`)

export const verbs = list(`
comprendre, mesurer, réparer, transmettre, défendre, documenter, financer, raconter, protéger,
simplifier, organiser, préparer, évaluer, traduire, publier, corriger, vérifier, comparer,
cartographier, écouter, accompagner, encourager, interroger, construire, repenser, adapter,
améliorer, conserver, partager, renouveler, alléger, relire, choisir, discuter, expliquer`)

export const places = list(`
Rennes, Grenoble, Montpellier, Besançon, Saint-Étienne, Quimper, Évreux, Nîmes, Angoulême, Mâcon,
Châlons-en-Champagne, Bayonne, Périgueux, Épinal, Cherbourg, Ajaccio, Pointe-à-Pitre, Alençon`)

export const months = list(`janvier, février, mars, avril, mai, juin, juillet, août, septembre,
octobre, novembre, décembre`)

export const functions = list(`
directrice de recherche, chargé de mission, cheffe de projet, ingénieur d’études, conservatrice,
professeur des écoles, médiatrice numérique, responsable des achats, géographe, sociologue,
secrétaire générale, économiste, documentaliste, développeuse, juriste, maire adjoint, infirmière`)

export const sentences = `
{Person} travaille depuis {number} ans sur {noun} {adj}, d’abord à {place}, puis à {organisation}.
Nous voulions {verb} {noun} sans oublier {noun} ni {noun} {adj}.
« {Noun} {adj}, dit-elle, c’est {noun} que personne ne regarde ; pourtant tout en dépend. »
En {month} {year}, {organisation} a lancé un appel pour {verb} {noun} {adj} dans {number} communes.
C’est là que {noun} entre en jeu : il faut {verb}, {verb}, puis recommencer.
Je me souviens d’une réunion à {place} où {person} nous a demandé de {verb} {noun}.
Il y a {number} ans, on parlait surtout {ofNoun} ; aujourd’hui, {noun} {adj} occupe toute la place.
Et si l’on regarde {noun} de plus près, on voit que {noun} {adj} compte pour {number} % du total.
Oui, tout à fait.
Pour ma part, je dirais que {noun} n’est jamais aussi {adjective} qu’on le croit.
{Organisation} et {organisation} ont signé une convention en {year} pour {verb} {noun}.
Qu’est-ce qui vous a donné envie de {verb} {noun}, {person} ?
On commence toujours par {verb} {noun} ; ensuite seulement vient {noun} {adj}.
Le rapport ({number} pages, publié en {month} {year}) insiste sur {noun} et sur {noun} {adj}.
Ce n’est pas simple : {noun} demande du temps, {noun} demande de l’argent, et les deux manquent.
{Person}, {function}, nous rappelle que {noun} {adj} existait bien avant {year}.
À {place}, par exemple, {number} personnes se sont réunies pour {verb} {noun}.
Nous avons donc choisi de {verb} ce qui marchait déjà, plutôt que de tout {verb}.
D’accord, mais comment {verb} {noun} quand {noun} {adj} change chaque année ?
Les chiffres sont parlants : {number} % des agents disent connaître {noun}, contre {number} % en {year}.
Merci beaucoup d’avoir accepté notre invitation.
L’idée vient {ofNoun} : on observe, on note, on compare, et l’on finit par {verb} {noun}.
{Noun} {adj} reste un angle mort, y compris chez {organisation}.
Quand on a présenté {noun} au conseil, {person} a levé la main et a posé la seule bonne question.
Je ne crois pas qu’il faille opposer {noun} et {noun}.
Cela représente {number} heures d’enregistrement, soit à peu près {number} épisodes.
Avec {person}, de {organisation}, nous avons écrit un guide pour {verb} {noun} {adj}.
Dans les faits, {noun} arrive trop tard, et {noun} {adj} n’arrive pas du tout.
Ce que m’ont appris ces années, c’est la patience.
Bien sûr, {noun} ne suffit pas ; encore faut-il {verb} {noun} avec celles et ceux qui s’en servent.
Vous parlez {ofNoun}, mais je voudrais revenir sur {noun} {adj}.
Au printemps {year}, l’équipe de {place} a pu {verb} {noun} pour la première fois.
`
  .trim()
  .split('\n')

export const phrases = {
  topic: '{noun} {adj}',
  listen: 'Écouter l’épisode',
  about: 'Présentation de l’épisode',
  transcript: 'Transcription',
  further: 'Pour aller plus loin',
  season: 'Saison',
  episode: 'Épisode',
  intro: 'Dans cet épisode, {person} reçoit {person}, {function} à {organisation}.',
  weDiscuss: 'Au programme de cet échange :',
  player: 'Lecteur audio de l’épisode',
  portrait: 'Portrait de',
  colon: '\u00A0:',
  readReport: 'Consulter le rapport'
}
