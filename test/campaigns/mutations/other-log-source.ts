// Directory operations are in the unified audit log and in Entra's audit log. Each record is converted to the other.
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import type { Attack, RawRecord } from '../../../rules/campaigns/campaign.ts'
import { toDirectoryAudit } from '../../formats/directory-audit.ts'
import { type EntraAudit, toUnifiedAudit } from '../../formats/unified-audit.ts'
import { type Mutate, replaceEach } from './mutation.ts'

function other(record: RawRecord, tenant: string): readonly RawRecord[] | undefined {
  if (record.RecordType === 8 && Array.isArray(record.Target))
    return [toDirectoryAudit(record as JsonObject).envelope as RawRecord]
  const audit = (record.properties ?? record) as Partial<EntraAudit>
  if (audit.activityDisplayName === undefined || audit.initiatedBy === undefined) return undefined
  return [toUnifiedAudit(audit as EntraAudit, tenant) as RawRecord]
}

/** Takes directory operations from the other log; undefined if the attack has both logs: acts would occur twice. */
export const otherLogSource: Mutate = (attack) => {
  const unified = attack.records.some(({ RecordType }) => RecordType === 8)
  const entra = attack.records.some(
    (record) => ((record.properties ?? record) as Partial<EntraAudit>).initiatedBy !== undefined,
  )
  return unified && entra ? undefined : replaceEach(attack, (record) => other(record, tenantOf(attack)))
}

/** Returns the tenant that the records name, or a fixed tenant: pages of Microsoft Graph name no tenant. */
function tenantOf({ records }: Attack): string {
  const named = records
    .map(({ tenantId, OrganizationId }) => tenantId ?? OrganizationId)
    .find((id) => typeof id === 'string')
  return typeof named === 'string' ? named : '87a2cb6e-d028-4f02-a628-e35cb21a37c6'
}
