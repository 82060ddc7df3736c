/** The English words and sentences that the posts are made of; `text.mjs` says what the slots mean. */

const list = (/** @type {string} */ text) => text.trim().split(/\s*,\s*/)

/** Nouns with their article. */
export const nouns = list(`
the archive, the survey, the budget, the network, the library, the workshop, the harbour, the river,
the coastline, the hospital, the ward, the classroom, the curriculum, the dataset, the algorithm,
the interview, the recording, the microphone, the studio, the season, the audience, the listener,
the engineer, the contract, the tender, the standard, the guideline, the law, the charter, the team,
the council, the committee, the village, the district, the railway, the bicycle, the footpath,
the heating, the insulation, the building, the roof, the energy, the server, the storage, the cable,
the keyboard, the screen reader, the caption, the transcript, the picture, the map, the satellite,
the field, the soil, the forest, the drought, the flood, the harvest, the kitchen, the market,
the museum, the collection, the exhibition, the catalogue, the memory, the testimony, the voice,
the translation, the dictionary, the alphabet, the theatre, the orchestra, the rehearsal, the score,
the laboratory, the experiment, the notebook, the method, the measurement, the estimate, the margin,
the apprentice, the teacher, the nurse, the volunteer, the neighbour, the shopkeeper, the gardener,
the software, the licence, the repository, the release, the backlog, the deadline, the roadmap`)

export const adjectives = list(`
public, local, regional, open, shared, durable, quiet, ancient, recent, national, municipal,
collective, essential, concrete, complex, fragile, reliable, accessible, free, costly, unexpected,
patient, experimental, daily, rural, urban, coastal, administrative, legal, technical, social,
cultural, historic, living, audible, visual, precise, slow, careful, common, forgotten, practical,
stubborn, generous, temporary, permanent, digital, handmade, northern, southern, modest, honest`)

export const verbs = list(`
understand, measure, repair, pass on, defend, document, fund, describe, protect, simplify, organise,
prepare, assess, translate, publish, correct, check, compare, map, support, encourage, question,
build, rethink, adapt, improve, preserve, share, renew, lighten, reread, choose, discuss, explain,
record, rehearse, catalogue, rescue, replace, inspect`)

export const places = list(`
Leeds, Aberdeen, Galway, Swansea, Norwich, Plymouth, Dundee, Limerick, Durham, Exeter, Kilkenny,
Stornoway, Whitby, Lancaster, Ludlow, Penzance, Newcastle, Inverness`)

export const months = list(`January, February, March, April, May, June, July, August, September,
October, November, December`)

export const functions = list(`
research fellow, project lead, head teacher, sound engineer, curator, digital officer, geographer,
procurement manager, economist, sociologist, archivist, software developer, solicitor, deputy mayor,
district nurse, community organiser, chief librarian`)

export const sentences = `
{Person} has worked on {noun} for {number} years, first in {place} and then at {organisation}.
We wanted to {verb} {noun} without forgetting {noun} or the {adjective} side of things.
“{Noun},” she says, “is what nobody looks at; and yet everything depends on it.”
In {month} {year}, {organisation} asked {number} councils to {verb} {noun}.
That's where {noun} comes in: you {verb}, you {verb}, and then you start again.
I remember a meeting in {place} where {person} told us to {verb} {noun}.
A few years ago people talked about {noun}; today the {adjective} part gets all the attention.
If you look closely, {noun} makes up {number}% of the total — more than {noun} itself.
Yes, exactly.
For my part, I'd say that {noun} is never as {adjective} as it seems.
{Organisation} and {organisation} signed an agreement in {year} to {verb} {noun}.
What made you want to {verb} {noun}, {person}?
You always begin with {noun}; only then does {noun} follow.
The report ({number} pages, {month} {year}) dwells on {noun} and on every {adjective} detail.
It isn't simple: {noun} takes time, {noun} takes money, and we're short of both.
{Person}, a {function}, reminds us that {noun} was {adjective} long before {year}.
In {place}, for instance, {number} people came together to {verb} {noun}.
So we chose to {verb} what already worked rather than {verb} everything.
Fine, but how do you {verb} {noun} when {noun} changes every year?
The figures speak for themselves: {number}% know {noun}, against {number}% in {year}.
Thank you so much for being with us.
The idea came from {noun}: watch, take notes, compare, and in the end you {verb} {noun}.
{Noun} is still a blind spot, even at {organisation}.
When we showed {noun} to the board, {person} raised a hand and asked the only good question.
I don't think we should set {noun} against {noun}.
That's {number} hours of tape, or about {number} episodes.
With {person} of {organisation} we wrote a handbook to {verb} {noun}.
In practice {noun} comes too late, and the {adjective} one never comes at all.
What these years have taught me is patience.
Of course {noun} isn't enough; you must also {verb} {noun} with those who use it.
You mention {noun}, but I'd like to return to something more {adjective}.
In the spring of {year}, the {place} team managed to {verb} {noun} for the first time.
`
  .trim()
  .split('\n')

export const phrases = {
  topic: 'the {adjective} {bare}',
  listen: 'Listen to the episode',
  about: 'About this episode',
  transcript: 'Transcript',
  further: 'Further reading',
  season: 'Season',
  episode: 'Episode',
  intro: 'In this episode {person} talks with {person}, {function} at {organisation}.',
  weDiscuss: 'We talk about:',
  player: 'Audio player of the episode',
  portrait: 'Portrait of',
  colon: ':',
  readReport: 'Read the report'
}
