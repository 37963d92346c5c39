// Small documents on a clock of minutes, for tests of evaluators.
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import type { Entry, Evaluator, Finding } from '../../../../rules/lib/evaluate/evaluator.ts'
import { termsOf } from '../../../../rules/lib/evaluate/terms.ts'
import { commonCatalog } from '../../../../rules/lib/query/catalog.ts'

export const minute = 60_000
export const reader = (name: string) => termsOf(name, commonCatalog)
export const byApp = new Map([['service.id', reader('service.id')]])

export function entryAt(minutes: number, members: object, id = `${minutes}`): Entry {
  const document = { '@timestamp': new Date(minutes * minute).toISOString(), event: {}, ...members } as EcsDocument
  return { document, id, dataset: 'o365.audit', visible: minutes * minute }
}

/** Returns the findings of an evaluator over entries, with every run at its due time. */
export function findingsOf(evaluator: Evaluator, entries: readonly Entry[]): Finding[] {
  const findings: Finding[] = []
  for (const entry of entries) {
    while (evaluator.due < entry.visible) findings.push(...evaluator.run())
    findings.push(...evaluator.take(entry))
  }
  while (evaluator.due !== Number.POSITIVE_INFINITY) findings.push(...evaluator.run())
  return findings
}

/** Findings as text that can be compared: run in minutes, values, ids of the documents. */
export function recorded(findings: readonly Finding[]): string[] {
  return findings
    .map(
      ({ at, terms, entries }) => `${at / minute} ${Object.values(terms ?? {}).join('/')}: ${entries.map((e) => e.id)}`,
    )
    .sort()
}
