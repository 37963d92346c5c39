// The part of a report about its input: files, logs, tenants, and what was not usable.
import { datasets } from '../../../rules/lib/datasets.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { type DeadLetterCode, deadLetterCodes } from '../../outcome.ts'
import type { Collector } from './collect.ts'
import { capped, cappedMap, limits } from './limits.ts'
import type { ReportFacts } from './make-report.ts'
import type { InputRow, Reading } from './model.ts'

export function inputRows({ inputs, readability }: ReportFacts): InputRow[] {
  return inputs.map((input) => ({ ...input, ...readability.of(input.path) }))
}

export function reading(
  { summary, collector }: ReportFacts,
  inputs: readonly InputRow[],
  rules: readonly Rule[],
): Reading {
  const { records, duplicates, firstEvent, lastEvent, unread } = summary
  return {
    records,
    documents: [...collector.datasets.values()].reduce((sum, each) => sum + each.documents, 0),
    duplicates,
    ...(firstEvent !== undefined && { firstEvent }),
    ...(lastEvent !== undefined && { lastEvent }),
    inputs: capped(inputs, limits.inputs),
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
    .map(([name, tally]) => ({
      name,
      source: known[name]?.source ?? '',
      ...tally,
      shortHistory: shortHistory.includes(name),
      rules: rules.filter((rule) => (rule.datasets as readonly string[]).includes(name)).length,
    }))
}
