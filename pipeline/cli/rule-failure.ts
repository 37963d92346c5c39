// A failed test of a rule, as text for a person.
import { formatWithLine } from '../../mappings/kernel/source-lines.ts'
import type { RuleTest } from '../content-check/rule-tests.ts'
import { printable } from './terminal.ts'

/** Maximum characters of a record in the output. The output names the file. */
const shownRecord = 2000

/** The facts that a person needs to fix a rule: the record, the document, the clauses that did not match. */
export function failureLines({ failure, documents }: RuleTest): string[] {
  if (failure === undefined) return []
  return [
    formatWithLine(failure),
    ...documents.flatMap(({ record, id, dataset, fields, failed }) => [
      `    record    ${printable(record.replace(/\s+/g, ' ').slice(0, shownRecord))}`,
      `    document  ${dataset} ${id}`,
      ...Object.entries(fields).map(([field, value]) => `      ${field}: ${printable(JSON.stringify(value))}`),
      ...failed.map((clause) => `    clause without a match: ${printable(clause)}`),
    ]),
  ]
}
