// A customer that polls one list of the Graph API alone: directory audits, or sign-ins.
import type { RawRecord } from './campaign.ts'

const members = {
  directoryAudits: 'activityDisplayName',
  signIns: 'createdDateTime',
} as const

/** Keeps the polled records of the list `source`, and of `ids` those that remain. */
export const polledOnly = (
  records: readonly RawRecord[],
  ids: readonly string[],
  source: keyof typeof members,
): { readonly records: readonly RawRecord[]; readonly ids: readonly string[] } => {
  const kept = records.filter((record) => members[source] in record)
  const known = new Set(kept.map((record) => record.id))
  return { records: kept, ids: ids.filter((id) => known.has(id)) }
}
