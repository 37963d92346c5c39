// Text of a record that a reader can trust: invisible characters, and characters that change the direction of text, are
// replaced by their numbers.

/** Controls, formats (direction, zero width), separators, fillers that look like blanks, and what stands for no character. */
const hidden =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\u00a0\u115f\u1160\u2000-\u200a\u202f\u205f\u2800\u3000\u3164\uffa0\p{Variation_Selector}]|\u034f/gu
/** Marks upon marks grow out of their line; three are more than any script needs. */
const piledMarks = /(\p{M}{3})\p{M}+/gu

const numberOf = (character: string): string =>
  `U+${(character.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`

/** The text on one line, with `⟨U+202E⟩` for what would be hidden. A line feed or a tab becomes a blank. */
export function visible(text: string): string {
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(piledMarks, '$1…')
    .replace(hidden, (character) => `⟨${numberOf(character)}⟩`)
}
