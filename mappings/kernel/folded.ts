/** More combining marks in a row than any language needs (Unicode Annex 15): sorting them takes quadratic time. */
const manyMarks = /\p{M}{31}/u

/** Normalization changes only texts with such characters, and takes three times as long as this test. */
const beyondAscii = /\P{ASCII}/u

/** Text in the form used to compare addresses and names: logs write them in any case and Unicode form. */
export const folded = (text: string): string =>
  (beyondAscii.test(text) && !manyMarks.test(text) ? text.normalize() : text).toLowerCase()
