import {defineRule} from '../src/rule.js'

export const altText = defineRule({
  id: 'episode-alt-text',
  pillar: 'alternative-text',
  summary: 'Pictures have alternative text.',
  why: 'People who can’t see a picture hear its alternative text instead.',
  defaults: {},
  options: {},
  examples: [
    {
      name: 'A picture in the front matter with an empty text',
      text: '---\nimage:\n  path: ./cover.webp\n  alt: ⟦""⟧\n---\n'
    },
    {
      name: 'A picture with a text',
      text: '---\nimage:\n  path: ./cover.webp\n  alt: Two people at a microphone\n---\n'
    }
  ],
  check({post, report}) {
    const {frontMatter} = post
    for (const {pointer, value, range} of frontMatter.strings) {
      if (!pointer.endsWith('/alt') || value.trim() !== '') continue
      const picture = frontMatter.strings.find((d) => d.pointer === pointer.replace(/alt$/, 'path'))
      report({range, message: 'empty', values: {image: picture?.value ?? pointer}})
    }
  }
})
