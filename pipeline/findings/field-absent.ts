// Finds fields that rules read but their dataset no longer has: after a vendor renames a field, rules silently fail.
import { dayMs } from '../../mappings/kernel/durations.ts'
import { type Finding, toFinding } from './finding.ts'
import type { FieldCount, PassOptions } from './history.ts'
import { daysEndingIn, type Span } from './settings.ts'

/** Minimum number of documents expected to have the field, from the days before: chance never removes it from all. */
const leastExpected = 20

/** Fields that no document of a day had, although many should have. */
export async function findAbsentFields({ history }: PassOptions, span: Span): Promise<Finding[]> {
  const found: Finding[] = []
  for (const day of daysEndingIn(span))
    for (const count of await history.fieldCounts(day)) {
      const finding = absence(count, day)
      if (finding !== undefined) found.push(finding)
    }
  return found
}

function absence(count: FieldCount, day: number): Finding | undefined {
  const { vendor, tenant, dataset, field, documents, having, documentsBefore, havingBefore } = count
  if (having > 0 || documentsBefore === 0) return undefined
  // Weekends have different records: a field counts as missing only if the same day of the previous week had it.
  if (count.havingLastWeek === 0) return undefined
  const expected = Math.round((documents * havingBefore * 100) / documentsBefore) / 100
  if (expected < leastExpected) return undefined
  return toFinding({
    kind: 'field_absent',
    vendor,
    tenant,
    entity: [dataset, field],
    due: day + dayMs,
    message: `none of ${documents} documents of ${dataset} had ${field}, which ${Math.round(expected)} of them should have`,
    value: 0,
    baseline: expected,
  })
}
