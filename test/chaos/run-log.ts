// The results of finished runs, stored in a folder so that a series can be interrupted and continued.
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseLines } from '../support/ndjson.ts'
import type { DisturbedResult } from './disturbed-run.ts'

export interface RunLogEntry extends DisturbedResult {
  readonly world: string
  readonly run: number
  readonly seed: number
  readonly order: string
}

const total = (hits: Readonly<Record<string, number>>): number => Object.values(hits).reduce((a, b) => a + b, 0)

export class RunLog {
  readonly entries: RunLogEntry[]
  readonly #file: string

  constructor(folder: string, { seed, copies, faults }: { seed: number; copies: number; faults: number }) {
    mkdirSync(folder, { recursive: true })
    this.#file = join(folder, `seed-${seed}-copies-${copies}-faults-${faults}.ndjson`)
    const text = existsSync(this.#file) ? readFileSync(this.#file, 'utf8') : ''
    this.entries = parseLines(text)
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
    const { hits, exits, lost, duplicated, wrong, repeatedDeadLetters: again, ...facts } = entry
    const counts = { faults: total(hits), kinds: Object.keys(hits).length, again }
    const items = { exits, lost, duplicated, wrong }
    const lengths = Object.entries(items).map(([what, { length }]) => [what, length])
    console.table([{ ...facts, ...counts, ...Object.fromEntries(lengths) }])
    for (const [what, found] of Object.entries(items))
      for (const item of found.slice(0, 5)) console.log(`  ${what}: ${item.slice(0, 400)}`)
  }
}
