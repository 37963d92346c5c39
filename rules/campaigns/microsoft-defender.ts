// Records of the unified audit log as Defender for Cloud Apps streams them (advanced hunting, CloudAppEvents).
import type { RawRecord } from './campaign.ts'

const services: Readonly<Record<string, readonly [name: string, id: number]>> = {
  Exchange: ['Microsoft Exchange Online', 20893],
  SharePoint: ['Microsoft SharePoint Online', 20892],
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const row = (record: RawRecord): RawRecord => {
  const [application, number] = services[text(record.Workload)] ?? ['Microsoft 365', 11161]
  const created = Date.parse(`${text(record.CreationTime)}Z`)
  const access = (record.AppAccessContext ?? {}) as RawRecord
  const stamp = new Date(created).toISOString()
  return {
    time: new Date(created + 180_000).toISOString().replace('Z', '0000Z'),
    tenantId: record.OrganizationId,
    operationName: 'Publish',
    category: 'AdvancedHunting-CloudAppEvents',
    _TimeReceivedBySvc: new Date(created + 90_000).toISOString().replace('Z', '0000Z'),
    properties: {
      ActionType: record.Operation,
      ApplicationId: number,
      Application: application,
      AccountDisplayName: text(access.ClientAppName) || text(record.UserId),
      AccountObjectId: null,
      AccountId: record.UserId,
      AccountType: record.UserType === 5 ? 'Application' : 'Regular',
      IPAddress: record.ClientIPAddress ?? record.ClientIP ?? null,
      UserAgent: record.UserAgent ?? null,
      IsAdminOperation: record.UserType === 2,
      ActivityType: 'Basic',
      OAuthAppId: record.ClientAppId ?? null,
      AuditSource: 'Defender for Cloud Apps app connector',
      ReportId: `${text(record.Id).replaceAll('-', '')}_${number}`,
      Timestamp: stamp,
      RawEventData: { ...record, CreationTime: stamp.replace('Z', '0000Z') },
    },
    Tenant: 'DefaultTenant',
  }
}

/** The rows of `records`; sign-ins (record type 15) are in other tables. The vendor id is that of the native record. */
export const cloudAppEvents = (
  records: readonly RawRecord[],
  ids: readonly string[],
): { readonly records: readonly RawRecord[]; readonly ids: readonly string[] } => {
  const kept = records.filter((record) => record.RecordType !== 15)
  const known = new Set(kept.map((record) => record.Id))
  return { records: kept.map(row), ids: ids.filter((id) => known.has(id)) }
}
