import type {names as english} from '../en/names.js'
import {quote} from '../message.js'
import {separation} from '../separation.js'

const separations = {spelling: 'Graphie', spacing: 'Espace', punctuation: 'Trait d’union ou point'}

const listed = (name: string, list: string | undefined): string =>
  `La liste des noms${list === undefined ? '' : ` (${quote(list)})`} a ${quote(name, 80)}. Si cette autre forme est juste aussi, ajoutez-la à la liste sous \`also\` ; si c’est autre chose, sous \`ignore\`.`

export const names: typeof english = {
  'episode-known-names': {
    capitals: ({written, expected, name, list}) => ({
      reason: `Majuscules à revoir : ${quote(written, 22)} s’écrit ${quote(expected, 22)}`,
      note: listed(name, list)
    }),
    accents: ({written, expected, name, list}) => ({
      reason: `Accents à revoir : ${quote(written, 23)} s’écrit ${quote(expected, 23)}`,
      note: listed(name, list)
    }),
    spaces: ({written, expected, name, list}) => ({
      reason: `${separations[separation(written, expected)]} : ${quote(written, 20)} s’écrit ${quote(expected, 20)}`,
      note: `Espaces, traits d’union et points font partie du nom. ${listed(name, list)}`
    }),
    'look-alikes': ({written, expected, name, list}) => ({
      reason: `Une lettre en imite une autre dans ${quote(written, 19)} : ${quote(expected, 19)}`,
      note: `On ne le voit pas, mais la recherche ne trouvera rien et les voix de synthèse liront de travers. ${listed(name, list)}`
    }),
    letters: ({written, expected, name, list, sure}) => ({
      reason: sure
        ? `${quote(written, 28)} est mal écrit : ${quote(expected, 28)}`
        : `${quote(written, 25)} est sans doute à écrire ${quote(expected, 25)}`,
      note: `Un nom écorché est ce que les personnes concernées voient en premier. ${listed(name, list)}`
    }),
    acronym: ({written, name}) => ({
      reason: `${quote(written, 18)} n’est pas le sigle de ${quote(name, 30)}`,
      note: 'Le sigle et le nom complet qui le suit ou le précède ne vont pas ensemble dans la liste des noms. Lequel est le bon ?'
    }),
    listed: ({written, expected}) => ({
      reason: `${quote(written, 26)} est une forme fautive de ${quote(expected, 24)}`,
      note: 'La liste des noms donne cette forme sous `not`.'
    })
  },
  'episode-one-spelling': {
    spelling: ({written, usual, times}) => ({
      reason: `${quote(written, 21)} s’écrit ${quote(usual, 21)} ailleurs dans ce billet`,
      note: `Il s’écrit ainsi ${times === 1 ? 'une fois' : `${times} fois`}. L’une des deux graphies est fausse : n’en gardez qu’une, et mettez le nom dans la liste des noms, pour que les autres billets lui soient comparés aussi.`
    })
  }
}
