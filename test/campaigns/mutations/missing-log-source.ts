import type { Attack, RawRecord } from '../../../rules/campaigns/campaign.ts'
import { identityOf } from '../results.ts'

/** Returns the log of a record, which its layout shows. */
function logSourceOf(record: RawRecord): string {
  if (record.RecordType !== undefined) return 'unified audit log'
  if (record.protoPayload !== undefined) return 'Google Cloud audit logs'
  if (record.alertId !== undefined) return 'Google alerts'
  if (record.kind === 'admin#reports#activity')
    return `Google ${(record.id as { applicationName: string }).applicationName}`
  if (typeof record.category === 'string' && record.properties !== undefined) return record.category
  return record.initiatedBy === undefined ? 'SignInLogs' : 'AuditLogs'
}

/** Returns one attack for each of its logs, without that log and without the acts that only that log contains. */
export function withoutEachLog(attack: Attack): Attack[] {
  const sources = new Map(attack.records.map((record) => [identityOf(record).id, logSourceOf(record)]))
  return [...new Set(sources.values())].flatMap((missing) => {
    const kept = (ids: readonly string[]) => ids.filter((id) => sources.get(id) !== missing)
    const required = attack.required.map((act) => ({ ...act, ids: kept(act.ids) })).filter(({ ids }) => ids.length > 0)
    if (required.length === 0) return []
    const records = attack.records.filter((record) => sources.get(identityOf(record).id) !== missing)
    const [first] = required[0]?.ids ?? []
    const firstHostile = sources.get(attack.firstHostile) === missing ? (first as string) : attack.firstHostile
    return [{ records, firstHostile, dataLeft: kept(attack.dataLeft), required, quiet: kept(attack.quiet) }]
  })
}
