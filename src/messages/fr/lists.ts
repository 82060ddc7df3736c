import type {lists as english} from '../en/lists.js'
import {quote} from '../message.js'

export const lists: typeof english = {
  'episode-list-marker': {
    space: ({text}) => ({
      reason: `Pas d’espace après la marque de ${quote(text)}`,
      note: 'Markdown ne fait pas d’élément de cette ligne, et la page l’affiche dans le texte qui précède. Mettez une espace ordinaire après la marque.'
    }),
    fake: ({bullet}) => ({
      reason: `${quote(bullet, 4)} ne fait pas de liste`,
      note: 'Ce caractère ressemble à une puce, mais Markdown y voit du texte : la page l’affiche devant de simples mots, met bout à bout les lignes qui se suivent, et un lecteur d’écran n’annonce pas de liste. Utilisez un astérisque ou un trait d’union.'
    }),
    fakeInside: ({bullet}) => ({
      reason: `${quote(bullet, 4)} s’ajoute à la puce que la page affiche`,
      note: 'L’élément a deux puces. Retirez celle-ci.'
    }),
    doubled: ({marker}) => ({
      reason: `Seconde marque ${quote(marker, 4)} dans un élément qui en a déjà une`,
      note: 'Markdown en fait une liste à part, et la page affiche une puce dans une puce. Retirez l’une des deux.'
    }),
    joined: ({text}) => ({
      reason: `${quote(text, 28)} suit un autre élément sur sa ligne`,
      note: 'Markdown ne voit de marque qu’en début de ligne, et la page affiche l’astérisque. Commencez une nouvelle ligne devant lui.'
    }),
    lost: ({text}) => ({
      reason: `La marque de liste manque sans doute devant ${quote(text, 26)}`,
      note: 'Les lignes autour sont des éléments de liste ; Markdown rattache celle-ci à l’élément qui précède. Mettez une marque devant elle, ou son texte à la suite de la ligne précédente.'
    }),
    other: ({marker, others}) => ({
      reason: `Élément marqué ${quote(marker, 4)} parmi des éléments marqués ${quote(others, 4)}`,
      note: 'Une liste s’arrête là où la marque change : la page et les lecteurs d’écran en font plusieurs. Gardez la même marque dans toute la liste.'
    }),
    sign: ({marker}) => ({
      reason: `Markdown prend le signe ${quote(marker, 4)} pour une puce`,
      note: 'Le signe disparaît de la page, qui affiche une puce dans une puce. Une barre oblique inverse (\\) devant le signe le conserve.'
    })
  },
  'episode-list-start': {
    cut: ({word, whole}) => ({
      reason: `${quote(word, 15)} en début d’élément : il manque une lettre, ${quote(whole, 15)} ?`,
      note: 'Les lecteurs y voient une faute de frappe, et c’en est sans doute une. Remettez la lettre qui manque.'
    })
  },
  'episode-list-glued': {
    tag: ({text}) => ({
      reason: `${quote(text, 30)} fait partie de l’élément de liste qui précède`,
      note: 'Sans ligne vide avant elle, Markdown rattache cette ligne au dernier élément de la liste. Laissez une ligne vide entre les deux.'
    }),
    text: ({text}) => ({
      reason: `${quote(text, 32)} fait partie de l’élément de liste qui précède`,
      note: 'Sans ligne vide avant elle, Markdown rattache cette ligne à l’élément, et la page l’affiche derrière la puce. Laissez une ligne vide entre les deux, ou indentez la ligne si elle fait partie de l’élément.'
    }),
    list: ({text}) => ({
      reason: `Pas de liste à partir de ${quote(text, 28)} : le paragraphe continue`,
      note: 'Une liste numérotée qui ne commence pas par 1 demande une ligne vide avant elle. Sans cela, la page affiche ses éléments à la suite, comme du texte.'
    })
  },
  'episode-list-punctuation': {
    missing: ({style}) => ({
      reason: `Il manque le ${quote(style)} qui termine les autres éléments`,
      note: 'Les éléments d’une liste se terminent de la même façon ; seul le dernier peut clore la phrase.'
    }),
    extra: ({found}) => ({
      reason: `Élément terminé par ${quote(found)}, ses voisins sans ponctuation`,
      note: 'Les éléments d’une liste se terminent de la même façon ; seul le dernier peut clore la phrase.'
    }),
    different: ({style, found}) => ({
      reason: `Élément terminé par ${quote(found)}, ses voisins par ${quote(style)}`,
      note: 'Les éléments d’une liste se terminent de la même façon ; seul le dernier peut clore la phrase.'
    })
  },
  'episode-list-empty': {
    empty: ({marker}) => ({
      reason: `Rien ne suit la marque ${quote(marker, 10)}`,
      note: 'La page affiche un élément vide. Complétez-le ou retirez-le.'
    }),
    emptyBox: ({box}) => ({
      reason: `Rien ne suit la case ${quote(box, 10)}`,
      note: 'La page affiche les crochets seuls : ils ne font une case à cocher que devant des mots, sur la même ligne. Ajoutez-les ou retirez la case.'
    })
  },
  'episode-list-indent': {
    code: ({text}) => ({
      reason: `Une liste devenue du code : elle commence par ${quote(text, 26)}`,
      note: 'Quatre espaces devant une ligne en font du code : la page l’affiche dans un cadre, comme elle a été tapée. Retirez-les.'
    }),
    depth: ({text}) => ({
      reason: `Le retrait met ${quote(text, 32)} à une mauvaise place`,
      note: 'Un élément placé dans un autre commence sous la première lettre de celui-ci. Avec moins de retrait, il se range à côté ; avec beaucoup plus, il devient du code ou du texte.'
    })
  },
  'episode-list-order': {
    number: ({number, shown}) => ({
      reason: `L’élément ${quote(number, 10)} porte le numéro ${quote(shown, 10)} sur la page`,
      note: 'Markdown ne prend dans le texte que le premier numéro, puis compte. Remettez les numéros dans l’ordre.'
    }),
    time: ({time, before}) => ({
      reason: `${quote(time, 10)} vient après ${quote(before, 10)} dans une liste de temps`,
      note: 'Tous les autres temps de la liste se suivent. L’un des deux est faux, ou les éléments ne sont pas dans l’ordre.'
    })
  },
  'episode-line-breaks': {
    question: ({text}) => ({
      reason: `${quote(text, 28)} et sa réponse ne font qu’une ligne`,
      note: 'Markdown réunit les lignes d’un paragraphe. Mettez une ligne vide derrière la question.'
    }),
    glued: ({text}) => ({
      reason: `Pas d’espace après ${quote(text, 40)}`,
      note: 'La phrase suivante touche celle-ci, souvent parce qu’un retour à la ligne s’est perdu.'
    }),
    lost: ({text}) => ({
      reason: `Pas de saut de ligne après ${quote(text, 36)}`,
      note: 'Les lignes autour finissent par un saut, pas celle-ci : la page affiche la suivante derrière elle. Terminez-la comme les autres.'
    }),
    joined: ({text, lines}) => ({
      reason: `${quote(text, 22)} et ${lines === 1 ? 'la ligne suivante' : `les ${lines} lignes suivantes`} n’en font qu’une`,
      note: 'Markdown met bout à bout les lignes d’un paragraphe. Mettez `- ` devant chacune pour en faire une liste, ou terminez chacune par une barre oblique inversée (`\\`).'
    })
  }
}
