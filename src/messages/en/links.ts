import {type MessageText, quote} from '../message.js'

export const links = {
  'episode-encoding': {
    damaged: ({text, original}: {text: string; original: string}): MessageText => ({
      reason: `A wrong encoding made ${quote(text, 20)} of ${quote(original, 20)}`,
      note: 'The text was saved as UTF-8 and read as something else on its way here. If there is more of it, import the text anew as UTF-8.'
    }),
    space: ({text}: {text: string}): MessageText => ({
      reason: `A wrong encoding made ${quote(text, 20)} of something invisible`,
      note: 'The text was saved as UTF-8 and read as something else on its way here. If there is more of it, import the text anew as UTF-8.'
    }),
    lost: ({text}: {text: string}): MessageText => ({
      reason: `A character was lost in ${quote(text, 40)}`,
      note: 'The sign stands for a character that could not be read in the encoding it was taken to be. Look it up in the original.'
    }),
    unended: ({text}: {text: string}): MessageText => ({
      reason: `${quote(text, 20)} lacks its semicolon: the page shows it as it is written`,
      note: 'A character reference ends with a semicolon.'
    }),
    reference: ({text}: {text: string}): MessageText => ({
      reason: `Feeds and search engines show ${quote(text, 20)} as it is written`,
      note: 'Character references belong to HTML. A site may show this one right on its own pages; in feeds, tabs and shares it comes out as it stands. Write the character itself.'
    }),
    escaped: ({text}: {text: string}): MessageText => ({
      reason: `The page shows ${quote(text, 20)} as it is written here`,
      note: 'The sign `&` was escaped although a character reference begins with it. Take the `amp;` out.'
    })
  },
  'episode-literal-markdown': {
    quote: ({text}: {text: string}): MessageText => ({
      reason: `Quotation mark in the title of the link ${quote(text, 24)} ends it early`,
      note: 'The page shows the whole link as it was typed. Put a backslash before each quotation mark inside the title.'
    }),
    title: ({text}: {text: string}): MessageText => ({
      reason: `Title of the link ${quote(text, 24)} isn’t in straight quotation marks`,
      note: 'The page shows the whole link as it was typed. A title stands between two straight quotation marks ("…").'
    }),
    titleGap: ({text}: {text: string}): MessageText => ({
      reason: `No space before the title of the link ${quote(text, 24)}`,
      note: 'The page shows the whole link as it was typed. Put a space between the address and its title.'
    }),
    space: ({text}: {text: string}): MessageText => ({
      reason: `Space in the address of the link ${quote(text, 24)}`,
      note: 'The page shows the whole link as it was typed. Write `%20` for a space in an address; words after the address need quotation marks around them.'
    }),
    undefined: ({text, label}: {text: string; label: string}): MessageText => ({
      reason: `No address for ${quote(label, 20)}, the label of the link ${quote(text, 16)}`,
      note: 'The page shows the brackets. Write a line such as `[label]: https://…` for it, or take the label of another.'
    }),
    unopened: ({text}: {text: string}): MessageText => ({
      reason: `Link ${quote(text, 32)} lacks its opening bracket`,
      note: 'The page shows the whole link as it was typed. Put the bracket before the words of the link.'
    }),
    unclosed: ({text}: {text: string}): MessageText => ({
      reason: `Link ${quote(text, 32)} lacks its closing parenthesis`,
      note: 'The page shows the whole link as it was typed. Add the parenthesis after the address.'
    }),
    gap: ({text}: {text: string}): MessageText => ({
      reason: `Space between ${quote(`[${text}]`, 32)} and its address`,
      note: 'The page shows brackets and address instead of a link. The parenthesis must follow the bracket at once.'
    }),
    swapped: ({text}: {text: string}): MessageText => ({
      reason: `Brackets of the link ${quote(text, 32)} are the wrong way round`,
      note: 'The page shows the whole link as it was typed. The text goes in square brackets, the address in parentheses.'
    }),
    nested: ({text}: {text: string}): MessageText => ({
      reason: `Link around another link: ${quote(text, 32)}`,
      note: 'Only the link inside works, and the page shows the brackets and the address of the other. Keep one of them.'
    }),
    extraBracket: ({text}: {text: string}): MessageText => ({
      reason: `Link ${quote(text, 32)} has a closing bracket too many`,
      note: 'The page shows the whole link as it was typed. Take the second bracket away.'
    }),
    unparenthesized: ({text}: {text: string}): MessageText => ({
      reason: `Link ${quote(text, 32)} lacks its opening parenthesis`,
      note: 'The page shows brackets and address instead of a link. Put the parenthesis right after the bracket.'
    }),
    bare: ({text}: {text: string}): MessageText => ({
      reason: `Address of the link ${quote(text, 32)} lacks its parentheses`,
      note: 'The page shows brackets and address instead of a link. Put the address in parentheses, right after the bracket.'
    }),
    untied: ({text}: {text: string}): MessageText => ({
      reason: `Link ${quote(text, 32)} lacks its closing bracket`,
      note: 'The page shows the whole link as it was typed. Put the bracket after the words of the link.'
    }),
    bracket: ({text}: {text: string}): MessageText => ({
      reason: `The bracket before ${quote(text, 32)} is never closed`,
      note: 'The page shows it. If a link was meant, close it and give the address; else take the bracket away.'
    }),
    words: ({text}: {text: string}): MessageText => ({
      reason: `Words instead of an address in the link ${quote(text, 32)}`,
      note: 'The page shows brackets and words as they were typed. Put the address between the parentheses.'
    }),
    brokenAddress: ({text}: {text: string}): MessageText => ({
      reason: `Line break inside the address of the link ${quote(text, 32)}`,
      note: 'The page shows brackets and address instead of a link. An address stands on one line.'
    }),
    lineGap: ({text}: {text: string}): MessageText => ({
      reason: `Line break between ${quote(`[${text}]`, 32)} and its address`,
      note: 'The page shows brackets and address instead of a link. The parenthesis must follow the bracket at once.'
    }),
    emphasisCrossed: ({text}: {text: string}): MessageText => ({
      reason: `Emphasis begins before the link ${quote(text, 24)} and ends inside it`,
      note: 'The page shows the marks. Put the first of them inside the bracket too.'
    }),
    emphasisAlone: ({text}: {text: string}): MessageText => ({
      reason: `The mark before the link ${quote(text, 32)} is never closed`,
      note: 'The page shows the underscore. Close it after the last emphasised word, or take it away.'
    }),
    headingMark: ({text}: {text: string}): MessageText => ({
      reason: `Text runs on in the heading ${quote(text, 32)}`,
      note: 'The page shows the asterisks, and all that follows them is part of the heading. Take them away and put the text on a line of its own.'
    }),
    host: ({address}: {address: string}): MessageText => ({
      reason: `Address in angle brackets without \`https://\`: ${quote(address, 30)}`,
      note: 'The page shows the brackets instead of a link. Begin the address with `https://`.'
    }),
    underline: ({text}: {text: string}): MessageText => ({
      reason: `The dashes below make a heading of ${quote(text, 36)}`,
      note: 'Markdown takes a line of dashes right under a paragraph for the mark of a heading. Put a blank line between them.'
    }),
    strongSpace: ({text}: {text: string}): MessageText => ({
      reason: `Space inside the bold marks of ${quote(text, 32)}`,
      note: 'The page shows the asterisks. They must touch the first and the last word.'
    }),
    strongAlone: (): MessageText => ({
      reason: 'The bold marks `**` are never closed',
      note: 'The page shows the asterisks. Close them after the last bold word, or take them out.'
    }),
    unequal: ({text, marks}: {text: string; marks: number}): MessageText => ({
      reason: `${quote(text, 24)} opens with ${marks} asterisks and closes with ${marks - 1}`,
      note: 'The page shows an asterisk. Two on each side make the words bold, one on each side makes them italic.'
    }),
    strayBracket: (): MessageText => ({
      reason: 'The bracket behind this link opens nowhere',
      note: 'The page shows it. Take it out, or put the opening one before the link.'
    }),
    description: ({text}: {text: string}): MessageText => ({
      reason: `Markdown in the front matter: ${quote(text, 44)}`,
      note: 'Search results, feeds and shares show it as it was typed. Say it in plain words.'
    }),
    dashes: (): MessageText => ({
      reason: 'A line of dashes and hyphens shows as it was typed',
      note: 'A line between two parts is made of three hyphens; a program made dashes of some of them.'
    }),
    lonePoint: ({text}: {text: string}): MessageText => ({
      reason: `A paragraph of nothing but ${quote(text)}`,
      note: 'It shows as a speck between two paragraphs. Take it out.'
    }),
    escapedShortcode: ({text}: {text: string}): MessageText => ({
      reason: `Backslashes keep ${quote(text, 36)} from being read`,
      note: 'The page shows the shortcode as it was typed, and nothing is played. Take the backslashes away.'
    }),
    wikiMark: ({text}: {text: string}): MessageText => ({
      reason: `A mark of MediaWiki shows on the page: ${quote(text, 30)}`,
      note: 'It says something to a wiki; Markdown takes it for bold text. Take it out.'
    }),
    tableHead: ({text}: {text: string}): MessageText => ({
      reason: `The line ${quote(text, 30)} has other cells than the head above`,
      note: 'The line below the head of a table needs as many cells as the head. Like this, the page shows bars and hyphens in place of a table.'
    }),
    innerEmphasis: ({text}: {text: string}): MessageText => ({
      reason: `Two asterisks inside words put ${quote(text, 30)} in italics`,
      note: 'The asterisks are gone from the page, and all between them is italic. Put a backslash before each of them.'
    }),
    strongPunctuation: ({text}: {text: string}): MessageText => ({
      reason: `No space after the bold text ${quote(text, 32)}`,
      note: 'The page shows the asterisks: after punctuation, they end the bold text only before a space.'
    }),
    heading: ({text}: {text: string}): MessageText => ({
      reason: `Heading ${quote(text, 33)} lacks the space after its hash signs`,
      note: 'The page shows the hash signs in front of plain text. Put an ordinary space after them.'
    }),
    shortcode: ({text}: {text: string}): MessageText => ({
      reason: `A mark of another system shows on the page: ${quote(text, 30)}`,
      note: 'WordPress or Drupal would have read it; here readers see it as it was typed. Put the picture, the player or the link there in Markdown or HTML.'
    }),
    headingEnd: ({signs}: {signs: string}): MessageText => ({
      reason: `The signs ${quote(signs, 6)} at the end of the heading show on the page`,
      note: 'They only belong to the marks of the heading with a space before them. Put one there, or leave them out.'
    })
  },
  'episode-link-destination': {
    empty: (_: {destination: string; expected: string}): MessageText => ({
      reason: 'Link without an address',
      note: 'Who follows it stays on the page. Give the address, or take the link away.'
    }),
    noScheme: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `Address without \`https://\`: ${quote(destination)}`,
      note: 'Browsers look for it as a page of your own site and find nothing. Begin the address with `https://`.'
    }),
    scheme: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `Slip at the start of the address ${quote(destination)}`,
      note: 'No browser finds the page. An address begins with `https://`, once.'
    }),
    quote: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `A quotation mark ends the address ${quote(destination, 34)}`,
      note: 'It was left behind when the address was taken from elsewhere: the site finds no page of this name. Take it out.'
    }),
    disk: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `Address on one computer’s own disk: ${quote(destination, 40)}`,
      note: 'Nobody else can open it. Put the file on the site and link to it there, or give the address of the page that was meant.'
    }),
    cut: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `The address is cut short: ${quote(destination, 40)}`,
      note: 'The sign `…` stands where a page left out a part of the address. Copy the address from where it leads.'
    }),
    form: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `The address opens the form for its editors: ${quote(destination, 30)}`,
      note: 'Others are asked to sign in, and refused. The address of the form to fill in ends with `/viewform`.'
    }),
    embed: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `This page can’t be shown in a frame: ${quote(destination, 40)}`,
      note: 'The service allows only the address of its player in a frame: browsers show an error here.'
    }),
    nested: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `Link inside an address: ${quote(destination)}`,
      note: 'The link leads nowhere: a whole link was pasted where only its address belongs.'
    }),
    noWords: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `Link without words: ${quote(destination)}`,
      note: 'There is nothing to click on, and a screen reader reads out the address. Put the words of the link between the brackets.'
    }),
    noWordsInTags: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `Link without words: ${quote(destination)}`,
      note: 'A screen reader reads out the address, or nothing. Put words between the two tags, or an `aria-label` that says where the link leads.'
    }),
    endsEarly: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `The link to ${quote(destination, 36)} ends before its words`,
      note: 'There is nothing to click on: the link ends at once, and once more after its words. Take this end tag out.'
    }),
    site: ({destination, expected}: {destination: string; expected: string}): MessageText => ({
      reason: `Slip in the name of the site: ${quote(destination)}`,
      note: `It is one letter away from ${quote(expected, 60)}, and leads to somebody else’s site, or to none.`
    }),
    time: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `The link says ${quote(destination, 12)} and begins at another time`,
      note: 'Most often the address was copied from another line, and its time never changed. Make the two agree.'
    }),
    host: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `No site has the address ${quote(destination)}`,
      note: 'Between `https://` and the first slash stands the name of a site, such as `example.org`: the dot and what follows it are missing.'
    }),
    hostSign: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `A comma or semicolon in the name of the site: ${quote(destination, 32)}`,
      note: 'No site’s name has one: it came along from the sentence, or stands for a dot.'
    }),
    backslash: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `Backslash in the address ${quote(destination, 52)}`,
      note: 'Addresses have slashes, on Windows too. Some browsers forgive it, other programs find nothing.'
    }),
    wiki: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `An address that only a wiki knows: ${quote(destination, 42)}`,
      note: 'It came along when the page was converted, and leads nowhere here. Put the full address there, or take the link out.'
    }),
    issue: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `GitHub has no such page: ${quote(destination, 52)}`,
      note: 'Its addresses have `/issues/` before the number of an issue, and `/pull/` before that of a pull request.'
    }),
    expires: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `This address is good for some hours only: ${quote(destination, 36)}`,
      note: 'It was signed for one download and refuses everybody after that. Put the file where the site has its other files, and its address here.'
    }),
    letterOutside: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `The letter before the link ${quote(destination, 34)} belongs to it`,
      note: 'The address has it. Put the bracket before the letter.'
    }),
    hostEnd: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `No site’s name ends as in ${quote(destination)}`,
      note: 'A slash is missing between the name of the site and the rest of the address, or the name has a slip in it.'
    }),
    other: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `The link shows another address than ${quote(destination, 36)}`,
      note: 'Readers see one page and land on another of the same site: one of the two addresses was changed, and the other forgotten. Make them agree.'
    }),
    shown: ({destination, expected}: {destination: string; expected: string}): MessageText => ({
      reason: `The link says ${quote(destination, 24)} and leads to ${quote(expected, 24)}`,
      note: 'The two are a letter or two apart: one of them has a slip in it. Open the link to see which.'
    }),
    detour: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `Detour by way of a page that counts readers: ${quote(destination, 30)}`,
      note: 'The address was copied from a page that sends its readers round. Some browsers warn of it, and it stops working one day. Put in where it leads.'
    }),
    video: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `No film of YouTube has this address: ${quote(destination, 34)}`,
      note: 'The identifier of a film has 11 characters: some were lost here, or added. Copy the address again.'
    }),
    platform: ({
      said,
      there
    }: {
      destination: string
      expected: string
      said: string
      there: string
    }): MessageText => ({
      reason: `The link to ${quote(said, 16)} leads to ${quote(there, 16)}`,
      note: 'Most often two addresses changed places, or one was copied and never changed. Open the link, and put the right address in.'
    }),
    bold: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `Bold marks inside an address: ${quote(destination)}`,
      note: 'They become part of the address, and the link leads nowhere. Take the asterisks out.'
    }),
    title: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `No space before the title in ${quote(destination)}`,
      note: 'The title becomes part of the address, and the link leads nowhere. Put a space between them.'
    }),
    mail: ({destination}: {destination: string; expected: string}): MessageText => ({
      reason: `E-mail address without \`mailto:\`: ${quote(destination)}`,
      note: 'Browsers look for it as a page of your own site and find nothing. Begin it with `mailto:`.'
    })
  }
}
