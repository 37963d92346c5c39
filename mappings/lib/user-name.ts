// Information in the text with which a log names an account.
export interface SplitName {
  readonly name: string
  readonly domain: string
}

/** The halves of a text with exactly one `@` and something on both sides. */
export function splitUserName(text: string | undefined): SplitName | undefined {
  if (text === undefined) return undefined
  const at = text.indexOf('@')
  if (at <= 0 || at === text.length - 1 || text.indexOf('@', at + 1) !== -1) return undefined
  return { name: text.slice(0, at), domain: text.slice(at + 1) }
}

const placeholders = new Set(['not available', 'unknown', '<null>', 'null', 'n/a', '-', ''])

/** The first characters of the placeholders, including white space. Most names begin with other characters. */
const beginnings = 'nNuU<- \t'

/** True for words that logs write where a name is missing. */
export function isPlaceholder(text: string): boolean {
  return (
    text.length < 14 &&
    (text === '' || beginnings.includes(text[0] as string)) &&
    placeholders.has(text.trim().toLowerCase())
  )
}
