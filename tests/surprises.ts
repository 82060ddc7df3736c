/** A small text that doesn't do what it looks like. */
export interface Surprise {
  readonly markdown: string
  /** What stands on the page, in words. */
  readonly sees: string
  /** Name of the picture that shows it in a browser, in `docs/pictures/`. */
  readonly picture?: string
}

export const surprises: readonly Surprise[] = [
  {
    markdown: '</br>\nWith **Mona Kerbrat**',
    sees: 'The asterisks. The tag begins an HTML block, and that goes on to the next blank line.',
    picture: 'line-break'
  },
  {
    markdown: 'One</br>two',
    sees: 'A line break: `</br>` closes nothing, and browsers make `<br>` of it, of this end tag alone.'
  },
  {
    markdown: '* One\n</br>\nTwo',
    sees: 'Two in the list item: a lone `</br>` can’t interrupt a paragraph, so it goes on.'
  },
  {
    markdown: '<p>Hello.\n\nMore.</p>\n\nEnd.',
    sees: 'An empty paragraph before the end: Markdown’s paragraph ended the first `<p>`, `</p>` ended that one, and Markdown’s own `</p>` makes one more.',
    picture: 'paragraph'
  },
  {markdown: '<p>\n\nHello.\n\n</p>', sees: 'An empty paragraph before and one after.'},
  {
    markdown: '<p align="center">\n\n![Ada](ada.png)\n\n</p>',
    sees: 'A picture that isn’t centred, between two empty paragraphs.'
  },
  {
    markdown: '<p>We need:\n<ul><li>bread</li></ul>\n</p>',
    sees: 'An empty paragraph: a list ends the one it stands in.'
  },
  {markdown: '<p>One\n<p>Two', sees: 'Two paragraphs: `</p>` may be left out.'},
  {
    markdown: 'One.</p><p>Two.',
    sees: 'Two paragraphs: Markdown’s tags and the author’s fit together.'
  },
  {
    markdown: 'Use <main> for the rest',
    sees: 'Use for the rest. The word is a tag, and all that follows is inside it.',
    picture: 'word'
  },
  {markdown: 'A `Promise` is a Promise<string>', sees: 'A Promise is a Promise.'},
  {markdown: 'Run git revert <commit>', sees: 'Run git revert.'},
  {
    markdown: 'The <title> of a page\n\nNothing more.',
    sees: 'The. All the rest of the page is the title’s text, and not shown.'
  },
  {
    markdown: 'A <svelte:head> tag',
    sees: 'A link to `svelte:head`: a word with a colon in angle brackets is an address.'
  },
  {
    markdown: '<div class="gap"/>\n\nText.',
    sees: 'The text, inside the box: the slash closes nothing.'
  },
  {markdown: '<div>\n**Ada**\n</div>', sees: 'The asterisks.'},
  {
    markdown: '<div>\n\n**Ada**\n</div>',
    sees: 'Ada, in bold: after the blank line, Markdown is read again.'
  },
  {markdown: '<p>**Ada** speaks</p>', sees: 'The asterisks: no blank line helps within a line.'},
  {
    markdown: '<!-- legend --> **Ada**',
    sees: 'The asterisks: a comment at the start of a line makes HTML of all the line.'
  },
  {
    markdown: '<b>**Ada**</b>',
    sees: 'Ada, in bold: more than one tag on the line, so this is a paragraph.'
  },
  {
    markdown: '<b>\n**Ada**\n</b>',
    sees: 'The asterisks: one tag alone on its line begins an HTML block.'
  },
  {markdown: '</table>\n### Partners', sees: 'Three number signs.'},
  {
    markdown: 'A <b>bold <i>word</b> and</i> more',
    sees: 'What was meant. Browsers mend this one, and not all do it alike.'
  },
  {
    markdown: '- <span class="red">one\n- two</span>',
    sees: 'One in red, two not: the item ends the element, and `</span>` is dropped.'
  },
  {
    markdown: 'A <b>bold word\n\nand the rest',
    sees: 'All the rest of the page in bold: browsers open `<b>` again in each paragraph.'
  },
  {markdown: 'A <b>bold<b> word', sees: 'All the rest of the page in bold.'},
  {
    markdown: 'A <div>box</div> here',
    sees: 'Three blocks: the box ends the paragraph, “here” stands outside, and an empty paragraph follows.'
  },
  {
    markdown: '<div>\n\n- one\n- two </div>',
    sees: 'The list inside the box: the end tag in the item ends the list as well.'
  },
  {
    markdown: '<a href="/a">one <a href="/b">two</a></a>',
    sees: 'Two links side by side: the second ends the first.'
  },
  {markdown: '<tr><td>Cell</td></tr>', sees: 'Cell, without a table.'},
  {
    markdown: '<table>\n<tr>\n\n    <td>Cell</td>\n\n</tr>\n</table>',
    sees: 'The tags, as code, above the table: four spaces after a blank line.'
  },
  {markdown: '<p>2 MB/p>', sees: '2 MB/p>'},
  {
    markdown: 'See <a href="/a>the page</a>',
    sees: 'The tag as it is typed: a mark is missing, so Markdown reads no tag, while `</a>` is one.'
  },
  {
    markdown: '<p><a href=“/a”>one</a></p>',
    sees: 'A link that leads nowhere: the curly marks are a part of the address.'
  },
  {
    markdown: '<div>\n<!-- note\n\nmore -->\n</div>',
    sees: 'Nothing, to the end of the page: Markdown makes text of `-->`, so the comment never ends.'
  },
  {
    markdown: '<p>See <https://example.org/></p>',
    sees: 'See. In HTML, an address in angle brackets is a tag.'
  },
  {markdown: '<h2>Title</h3>', sees: 'A heading of level 2: any heading’s end tag ends it.'},
  {
    markdown: '{{ "a" }} <a href="{{ "/a" | url }}">one</a>',
    sees: 'A link, if the template engine runs first; Markdown alone would show the tag.'
  },
  {
    markdown: 'A ![]({{ "/a.png" | url }}) here',
    sees: 'A picture that nothing describes, if the template engine runs first; Markdown alone would show its source.'
  }
]
