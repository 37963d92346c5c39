// What finished runs gave, kept in a folder so that a series can be stopped and taken up again.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DisturbedResult } from './disturbed-run.ts'

export interface RunLogEntry extends DisturbedResult {
  readonly world: string
  readonly run: number
  readonly seed: number
  readonly order: string
}

type Column = readonly [title: string, width: number, of: (entry: RunLogEntry) => string | number]

const total = (hits: Readonly<Record<string, number>>): number => Object.values(hits).reduce((a, b) => a + b, 0)

const columns: readonly Column[] = [
  ['server', 16, ({ world }) => world],
  ['seed', 8, ({ seed }) => seed],
  ['order', 10, ({ order }) => order],
  ['records', 8, ({ records }) => records],
  ['faults', 7, ({ hits }) => total(hits)],
  ['kinds', 6, ({ hits }) => Object.keys(hits).length],
  ['exits', 6, ({ exits }) => exits.length],
  ['documents', 10, ({ documents }) => documents],
  ['entities', 9, ({ entities }) => entities],
  ['findings', 9, ({ findings }) => findings],
  ['alerts', 7, ({ alerts }) => alerts],
  ['dead', 5, ({ deadLetters }) => deadLetters],
  ['again', 6, ({ repeatedDeadLetters }) => repeatedDeadLetters],
  ['lost', 5, ({ lost }) => lost.length],
  ['twice', 6, ({ duplicated }) => duplicated.length],
  ['wrong', 6, ({ wrong }) => wrong.length],
  ['recovery s', 11, ({ recoverySeconds }) => recoverySeconds.toFixed(1)],
  ['settle s', 9, ({ settleSeconds }) => settleSeconds.toFixed(1)],
  ['s', 5, ({ seconds }) => seconds.toFixed(0)],
]

const line = (cell: (column: Column) => string | number): string =>
  columns.map((column) => String(cell(column)).padStart(column[1])).join(' ')

export class RunLog {
  readonly entries: RunLogEntry[]
  readonly #file: string

  constructor(folder: string, { seed, copies, faults }: { seed: number; copies: number; faults: number }) {
    mkdirSync(folder, { recursive: true })
    this.#file = join(folder, `seed-${seed}-copies-${copies}-faults-${faults}.ndjson`)
    const text = existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : ''
    this.entries = text
      .split('\n')
      .filter((each) => each !== '')
      .map((each) => JSON.parse(each) as RunLogEntry)
    console.log(line(([title]) => title))
    for (const entry of this.entries) this.#show(entry)
  }

  has(world: string, run: number): boolean {
    return this.entries.some((entry) => entry.world === world && entry.run === run)
  }

  add(entry: RunLogEntry): void {
    appendFileSync(this.#file, `${JSON.stringify(entry)}\n`)
    this.entries.push(entry)
    this.#show(entry)
  }

  /** Faults by kind, and the sums of all runs. */
  print(): void {
    const kinds: Record<string, number> = {}
    for (const { hits } of this.entries)
      for (const [name, count] of Object.entries(hits)) kinds[name] = (kinds[name] ?? 0) + count
    for (const [name, count] of Object.entries(kinds).sort(([, a], [, b]) => b - a))
      console.log(`${String(count).padStart(6)}  ${name}`)
    const sum = (of: (entry: RunLogEntry) => number): number => this.entries.reduce((all, entry) => all + of(entry), 0)
    console.log(
      `${this.entries.length} runs, ${total(kinds)} faults of ${Object.keys(kinds).length} kinds, ` +
        `${sum(({ records }) => records)} records: ${sum(({ lost }) => lost.length)} lost, ` +
        `${sum(({ duplicated }) => duplicated.length)} duplicated, ${sum(({ wrong }) => wrong.length)} wrong; ` +
        `longest recovery ${Math.max(0, ...this.entries.map(({ recoverySeconds }) => recoverySeconds)).toFixed(1)} s`,
    )
  }

  #show(entry: RunLogEntry): void {
    console.log(line(([, , of]) => of(entry)))
    for (const [what, items] of Object.entries({
      ended: entry.exits,
      lost: entry.lost,
      twice: entry.duplicated,
      wrong: entry.wrong,
    }))
      for (const item of items.slice(0, 5)) console.log(`  ${what}: ${item.slice(0, 400)}`)
  }
}
