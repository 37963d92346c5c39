// Writes record text as CSV. No spreadsheet takes a cell for a formula, regardless of the separator of its locale.
import { visible } from './visible.ts'

/**
 * The start of a formula, including full-width, small and raised characters that some spreadsheets accept. It is at the
 * start of the text, or after a character that ends a cell in another locale.
 */
const formula = /(^|[,;|])([\s"']*)(?=[=+\-@−⁺⁻⁼₊₋₌﹢﹣﹦﹫＝＋－＠])/g

/** Most cells: visible ASCII that begins with a letter, a digit or `<`, without a quotation mark or a separator. */
const harmless = /^(?:[\w<][ !#-&(-+\--:<-{}~]*)?$/

/** One cell. An apostrophe before a formula makes it text. */
function inertCell(text: string): string {
  if (harmless.test(text)) return text
  const inert = visible(text).replace(formula, "$1$2'")
  return /[",;|']/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}

/** The ID of a Google event may be negative. At the start of a row, another locale may merge it with the next cells. */
const negative = /^-\d+(?:\.\d+)?$/

export function csvRow(cells: readonly string[]): string {
  return cells.map((cell, i) => (i > 0 && negative.test(cell) ? cell : inertCell(cell))).join(',')
}

export function csvTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return [titles, ...rows].map(csvRow).join('\n')
}
