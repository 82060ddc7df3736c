import fc from 'fast-check'

/** Pieces of Markdown that get into each other's way. */
const fragment = fc.constantFrom(
  'Odile',
  ' ',
  'Ines Calder',
  'é',
  'e\u0301',
  '\u200B',
  '📻',
  '\n',
  '\r\n',
  '\n\n',
  '\n> ',
  '> ',
  '- ',
  '\n  ',
  '# ',
  '*',
  '**',
  '_',
  '`',
  '``',
  '&amp;',
  '&eacute;',
  '&#233;',
  '&',
  '\\',
  '\\*',
  '\u0000',
  '[a](b "c")',
  '![',
  '](',
  ')',
  '[',
  ']',
  '<b>',
  '</b>',
  '<br>',
  '</br>',
  '<div>',
  '</div>\n',
  '<!-- x -->',
  '<code>',
  '</code>',
  '<a title="é &lt; è">',
  '{{ x }}',
  '{% y "z" %}',
  '{{< q >}}',
  'https://a.example/b',
  '<https://c.example>',
  '---\n',
  '\uFEFF',
  '\t',
  '    ',
  '"',
  "'"
)

/** Texts of such pieces, put together at random. */
export const markdown = fc.array(fragment, {maxLength: 30}).map((parts) => parts.join(''))

/** Ways to meet the same Markdown. */
export const variants: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'with CRLF': (text) => text.replaceAll('\n', '\r\n'),
  'with a byte order mark': (text) => `\uFEFF${text}`,
  'in a block quote': (text) => text.replaceAll(/^/gm, '> '),
  'in a list item': (text) => `- ${text.replaceAll('\n', '\n  ')}`,
  'after front matter': (text) => `---\ntitle: One\n---\n\n${text}`
}
