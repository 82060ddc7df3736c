import {
  isAddress,
  isCredit,
  isFileName,
  isGenericForPicture,
  picturePrefix,
  spoken
} from '../src/naming/words.js'
import {type PicturePair, readFrontMatterPictures} from '../src/post/front-matter-pictures.js'
import type {MediaText, Picture} from '../src/post/media.js'
import {readShortcodePictures} from '../src/post/shortcode-pictures.js'
import {hasTemplate} from '../src/post/templates.js'
import {defineRule} from '../src/rule.js'

/** The keys that Eleventy, Jekyll, Hugo and Astro sites and their themes write pictures with. */
const commonPairs: readonly PicturePair[] = [
  ...['image', 'cover', 'thumbnail', 'banner', 'hero', 'featured', 'poster'].flatMap((group) =>
    ['path', 'src', 'url', 'file', 'image'].map((key) => ({
      picture: `${group}.${key}`,
      alternative: `${group}.alt`
    }))
  ),
  ...['images', 'gallery'].flatMap((list) =>
    ['path', 'src', 'url'].map((key) => ({
      picture: `${list}.*.${key}`,
      alternative: `${list}.*.alt`
    }))
  ),
  {picture: 'header.image', alternative: 'header.image_description'},
  ...[
    'image',
    'cover',
    'coverImage',
    'cover_image',
    'thumbnail',
    'thumb',
    'banner',
    'heroImage',
    'hero_image',
    'featuredImage',
    'featured_image',
    'ogImage',
    'og_image'
  ].flatMap((key) =>
    ['Alt', '_alt', '-alt'].map((ending) => ({picture: key, alternative: `${key}${ending}`}))
  )
]

