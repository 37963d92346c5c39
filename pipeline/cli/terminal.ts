// Output of the CLI: tables that fit the terminal, color only on a terminal whose user has not disabled it.
import { styleText } from 'node:util'
import { visible, visibleJson } from '../safe-output/visible.ts'

type Style = Parameters<typeof styleText>[0]

const severityStyles: Readonly<Record<string, Style>> = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
}

/** True when `stream` is a terminal and color is wanted (NO_COLOR, https://no-color.org). */
export function usesColor(stream: NodeJS.WriteStream): boolean {
  return stream.isTTY === true && (process.env.NO_COLOR ?? '') === '' && process.env.TERM !== 'dumb'
}

export function styled(text: string, style: Style, color: boolean): string {
  return color ? styleText(style, text, { validateStream: false }) : text
}

export function severityText(severity: string, color: boolean): string {
  const style = severityStyles[severity]
  return style === undefined ? severity : styled(severity, style, color)
}

/** Text from a record, safe to print: on one line, and names that differ look different. */
export const printable = visible

/** Formats JSON that may contain text from a record. */
export const safeJson = (value: unknown): string => visibleJson(JSON.stringify(value))

function cut(text: string, width: number): string {
  const characters = [...text]
  return characters.length <= width ? text : `${characters.slice(0, Math.max(0, width - 1)).join('')}…`
}

export interface Column<T> {
  readonly title: string
  readonly text: (row: T) => string
  /** Puts style around the padded cell. */
  readonly style?: (cell: string, row: T) => string
  readonly width: number
}

export const severityColumn: Column<{ readonly severity: string }> = {
  title: 'SEVERITY',
  width: 8,
  text: ({ severity }) => severity,
  style: (cell, { severity }) => cell.replace(severity, severityText(severity, usesColor(process.stdout))),
}

/** Breaks text into lines of up to `width` characters, at spaces if possible. Never truncates: a reason is evidence. */
function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ').flatMap((long) => pieces(long, width))) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

function pieces(word: string, width: number): string[] {
  const characters = [...word]
  const count = Math.max(1, Math.ceil(characters.length / width))
  return Array.from({ length: count }, (_, i) => characters.slice(i * width, (i + 1) * width).join(''))
}

export interface TableOptions<T> {
  /** Default: the width of standard output. */
  readonly width?: number
  /** Indented sentences below each row, each on its own line; omitted if empty. */
  readonly below?: (row: T) => string | readonly string[]
  /** Wraps the last column instead of truncating it. */
  readonly whole?: boolean
}

const indent = '    '

/** Formats rows as a table. The last column gets the rest of the line. In a pipe, no cell is cut. */
export function table<T>(rows: readonly T[], columns: readonly Column<T>[], options: TableOptions<T> = {}): string {
  const { width = tableWidth(process.stdout), below, whole = false } = options
  const isCut = options.width !== undefined || process.stdout.isTTY === true
  const cells = rows.map((row) => columns.map((column) => printable(column.text(row)) || '-'))
  const widths = columns.map((column, i) =>
    Math.min(
      isCut ? column.width : Number.POSITIVE_INFINITY,
      Math.max(column.title.length, ...cells.map((line) => [...(line[i] as string)].length)),
    ),
  )
  const last = columns.length - 1
  const before = widths.slice(0, last).reduce((sum, w) => sum + w + 2, 0)
  if (isCut) widths[last] = Math.max(20, width - before)
  const line = (texts: readonly string[], style: (cell: string, i: number) => string) =>
    texts
      .map((text, i) => {
        const cell = cut(text, widths[i] as number)
        return style(i === last ? cell : cell + ' '.repeat((widths[i] as number) - [...cell].length), i)
      })
      .join('  ')
  const head = line(
    columns.map((column) => column.title),
    (cell) => cell,
  )
  const body = rows.flatMap((row, r) => {
    const texts = cells[r] as string[]
    const [first = '', ...rest] = whole ? wrap(texts[last] as string, widths[last] as number) : [texts[last] as string]
    return [
      line(
        [...texts.slice(0, last), first],
        (cell, i) => (columns[i] as Column<T>).style?.(cell, row) ?? cell,
      ).trimEnd(),
      ...rest.map((text) => ' '.repeat(before) + text),
      ...(below === undefined
        ? []
        : [below(row)]
            .flat()
            .flatMap((sentence) => wrap(printable(sentence), Math.max(8, width - indent.length)))
            .filter((text) => text !== '')
            .map((text) => indent + text)),
    ]
  })
  return [head.trimEnd(), ...body].join('\n')
}

/** Returns the width of the terminal (some terminals report 0, which means unknown), or a fixed width for a pipe. */
export function tableWidth(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>): number {
  return stream.isTTY ? stream.columns || 120 : 160
}
