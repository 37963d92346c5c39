// The result of a reprocess, as text for a person and as JSON for a script.
import type { ReprocessTally } from '../reprocess/tally.ts'
import { printable, table, tableWidth } from './terminal.ts'

const number = (value: number | bigint): string => value.toLocaleString('en')

export function formatRange(records: bigint, total: bigint, elapsedMs: number): string {
  const percent = total === 0n ? 100 : Number((records * 100n) / total)
  const perSecond = elapsedMs === 0 ? 0 : Math.round(Number(records) / (elapsedMs / 1000))
  const left = perSecond === 0 ? '' : `, ${number(Math.ceil(Number(total - records) / perSecond))} s left`
  return `${number(records)} of ${number(total)} records (${percent}%), ${number(perSecond)}/s${left}`
}

const fieldsShown = 30

const mostFirst = (counts: ReadonlyMap<string, number>) => [...counts].sort((a, b) => b[1] - a[1])

export function reprocessJson(total: bigint, tally: ReprocessTally): object {
  return {
    records: Number(total),
    ...tally.total,
    datasets: Object.fromEntries(tally.datasets),
    fields: Object.fromEntries(mostFirst(tally.fields)),
    deadLetters: Object.fromEntries(mostFirst(tally.codes)),
  }
}

export function formatReprocess(total: bigint, tally: ReprocessTally, dryRun: boolean): string {
  const { unchanged, changed, created } = tally.total
  const verbs = dryRun ? ['would change', 'would be created'] : ['changed', 'created']
  const lines = [
    `${number(total)} records: ${number(changed)} documents ${verbs[0]}, ${number(created)} ${verbs[1]}, ${number(unchanged)} are the same`,
  ]
  const width = tableWidth(process.stdout)
  if (tally.datasets.size > 0) {
    const rows = [...tally.datasets].sort(([a], [b]) => (a < b ? -1 : 1))
    const count = (title: string, what: 'changed' | 'created' | 'unchanged') => ({
      title,
      width: 12,
      text: ([, counts]: (typeof rows)[number]) => number(counts[what]),
    })
    lines.push(
      '',
      table(
        rows,
        [
          { title: 'DATASET', width: 40, text: ([dataset]) => dataset },
          count('CHANGED', 'changed'),
          count('CREATED', 'created'),
          count('THE SAME', 'unchanged'),
        ],
        { width },
      ),
    )
  }
  const fields = mostFirst(tally.fields)
  if (fields.length > 0) {
    lines.push('', 'documents with a difference, by field:')
    for (const [field, count] of fields.slice(0, fieldsShown))
      lines.push(`  ${number(count).padStart(9)}  ${printable(field)}`)
    if (fields.length > fieldsShown) lines.push(`  and ${fields.length - fieldsShown} more fields; --json lists all`)
  }
  if (tally.codes.size > 0) {
    lines.push(
      '',
      `without a document: ${mostFirst(tally.codes)
        .map(([code, count]) => `${number(count)} ${code}`)
        .join(', ')}`,
    )
    for (const { code, place } of tally.failures) lines.push(`  ${code.padEnd(18)}  ${printable(place)}`)
  }
  return lines.join('\n')
}
