// Text of a record in CSV: no cell that a spreadsheet takes for a formula, whatever separator its locale has.
import { visible } from './visible.ts'

/**
 * What begins a formula, also in the full width, small and raised forms that some spreadsheets read alike, at the beginning
 * of the text or behind what another locale reads as the end of a cell.
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

export function csvRow(cells: readonly string[]): string {
  return cells.map(inertCell).join(',')
}

export function csvTable(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  return [titles, ...rows].map(csvRow).join('\n')
}
