import type {alternativeText as english} from '../en/alternative-text.js'
import {quote} from '../message.js'

export const alternativeText: typeof english = {
  'episode-alt-text': {
    missing: ({image}) => ({
      reason: `Pas de texte alternatif pour ${quote(image)}`,
      note: 'Qui ne voit pas l’image entend le nom du fichier, ou rien. Ajoutez un `alt` qui dit en quelques mots ce qu’elle montre. Si elle n’est que décorative, dites-le : `alt="" role="presentation"`.'
    }),
    missingInFrontMatter: ({image}) => ({
      reason: `Pas de texte alternatif à côté de ${quote(image)}`,
      note: 'Qui ne voit pas l’image n’en saura rien. Ajoutez à côté de son adresse un `alt` qui dit en quelques mots ce qu’elle montre.'
    }),
    missingInShortcode: ({image}) => ({
      reason: `Pas de texte alternatif pour ${quote(image)}`,
      note: 'Qui ne voit pas l’image entend le nom du fichier, ou rien. Donnez au shortcode un `alt` qui dit en quelques mots ce qu’elle montre ; `alt=""` dit qu’elle n’est que décorative.'
    }),
    empty: ({image, captioned}) => ({
      reason: `Texte alternatif vide pour ${quote(image)}`,
      note: captioned
        ? 'Qui ne voit pas l’image n’en connaîtra que la légende. Dites en quelques mots ce qu’elle montre.'
        : 'Qui ne voit pas l’image n’en saura rien. Dites en quelques mots ce qu’elle montre.'
    }),
    emptyInLink: ({image}) => ({
      reason: `Lien sans mots : son image ${quote(image, 30)} n’a pas de texte`,
      note: 'Le lien ne contient que cette image : son texte alternatif est le nom du lien. Dites où il mène : « Écouter sur… », « Le site de l’invitée ».'
    }),
    fileName: ({text}) => ({
      reason: `Le texte alternatif ${quote(text, 36)} est un nom de fichier`,
      note: 'Lu à voix haute, un nom de fichier ou une adresse ne dit rien de l’image. Dites en quelques mots ce qu’elle montre.'
    }),
    credit: ({text}) => ({
      reason: `Le texte alternatif ${quote(text, 27)} ne dit que l’auteur de l’image`,
      note: 'Qui ne la voit pas veut savoir ce qu’elle montre. Dites-le, et mettez le crédit dans la légende.'
    }),
    generic: ({text}) => ({
      reason: `Le texte alternatif ${quote(text, 28)} ne dit rien de l’image`,
      note: 'Le lecteur d’écran annonce déjà une image. Dites ce que celle-ci montre : qui, où, ou les mots qu’on y lit.'
    }),
    prefix: ({prefix}) => ({
      reason: `Le texte alternatif commence par ${quote(prefix)}`,
      note: 'Le lecteur d’écran annonce déjà une image. Commencez par ce qu’elle montre.'
    }),
    repeatsLink: ({text}) => ({
      reason: `Le texte alternatif ${quote(text, 28)} répète les mots du lien`,
      note: 'Le lecteur d’écran dira deux fois la même chose. Laissez le texte alternatif vide, puisque ses mots nomment déjà le lien, ou dites ce que l’image ajoute.'
    }),
    repeatsCaption: ({text}) => ({
      reason: `Le texte alternatif ${quote(text, 34)} répète la légende`,
      note: 'Le lecteur d’écran dira deux fois la même chose. Dites ce que l’image montre et que la légende ne dit pas.'
    }),
    long: ({length, limit}) => ({
      reason: `Texte alternatif de ${length} caractères (limite : ${limit})`,
      note: 'Il est lu d’un trait, sans moyen de le survoler. Gardez-y l’essentiel et mettez les détails dans le texte de l’article.'
    })
  },
  'episode-frame-title': {
    missing: ({element, address}) => ({
      reason: `Pas de titre sur ${quote(`<${element}>`)} (${quote(address, 40)})`,
      note: 'Le lecteur d’écran annonce un cadre ou un lecteur par son titre ; sans titre, il lit l’adresse, ou rien. Ajoutez un `title="…"` qui dit ce qu’on y trouve, par exemple le titre de l’épisode.'
    }),
    empty: ({element}) => ({
      reason: `Titre vide sur ${quote(`<${element}>`)}`,
      note: 'Le lecteur d’écran annonce un cadre ou un lecteur par son titre. Dites ce qu’on y trouve, par exemple le titre de l’épisode.'
    }),
    generic: ({title}) => ({
      reason: `Le titre ${quote(title, 30)} ne dit pas ce que contient le cadre`,
      note: 'Il irait à n’importe quel cadre : qui parcourt la liste des cadres de la page n’en apprend rien. Dites ce que contient celui-ci, par exemple le titre de l’épisode.'
    }),
    repeated: ({title, line}) => ({
      reason: `Le titre ${quote(title, 26)} est déjà celui du cadre de la ligne ${line}`,
      note: 'Dans la liste des cadres de la page, rien ne les distingue. Dites ce que celui-ci a de différent.'
    })
  }
}
