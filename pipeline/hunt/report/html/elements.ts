// The elements that all sections share.
import type { Severity } from '../../../../rules/lib/rule.ts'
import { time } from '../../../entity-store/age.ts'
import { type Capped, limits } from '../limits.ts'
import { type Cell, columnsOf, type TableColumn } from '../tables.ts'
import { thousands } from '../words.ts'
import { code, escaped, html, Markup, type Part } from './markup.ts'

export function chip(severity: Severity): Markup {
  return html`<span class="chip ${severity}">${severity}</span>`
}

export function moment(iso: string): Markup {
  return html`<time>${time(iso)}</time>`
}

export interface Column<T> {
  readonly title: string
  readonly cell: (row: T) => Part
  /** Numbers are aligned right; `wide` columns take the remaining width. */
  readonly kind?: 'figure' | 'wide'
}

/** Renders a table that all report formats share. */
export function sharedTable<T>(rows: readonly T[], columns: readonly TableColumn<T>[], below?: Part): Markup {
  return table(
    rows,
    columnsOf(rows, columns).map(({ cell, ...column }) => ({ ...column, cell: (row: T) => partOf(cell(row)) })),
    below,
  )
}

function partOf(cell: Cell): Part {
  if (typeof cell === 'string') return cell !== '' && escaped(cell, limits.sentence)
  if ('code' in cell) return cell.code !== '' && code(cell.code, limits.id)
  if ('at' in cell) return moment(cell.at)
  return 'severity' in cell ? chip(cell.severity) : html`<strong>${escaped(cell.strong, limits.sentence)}</strong>`
}

const isEmpty = (cell: Part): boolean =>
  cell === undefined || cell === false || cell === '' || (cell instanceof Markup && cell.text === '')

/** Renders a table that scrolls separately if it is too wide, without empty columns. Below it is a note about omitted rows. */
export function table<T>(rows: readonly T[], all: readonly Column<T>[], below?: Part): Markup {
  const columns = all.filter((column) => rows.length === 0 || rows.some((row) => !isEmpty(column.cell(row))))
  const kind = ({ kind: of }: Column<T>): Part => of !== undefined && html` class="${of}"`
  return html`<div class="scroll"><table>
<thead><tr>${columns.map((column) => html`<th scope="col"${kind(column)}>${column.title}</th>`)}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${columns.map((column) => html`<td${kind(column)}>${column.cell(row)}</td>`)}</tr>\n`)}</tbody>
</table></div>${below !== undefined && below !== false && html`<p class="more">${below}</p>`}\n`
}

export function andMore(more: number, where: string): Part {
  return more > 0 && html`and ${thousands(more)} more${where === '' ? '' : ` ${where}`}`
}

/** Terms and their descriptions; terms without a description are omitted. */
export function facts(pairs: readonly (readonly [string, Part])[]): Markup {
  const said = pairs.filter(([, value]) => value !== undefined && value !== false && value !== '')
  return html`<dl class="facts">${said.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>\n`
}

export function list(items: readonly Part[]): Markup {
  return html`<ul>\n${items.map((item) => html`<li>${item}</li>\n`)}</ul>\n`
}

/** A list of sentences of at most `most` characters; it ends with the number of the sentences left out. */
export function cappedList({ shown, more }: Capped<string>, most?: number): Markup {
  return list([...shown.map((each) => escaped(each, most)), ...(more > 0 ? [andMore(more, '')] : [])])
}

/** Renders a closed section. A link to its body opens it. A printout contains `printed` sections, the high and critical rows of `severe` sections, and open sections. */
export function section(id: string, title: string, body: Part, kind?: 'printed' | 'printed severe'): Markup {
  return html`<section><details${kind !== undefined && html` class="${kind}"`}><summary><h2>${title}</h2></summary>
<div id="${id}">
${kind === 'printed severe' && html`<p class="paper quiet">Only high and critical alerts: alerts.ndjson contains all.</p>\n`}${body}</div></details></section>
`
}

/** A collapsed part of a card. A printout of the card contains its `printed` parts and its open parts. */
export function part(title: Part, body: Part, kind?: 'printed'): Markup {
  return html`<details${kind !== undefined && html` class="${kind}"`}><summary>${title}</summary>
${body}</details>
`
}
