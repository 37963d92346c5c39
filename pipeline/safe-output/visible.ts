// Makes the text of a record trustworthy for a reader: replaces invisible characters, and characters that change the
// direction of text, with their code points.

/** Matches most texts quickly. The search for hidden characters takes thirty times as long. */
const plain = /^[ -~…]*$/
/** Controls, formats (direction, zero width), separators, fillers that look blank, code points without a character. */
const hidden =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u00a0\u115f\u1160\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0\p{Variation_Selector}]|\u034f/gu
/** Stacked marks extend beyond their line. No script needs more than three. */
const piledMarks = /(\p{M}{3})\p{M}+/gu

const numberOf = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`

/** Returns text on one line, with hidden characters as `⟨U+202E⟩`. A line feed or a tab becomes a blank. */
export function visible(text: string): string {
  if (plain.test(text)) return text
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(piledMarks, '$1…')
    .replace(hidden, (character) => `⟨${numberOf(character)}⟩`)
}
