// Writes the text of records as Markdown without anything that a renderer, a chat or a tracker could act on. Escaping
// does not achieve this: links, mentions and references are derived from the rendered text, but not from code.
// Therefore every word that is not plain is a code span.
import { visible } from './visible.ts'

const backtick = '⟨U+0060⟩'

/** Returns text to copy in a code span. Some renderers lack longer fences, so a backtick becomes its code point. */
export function inertCode(text: string): string {
  const shown = visible(text).replaceAll('`', backtick).trim()
  return shown === '' ? '' : `\`${shown}\``
}

const opening = new Set(`"'(“‘`)
const closing = new Set(`)"'”’.,;:!?…%`)

/** Letters and digits, with hyphens, apostrophes and commas in between, a decimal number, or a sign that separates parts of a sentence. */
const plain = /^[\p{L}\p{M}\p{N}]+(?:[-'’,][\p{L}\p{M}\p{N}]+)*$|^\d+\.\d+$|^[–—·→×]$/u
/** Plain text that trackers act on: a commit, a ticket (GH-12). */
const reference = /[0-9a-f]{7}|[a-z]\d*-\d/i

interface Word {
  readonly before: string
  readonly core: string
  readonly after: string
}

/** More punctuation than this is unusual in a sentence and may be markup. */
const mostPunctuation = 2
/** A clause can end with two closing parentheses and a colon. */
const nested = /\)\)[:;,.]$/

function split(word: string): Word {
  let start = 0
  let end = word.length
  const most = nested.test(word) ? 3 : mostPunctuation
  while (start < Math.min(end, mostPunctuation) && opening.has(word[start] as string)) start++
  while (end > Math.max(start, word.length - most) && closing.has(word[end - 1] as string)) {
    // A closing bracket belongs to the word if the word contains an opening bracket, as in a link.
    if (word[end - 1] === ')' && word.slice(start, end).includes('(')) break
    // A quotation mark belongs to the word if it ends a quotation in the word.
    if (word[end - 1] === '"' && (word.slice(start, end - 1).split('"').length - 1) % 2 === 1) break
    end--
  }
  return { before: word.slice(0, start), core: word.slice(start, end), after: word.slice(end) }
}

function isPlain({ core, after }: Word): boolean {
  // A number followed by a dot or a bracket begins a list.
  const numbered = /^\d+$/.test(core) && /^[.)]/.test(after)
  return plain.test(core) && !reference.test(core) && !numbered
}

/** Neutralizes a sentence that may quote a record. */
export function inertProse(text: string): string {
  let out = ''
  let open = false
  for (const each of visible(text).replaceAll('`', backtick).split(' ')) {
    if (each === '') continue
    const word = split(each)
    const { before, core, after } = word
    if (isPlain(word)) {
      out += `${open ? '`' : ''}${out === '' ? '' : ' '}${each}`
      open = false
    } else if (!/[\p{L}\p{N}]/u.test(core)) {
      // Punctuation without a word may be markup for some renderers. It can be a name, and then a comma follows it.
      const comma = /^.+,$/.test(each) ? ',' : ''
      const sign = each.slice(0, each.length - comma.length)
      out += `${open ? ` ${sign}` : `${out === '' ? '' : ' '}\`${sign}`}${comma === '' ? '' : '`,'}`
      open = comma === ''
    } else {
      // A bracket or a quotation mark belongs to the sentence, not to the value before it.
      if (open && before !== '') out += '`'
      out += open && before === '' ? ` ${core}` : `${out === '' ? '' : ' '}${before}\`${core}`
      open = after === ''
      if (!open) out += `\`${after}`
    }
  }
  return open ? `${out}\`` : out
}

/** Renders a Markdown table. The cells are already inert, but an unescaped bar ends a cell even in code. */
export function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(inCell).join(' | ')} |`
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)]
}

/** Parsers treat a backslash before the escape differently, so the backslash is shown as its code point. */
function inCell(text: string): string {
  return text.replace(/\\?\|/g, (bar) => (bar === '|' ? '\\|' : '⟨U+005C⟩\\|'))
}
