import { groupBy } from '../../mappings/kernel/group-by.ts'
import { fieldCatalog } from '../catalog.ts'
import { Readability } from '../decode/readability.ts'
import { findingsDataset } from '../findings/finding.ts'
import { count } from '../hunt/report/words.ts'
import { watchRules } from '../inspect/blind-rules.ts'
import { type Counted, type Coverage, CoverageRun, type DatasetCoverage } from '../inspect/coverage.ts'
import { pathWords, quoted } from '../safe-output/command-line.ts'
import { openChain } from './chain.ts'
import type { CommonOptions } from './common-options.ts'
import { loadRules } from './content.ts'
import type { ExitCode } from './exit.ts'
import { readWithProgress } from './progress.ts'
import { printResult } from './result.ts'
import { printable, styled, table, tableWidth, usesColor } from './terminal.ts'
import { reportUnread } from './unread.ts'

/** The result of `consentry coverage` for a person, sorted by priority. */
export interface CoverageTextOptions {
  readonly color: boolean
  readonly width: number
}

/** Maximum rows of each list. `--json` shows all rows. */
const mostRows = 25

/** Returns the arguments of `explain`. */
function place({ example: { source, record } }: Counted): string {
  return [...['--record', String(record)], ...pathWords([source])].map(quoted).join(' ')
}

function list(title: string, counted: readonly Counted[], { width }: CoverageTextOptions): string[] {
  if (counted.length === 0) return []
  const hasValues = counted.some(({ example }) => example.value !== undefined)
  const rows = table(
    counted.slice(0, mostRows),
    [
      { title: 'COUNT', width: 9, text: ({ count }) => String(count) },
      { title, width: 76, text: ({ name }) => name },
      ...(hasValues ? [{ title: 'EXAMPLE', width: 40, text: ({ example }: Counted) => example.value ?? '' }] : []),
      { title: 'WHERE', width: 60, text: place },
    ],
    { width: Math.max(width, 120), whole: true },
  )
  const more = counted.length - mostRows
  return ['', ...rows.split('\n').map((line) => `  ${line}`), ...(more > 0 ? [`  … and ${more} more in --json`] : [])]
}

const percent = (share: number) => `${(share * 100).toFixed(share > 0.999 && share < 1 ? 3 : 1)} %`

/** An event that no table contains has neither category nor type. This function lists each such event once. */
function withoutTypes(unknown: readonly Counted[]): Counted[] {
  const names = new Set(unknown.map(({ name }) => name))
  return unknown.filter(
    ({ name }) => !names.has(name.replace(/^event\.type: /, 'event.category: ')) || !name.startsWith('event.type: '),
  )
}

function datasetLines(coverage: DatasetCoverage, options: CoverageTextOptions): string[] {
  const { dataset, records, documents, members, actions } = coverage
  const { total, used, kept, unmapped, omitted, dropped, consumed } = members
  const parts = [
    [used, 'used by rows and steps'],
    [kept, 'kept in catalog fields'],
    [unmapped, 'kept in fields that are not in the catalog'],
    [dropped, 'not in the document'],
    [omitted, 'omitted on purpose'],
  ] as const
  const counts = parts.flatMap(([count, text]) => (count === 0 ? [] : [`${count} ${text}`]))
  const clean = [coverage.unmapped, coverage.dropped, coverage.unknown, coverage.refused, coverage.problems].every(
    ({ length }) => length === 0,
  )
  return [
    '',
    `${styled(dataset, 'bold', options.color)}  ${records} records, ${documents} documents, ${actions.length} different actions`,
    `  ${percent(consumed)} of the members are used or omitted on purpose. Of ${total} members: ${counts.join(', ')}`,
    ...(clean ? ['  no unknown members or events'] : []),
    ...list('NO MAPPING TABLE ENTRY (field: value)', withoutTypes(coverage.unknown), options),
    ...list('NOT IN THE CATALOG', coverage.unmapped, options),
    ...list('NOT IN THE DOCUMENT', coverage.dropped, options),
    ...list('INVALID TYPE (field ← member)', coverage.refused, options),
    ...list('UNREADABLE', coverage.problems, options),
  ]
}

function ruleLines({ blindRules }: Coverage, { color }: CoverageTextOptions): string[] {
  const seen = blindRules.filter(({ documents }) => documents > 0).length
  // A hunt makes the findings, so no export contains them.
  const unseen = blindRules.filter(
    ({ datasets, documents }) => documents === 0 && datasets.some((name) => name !== findingsDataset),
  )
  const byLogs = groupBy(unseen, ({ datasets }) => datasets.join(', '))
  return [
    ...(unseen.length === 0 ? [] : ['', styled('RULES WITHOUT INPUT: no record of their logs', 'bold', color)]),
    ...[...byLogs].flatMap(([logs, rules]) => [
      `  ${logs}`,
      ...rules.map(({ id, name }) => `    ${printable(name)} (${id})`),
    ]),
    // Usual without an attack: a clause describes an act that nobody did.
    ...(seen === 0
      ? []
      : [
          '',
          `${count(seen, 'other rule')} had records, but none that matches one of their clauses (--json lists the clauses)`,
        ]),
  ]
}

function coverageText(coverage: Coverage, options: CoverageTextOptions): string {
  const { records, datasets, deadLetters } = coverage
  return [
    `${count(records, 'record')}, ${count(
      datasets.reduce((sum, { documents }) => sum + documents, 0),
      'document',
    )} in ${count(datasets.length, 'dataset')}`,
    ...list('DEAD LETTER', deadLetters, options),
    ...datasets.flatMap((dataset) => datasetLines(dataset, options)),
    ...ruleLines(coverage, options),
    '',
    'To show a full record, run `consentry explain` with the arguments in the WHERE column.',
  ].join('\n')
}

export async function coverageCommand(paths: readonly string[], options: CommonOptions): Promise<ExitCode> {
  const { chain, mappings } = await openChain(options)
  const readability = new Readability()
  const run = new CoverageRun(chain, watchRules(await loadRules(), fieldCatalog(mappings)), readability)
  for await (const values of readWithProgress(paths, readability, options)) for (const value of values) run.take(value)
  const code = reportUnread(readability.unread())
  const coverage = run.result()
  printResult(options, coverage, () =>
    coverageText(coverage, { color: usesColor(process.stdout), width: tableWidth(process.stdout) }),
  )
  return code
}