export const altText = defineRule({
  id: 'episode-alt-text',
  pillar: 'alternative-text',
  summary: 'Pictures have an alternative text that says what they show.',
  why: 'People who can’t see a picture hear or read its alternative text instead: with a screen reader, with a slow line, in a podcast application. A text that is empty, a file name, or says only that there is a picture leaves them with nothing. Decoration is left alone where the post declares it: `role="presentation"` or `role="none"`, `aria-hidden="true"`, or `<!-- decorative -->` right before the picture.',
  standards: [
    {
      name: 'WCAG 2.2, 1.1.1 Non-text Content',
      url: 'https://www.w3.org/TR/WCAG22/#non-text-content'
    },
    {
      name: 'RGAA 4, 1.1: each picture that carries information has an alternative text',
      url: 'https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.1'
    },
    {
      name: 'RGAA 4, 1.2: screen readers leave out each decorative picture',
      url: 'https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.2'
    },
    {
      name: 'RGAA 4, 1.3: the alternative text is relevant',
      url: 'https://accessibilite.numerique.gouv.fr/methode/criteres-et-tests/#1.3'
    }
  ],
  defaults: {
    decorative: 'declared' as 'declared' | 'allow',
    prefixes: true,
    maxLength: 0,
    frontMatter: [] as readonly PicturePair[]
  },
  options: {
    decorative: {
      schema: {enum: ['declared', 'allow']},
      description:
        'With `allow`, an empty alternative text by itself says that a picture is decoration.'
    },
    prefixes: {
      schema: {type: 'boolean'},
      description: 'Whether to find texts that begin with “photo of”, “image de” and the like.'
    },
    maxLength: {
      schema: {type: 'integer', minimum: 0},
      description: 'The most characters of an alternative text; 0 for any number.'
    },
    frontMatter: {
      schema: {
        type: 'array',
        items: {
          type: 'object',
          properties: {picture: {type: 'string'}, alternative: {type: 'string'}},
          required: ['picture', 'alternative'],
          additionalProperties: false
        }
      },
      description:
        'Keys of the site’s own for a picture and its alternative text, with dots between levels and `*` for the items of a list: `{picture: guests.*.photo, alternative: guests.*.photoAlt}`. Those that Eleventy, Jekyll, Hugo and Astro sites commonly use are known: `image.path` and `image.alt`, `cover.image` and `cover.alt`, `image` and `image_alt`, `heroImage` and `heroImageAlt`, `images.*.src` and `images.*.alt`…'
    }
  },
  examples: [
    {
      name: 'A picture in the front matter with an empty text',
      text: '---\nimage:\n  path: ./cover.webp\n  alt: ⟦""⟧\n---\n'
    },
    {
      name: 'Une image sans texte dans les métadonnées',
      text: '---\ntitle: Le moulin\nimage:\n  path: ./moulin.webp\n  ⟦alt⟧:\n---\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'A picture with a text',
      text: '---\nimage:\n  path: ./cover.webp\n  alt: Two people at a microphone\n---\n'
    },
    {
      name: 'A group of keys for a picture, of which the text is missing',
      text: '---\nimage:\n  ⟦path⟧: ./mill.webp\ncover:\n  ⟦image⟧: ./cover.webp\n---\n'
    },
    {
      name: 'A lone picture key, which says nothing of a text',
      text: '---\nimage: ./cover.webp\nthumbnail: ./small.webp\n---\n'
    },
    {
      name: 'Two keys on one level',
      text: "---\nimage: ./cover.webp\nimage_alt: ⟦''⟧\nheroImage: ./hero.webp\nheroImageAlt: The mill at dawn\n---\n"
    },
    {
      name: 'A list of pictures',
      text: '---\nimages:\n  - src: a.webp\n    alt: The mill at dawn\n  - src: b.webp\n    alt: "⟦b.webp⟧"\n---\n'
    },
    {
      name: 'Keys of a site’s own',
      text: '---\nvisuel: moulin.webp\nlegende: ""\nportraits:\n  - photo: a.webp\n    texte: ⟦"  "⟧\n---\n',
      options: {
        frontMatter: [{picture: 'portraits.*.photo', alternative: 'portraits.*.texte'}]
      }
    },
    {
      name: 'No picture, so no text',
      text: '---\nimage:\n  path: ""\n  alt: ""\n---\n'
    },
    {
      name: 'Markdown pictures without a text',
      text: '⟦![]⟧(mill.webp)\n\n> - ⟦![ ]⟧(mill.webp "The mill")\n\n⟦![]⟧[mill]\n\n[mill]: mill.webp\n'
    },
    {
      name: 'Markdown pictures with a text',
      text: '![The mill at dawn](mill.webp)\n\n![The wheel][mill]\n\n[mill]: mill.webp\n'
    },
    {
      name: 'HTML pictures without a text',
      text: '<⟦img⟧ src="mill.webp">\n\n<⟦img⟧ data-src="mill.webp" class="lazy">\n\n<img src="mill.webp" ⟦alt=""⟧>\n\nInline <img src="mill.webp" ⟦alt⟧> picture, <⟦input⟧ type="image" src="go.png">.\n\n<map name="m"><⟦area⟧ href="/mill" shape="rect" coords="0,0,9,9"></map>\n\n<⟦svg⟧ role="img"><path d="M0 0h9"/></svg>\n'
    },
    {
      name: 'HTML pictures with a text',
      text: '<img src="mill.webp" alt="The mill at dawn">\n<img src="mill.webp" aria-label="The mill at dawn">\n<img src="mill.webp" aria-labelledby="caption">\n<input type="image" src="go.png" alt="Search">\n<svg role="img"><title>The mill</title><path d="M0 0h9"/></svg>\n<svg><path d="M0 0h9"/></svg>\n'
    },
    {
      name: 'Decoration that is declared',
      text: '<img src="leaf.svg" alt="" role="presentation">\n<img src="leaf.svg" alt="" aria-hidden="true">\n<img src="leaf.svg" role="none">\n\n<!-- decorative -->\n![](leaf.svg)\n\nUn filet : <!-- image décorative --><img src="leaf.svg">\n\n<div aria-hidden="true">\n\n![](leaf.svg)\n\n</div>\n'
    },
    {
      name: 'Decoration that is declared in decomposed letters',
      text: '<!-- De\u0301corative -->\n![](leaf.svg)\n'
    },
    {
      name: 'A comment speaks for one picture only',
      text: '<!-- decorative -->\n![](leaf.svg)\n\n⟦![]⟧(mill.webp)\n'
    },
    {
      name: 'Decoration by an empty text, where the option allows it',
      text: '![](leaf.svg)\n\n<img src="leaf.svg" alt="">\n\n<⟦img⟧ src="mill.webp">\n',
      options: {decorative: 'allow'}
    },
    {
      name: 'A picture that counts readers',
      text: '<img src="https://stats.example/p.gif" width="1" height="1">\n'
    },
    {
      name: 'File names and addresses',
      text: '![⟦mill.webp⟧](mill.webp)\n\n![⟦IMG_2034⟧](a.jpg)\n\n![⟦Capture d’écran 2026-03-02 à 10.22.33⟧](b.png)\n\n![⟦Screenshot 2026-03-02⟧](c.png)\n\n![⟦moulin-facade_2⟧](img/moulin-facade_2.jpg)\n\n![⟦moulin_facade⟧](img/facade.jpg)\n\n<img src="a.png" alt="⟦https://example.org/a.png⟧">\n'
    },
    {
      name: 'A name that is also the file’s',
      text: '![Arvane](Arvane.svg)\n\n![GPT-4](GPT-4.png)\n\n![Logo Arvane](logo-arvane.svg)\n\n![Episode 2](<Episode 2.png>)\n'
    },
    {
      name: 'Texts that say only that there is a picture',
      text: '![⟦image⟧](a.png)\n\n![⟦Photo 3⟧](b.png)\n\n![⟦Podcast cover⟧](c.png)\n\n<img src="d.png" alt="⟦placeholder⟧">\n\n![⟦…⟧](e.png)\n\n![⟦Picture1⟧](f.png)\n\n![⟦Capture d’écran⟧](g.png)\n\n![⟦Bild⟧](h.png) ![⟦#Mill4⟧](i.png)\n'
    },
    {
      name: 'Des textes qui disent seulement : une image',
      text: '![⟦Visuel de l’épisode⟧](a.png)\n\n![⟦illustration⟧](b.png)\n\n![⟦Visuel S2E3⟧](d.png)\n\n![⟦Bannière de la newsletter⟧](e.png)\n\n<img src="c.png" alt="⟦Vignette du webinaire&nbsp;n° 2⟧">\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'Texts that say what kind of picture and what is in it',
      text: '![Screenshot of the map editor](a.png)\n\n![Portrait d’Odile Marchetti](b.png)\n\n![Diagramme du cycle de l’eau](c.png)\n\n![Photo de famille devant le moulin](d.png)\n'
    },
    {
      name: 'Words that only announce a picture',
      text: '![⟦Photo of the⇢The⟧ mill at dawn](a.png)\n\n![⟦An image of Ines⇢Ines⟧ Calder](b.png)\n'
    },
    {
      name: 'Des mots qui ne font qu’annoncer l’image',
      text: '![⟦Photo d’Odile⇢Odile⟧ Marchetti](a.png)\n\n![⟦photo du moulin⇢Le moulin⟧ au petit jour](b.png)\n\n![⟦Photographie d’une⇢Une⟧ roue](e.png)\n\n![⟦Image des invités⇢Les invités⟧ au micro](c.png)\n\n<img src="d.png" alt="⟦Photo de l&rsquo;équipe⇢L’équipe⟧ au complet">\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'A picture that is only a sign',
      text: '![🎙️](microphone.svg)\n\n![;-)](wink.gif)\n\n![:)](smile.gif)\n\n![](wheel.webp)\n',
      options: {decorative: 'allow'}
    },
    {
      name: 'Visuel, tout court',
      text: '![⟦Visuel webinaire⇢Webinaire⟧ sur le moulin](a.png)\n',
      settings: {locale: 'fr'}
    },
    {
      name: 'Such words, where the option allows them',
      text: '![Photo of the mill at dawn](a.png)\n',
      options: {prefixes: false}
    },
    {
      name: 'A picture that is all there is in a link',
      text: '[⟦![]⟧(spotify.svg)](https://listen.example)\n\n<a href="https://listen.example"><img src="spotify.svg" ⟦alt=""⟧></a>\n'
    },
    {
      name: 'A picture in a link that has words or a name',
      text: '[![](spotify.svg) Listen there](https://listen.example)\n\n<a href="https://listen.example"><img src="spotify.svg" alt=""> Listen there</a>\n\n<a href="https://listen.example" aria-label="Listen there"><img src="spotify.svg" alt=""></a>\n\n<a href="https://listen.example" aria-labelledby="there"><img src="spotify.svg" alt=""></a>\n\n<button><img src="spotify.svg" alt=""> Listen</button>\n'
    },
    {
      name: 'A picture in a link that has a title: it counts only where the picture says nothing',
      text: '[![⟦IMAGE ALT TEXT⟧](mill.jpg)](https://video.example/mill "The mill, the film")\n\n[![](mill.jpg)](https://video.example/mill "The mill, the film")\n\n<a href="/mill" title="The mill"><img src="mill.jpg" alt="⟦mill.jpg⟧"></a> <a href="/mill" title="The mill"><img src="mill.jpg" alt=""></a>\n'
    },
    {
      name: 'A link that is never closed ends where the next begins',
      text: '<p><a href="/a">Listen there\n<a href="/b"><img src="spotify.svg" ⟦alt=""⟧></a></p>\n'
    },
    {
      name: 'A mark for links to come back to is no link',
      text: '<a id="top"><img src="mill.webp" ⟦alt=""⟧> The mill</a>\n'
    },
    {
      name: 'A picture that repeats its link’s words',
      text: '[![⟦Listen there⇢⟧](spotify.svg) Listen there](https://listen.example)\n\n<a href="https://listen.example">\n  <img src="spotify.svg" alt="⟦Écouter là-bas⇢⟧">\n  <span>écouter là-bas !</span>\n</a>\n'
    },
    {
      name: 'A picture that repeats its caption',
      text: '<figure>\n<img src="mill.webp" alt="⟦The mill at dawn⟧">\n<figcaption>The mill at dawn.</figcaption>\n</figure>\n\n![⟦The wheel⟧](wheel.webp)\n*The wheel*\n\n![⟦The river⟧](river.webp)\n\n*The river*\n'
    },
    {
      name: 'A picture with a caption of its own',
      text: '<figure>\n<img src="mill.webp" alt="A wheel under water up to its axle">\n<figcaption>The mill at dawn.</figcaption>\n</figure>\n'
    },
    {
      name: 'Too long for the option',
      text: '![⟦The mill at dawn, and its wheel⟧](a.png)\n\n![The mill at dawn](b.png)\n',
      options: {maxLength: 20}
    },
    {
      name: 'A picture whose address a template writes, in a sentence and alone',
      text: 'The mill <⟦img⟧ src="{{ "/mill.png" | url }}"> and ⟦![]⟧({{ "/wheel.png" | url }}).\n\n<⟦img⟧ src="{{ "/mill.png" | url }}">\n'
    },
    {
      name: 'Texts and pictures that a template writes',
      text: '<img src="{{ cover }}" alt="{{ coverAlt }}">\n\n<img src="a.png" alt="image {{ number }}">\n\n![{{ page.alt }}](a.png)\n\n{% image "a.png" %}\n',
      settings: {templates: 'nunjucks'}
    },
    {
      name: 'Words for the layout',
      text: '![⟦big⟧](a.png) ![⟦left⟧](b.png) ![Left bank](c.png)\n'
    },
    {
      name: 'Words joined by hyphens, and a stamp of the time',
      text: '![⟦mill-wheel-photo⟧](a.png) ![⟦QQ20131210194451⟧](b.png) ![Marie-Curie](c.png) ![eslint-plugin-wheel](d.png) ![Wheel-photo-Session of May](e.png) ![photo-finish](f.png)\n'
    },
    {
      name: 'A credit in place of a text',
      text: '![*⟦Image courtesy of Odile Marchetti⟧*](a.png) ![⟦Photo by Ines Calder on the web⟧](b.png) ![⟦Crédit photo : Hugo Sarre⟧](c.png) ![⟦© 2024 The Mill⟧](d.png)\n\n![Photo by the river](e.png) ![Credit card of the mill](f.png) ![By Odile Marchetti, a drawing of the wheel with its four arms](g.png)\n'
    },
    {
      name: 'What a template tells its writer',
      text: '![⟦This should be some alt text⟧](a.png) ![⟦Description de l’image⟧](b.png) ![⟦Insert alt text here⟧](c.png)\n\n![How to write alt text for charts](d.png) ![Description of the wheel](e.png)\n'
    },
    {
      name: 'Pictures of shortcodes',
      text: '{{< ⟦figure⟧ src="wheel.jpg" width="300" >}}\n\n{{< image src="dam.jpg" alt="⟦dam.jpg⟧" >}}\n\n{{< figure src="mill.jpg" alt="Odile Marchetti beside the wheel" >}} {{< figure src="mill.jpg" caption="The mill" >}} {{< figure src="line.png" alt="" >}} {{< figure file="mill.jpg" >}} {% figure src="wheel.jpg" %}\n'
    },
    {
      name: 'A picture without any alternative text, alone in a link',
      text: '<a href="/listen"><⟦img⟧ src="play.png"></a>\n\n<a href="/listen">Listen <⟦img⟧ src="play.png"></a>\n'
    },
    {
      name: 'Words about pictures',
      text: 'The <img> element, a component’s <img {src} />, and `![](code.png)`.\n'
    }
  ],
  check({post, options, report}) {
    const frontMatter = readFrontMatterPictures(post.source, post.frontMatter, [
      ...options.frontMatter,
      ...commonPairs
    ])
    for (const picture of frontMatter) {
      const {address, alternative, grouped, label} = picture
      if (alternative) judge(picture, alternative)
      // Also where a schema wants the key: `episode-metadata` leaves alternative texts to this rule.
      else if (grouped) {
        report({range: label, message: 'missingInFrontMatter', values: {image: address}})
      }
    }
    for (const picture of post.media.pictures) {
      if (picture.decorative || picture.link?.named) continue
      if (picture.link?.titled && !picture.alternative?.mapped.text.trim()) continue
      if (picture.alternative) judge(picture, picture.alternative)
      else {
        const message = picture.link?.text === '' ? 'emptyInLink' : 'missing'
        report({range: picture.label, message, values: {image: nameOf(picture)}})
      }
    }
    for (const picture of readShortcodePictures(post.source, post.templates)) {
      if (picture.alternative) judge(picture, picture.alternative)
      else {
        const values = {image: nameOf(picture)}
        report({range: picture.label, message: 'missingInShortcode', values})
      }
    }

    function judge(picture: Picture, alternative: MediaText): void {
      const {mapped, range} = alternative
      const {text} = mapped
      if (text.trim() === '') {
        if (picture.link) {
          if (picture.link.text !== '') return
          report({range, message: 'emptyInLink', values: {image: nameOf(picture)}})
        } else if (options.decorative !== 'allow') {
          const captioned = (picture.caption ?? '').trim() !== ''
          report({range, message: 'empty', values: {image: nameOf(picture), captioned}})
        }
        return
      }
      if (hasTemplate(text)) return
      const whole = mapped.range(0, text.length)
      const words = spoken(text)
      const prefix = options.prefixes ? picturePrefix(text) : undefined
      if (isAddress(text) || isFileName(text, picture.address)) {
        report({range: whole, message: 'fileName', values: {text}})
      } else if (isGenericForPicture(text)) {
        report({range: whole, message: 'generic', values: {text}})
      } else if (isCredit(text)) {
        report({range: whole, message: 'credit', values: {text}})
      } else if (words !== '' && spoken(picture.link?.text ?? '') === words) {
        report({range: whole, message: 'repeatsLink', values: {text}, expected: ['']})
      } else if (words !== '' && spoken(picture.caption ?? '') === words) {
        report({range: whole, message: 'repeatsCaption', values: {text}})
      } else if (prefix) {
        report({
          range: mapped.range(0, prefix.length),
          message: 'prefix',
          values: {prefix: prefix.text},
          expected: [prefix.replacement]
        })
      } else if (options.maxLength > 0 && text.length > options.maxLength) {
        const values = {length: text.length, limit: options.maxLength}
        report({range: whole, message: 'long', values})
      }
    }
  }
})

/** What a picture is called in a message. */
function nameOf(picture: Picture): string {
  return picture.address === '' ? 'svg' : picture.address
}
