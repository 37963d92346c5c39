// Makes the text of a record trustworthy for a reader: replaces invisible characters, and characters that change the
// direction of text, with their code points.
/** Matches most texts quickly. The search for hidden characters takes thirty times as long. */
const plain = /^[ -~…]*$/
/**
 * Controls, formats (direction, zero width), separators, spaces other than the usual one, signs that fonts draw as nothing,
 * code points without a character.
 */
const hidden =
  /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\u2800\u{16fe4}\u{1d159}]|(?! )\p{Zs}/gu
/** Stacked marks extend beyond their line. No script needs more than three. */
const piledMarks = /(\p{M}{3})\p{M}+/gu

const hex = (code: number, digits: number): string => code.toString(16).padStart(digits, '0')
const codePointOf = (character: string): number => character.codePointAt(0) as number
const named = (character: string): string => `⟨U+${hex(codePointOf(character), 4).toUpperCase()}⟩`

/** Returns text on one line, with hidden characters as `⟨U+202E⟩`. A line feed or a tab becomes a blank. */
export function visible(text: string): string {
  if (plain.test(text)) return text
  return text
    .replace(/[\t\n\r]+/g, ' ')
    .replace(piledMarks, '$1…')
    .replace(hidden, named)
}

/** The styles that the command line uses: bold, dim, and colors. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: styles begin with a control character
const style = /^\u001b\[(?:[12]|22|3[1236]|39)m/

/** Returns text for a terminal with hidden characters as `⟨U+202E⟩`, except line feeds, tabs and the own styles. */
export function visibleLines(text: string): string {
  return text.replace(hidden, (character, at: number) =>
    character === '\n' || character === '\t' || (character === '\u001b' && style.test(text.slice(at, at + 5)))
      ? character
      : named(character),
  )
}

/** Returns JSON on one line with hidden characters as escapes. */
export function visibleJson(json: string): string {
  if (plain.test(json)) return json
  return json.replace(hidden, (character) => character.replace(/./gs, (unit) => `\\u${hex(unit.charCodeAt(0), 4)}`))
}

/** Returns YAML with hidden characters as escapes. Strings with such characters must be in quotation marks. */
export function visibleYaml(yaml: string): string {
  return yaml.replace(hidden, (character) => (character === '\n' ? character : `\\U${hex(codePointOf(character), 8)}`))
}
