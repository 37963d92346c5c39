// A field that rules read and that its dataset no longer has: a vendor renamed it, and rules go blind without a word.
import { dayMs } from '../../mappings/kernel/durations.ts'
import { type Finding, toFinding } from './finding.ts'
import type { FieldCount, PassOptions } from './history.ts'
import { daysEndingIn, type Span } from './settings.ts'

/** So many documents of the day should have had it, going by the days before: by chance it is never absent from all. */
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
  // Weekends have their own records: only a day of the week that had the field before can be missing it.
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
