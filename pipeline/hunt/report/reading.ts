// The part of a report about its input: files, logs, tenants, and what was not usable.
import { createHash } from 'node:crypto'
import { present } from '../../../mappings/kernel/present.ts'
import { datasets } from '../../../rules/lib/datasets.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import type { Input } from '../../framing/paths.ts'
import { type DeadLetterCode, deadLetterCodes } from '../../outcome.ts'
import type { Collector } from './collect.ts'
import { capped, cappedMap, limits } from './limits.ts'
import type { ReportFacts } from './make-report.ts'
import type { InputRow, Reading } from './model.ts'

/** The inputs, so that a recipient of the report can verify that they have the same files. */
export type ReadInput = Pick<InputRow, 'path' | 'bytes' | 'sha256'>

export class InputStatus {
  readonly #inputs: { path: string; size?: number; bytes: number; hash: ReturnType<typeof createHash> }[] = []

  /** Starts an input, and returns a function that receives its bytes. */
  open({ path, size }: Input): (chunk: Buffer) => void {
    const entry = { path, ...(size !== undefined && { size }), bytes: 0, hash: createHash('sha256') }
    this.#inputs.push(entry)
    return (chunk) => {
      entry.bytes += chunk.length
      entry.hash.update(chunk)
    }
  }

  list(): ReadInput[] {
    return this.#inputs.map(({ path, size, bytes, hash }) => ({
      path,
      bytes,
      ...((size === undefined || size === bytes) && { sha256: hash.copy().digest('hex') }),
    }))
  }
}

export function inputRows({ inputs, readability }: ReportFacts): InputRow[] {
  return inputs.map((input) => {
    const parts = readability.partsOf(input.path)
    const sum = (of: 'records' | 'unusable') => parts.reduce((total, part) => total + part[of], 0)
    return { ...input, records: sum('records'), unusable: sum('unusable'), parts }
  })
}

export function reading(
  { summary, collector }: ReportFacts,
  inputs: readonly InputRow[],
  rules: readonly Rule[],
): Reading {
  const {
    records,
    duplicates,
    firstEvent,
    lastEvent,
    futureEvent,
    lastInventory,
    unread,
    earlierResults = [],
  } = summary
  return {
    records,
    documents: [...collector.datasets.values()].reduce((sum, each) => sum + each.count, 0),
    duplicates,
    ...present({ firstEvent, lastEvent, futureEvent, lastInventory }),
    inputs: capped(inputs, limits.inputs),
    earlierResults: capped(earlierResults, limits.inputs),
    datasets: logs(collector, rules, summary.shortHistory),
    tenants: cappedMap(capped([...collector.tenants], limits.tenants), ([id, name]) => ({
      id,
      ...(name !== undefined && { name }),
    })),
    deadLetters: (Object.keys(deadLetterCodes) as DeadLetterCode[]).sort().flatMap((code) => {
      const count = summary.deadLetters[code]
      return count === undefined ? [] : [{ code, means: deadLetterCodes[code], count }]
    }),
    ...(unread !== undefined && { unread }),
  }
}

function logs(
  { datasets: tallies }: Collector,
  rules: readonly Rule[],
  shortHistory: readonly string[],
): Reading['datasets'] {
  const known: Readonly<Record<string, { readonly source: string }>> = datasets
  return [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { count, first, last }]) => ({
      name,
      source: known[name]?.source ?? '',
      documents: count,
      first,
      last,
      shortHistory: shortHistory.includes(name),
      rules: rules.filter((rule) => (rule.datasets as readonly string[]).includes(name)).length,
    }))
}
