import {MappedTextBuilder} from './mapped-text.js'
import type {MediaText, Picture} from './media.js'
import type {Range, Source} from './source.js'
import type {Template} from './templates.js'

/**
 * Finds the pictures that a post shows by tags of its templates: Hugo's own `figure`, which makes an
 * `<img>` without an `alt` where it is given neither one nor a caption, and any tag with an `alt`.
 */
export function readShortcodePictures(
  source: Source,
  templates: readonly Template[]
): readonly Picture[] {
  return templates.flatMap((template) => {
    if (template.kind !== 'tag' || template.strings.length === 0) return []
    const texts = new Map<string, MediaText>()
    for (const string of template.strings) {
      const [written = '', key = ''] =
        /([\w-]+)\s*=\s*["'`]$/.exec(source.text.slice(template.start, string.start)) ?? []
      if (key !== '') texts.set(key, textOf(source, string, string.start - written.length))
    }
    const alternative = texts.get('alt')
    const address = texts.get('src')?.mapped.text ?? ''
    const isFigure = template.language === 'hugo' && template.name === 'figure' && address !== ''
    const isCaptioned = ['caption', 'title'].some((key) => texts.get(key)?.mapped.text.trim())
    if (alternative?.mapped.text.trim() === '') return []
    if (!alternative && (!isFigure || isCaptioned)) return []
    const start = template.start + source.slice(template).indexOf(template.name)
    return [
      {
        start: template.start,
        end: template.end,
        address,
        alternative,
        label: {start, end: start + template.name.length},
        decorative: false,
        link: undefined,
        caption: texts.get('caption')?.mapped.text
      }
    ]
  })
}

/** A string of a tag, with its key and its quotation marks for a range. */
function textOf(source: Source, {start, end}: Range, keyStart: number): MediaText {
  const builder = new MappedTextBuilder()
  builder.add(source.text.slice(start, end), start, end - start)
  return {mapped: builder.build(), range: {start: keyStart, end: end + 1}}
}
