// Entra directory audit records: as diagnostic settings write them, or as the Graph API returns them.
import type { RawRecord } from './campaign.ts'
import type { Change } from './microsoft-layouts.ts'
import type { App, Log, Person, Resource } from './microsoft-tenant.ts'

/** Times of diagnostic records have an offset; those of the Graph API end in Z. */
export const entraTime = (log: Log, at: number): string =>
  log.entra === 'polled' ? new Date(at).toISOString() : new Date(at).toISOString().replace('Z', '000+00:00')

export const envelope = (log: Log, at: number, more: RawRecord): RawRecord => ({
  time: new Date(at).toISOString().replace('Z', '0000Z'),
  resourceId: `/tenants/${log.tenant.id}/providers/Microsoft.aadiam`,
  operationVersion: '1.0',
  tenantId: log.tenant.id,
  durationMs: 0,
  ...more,
})

export interface Target {
  readonly id: string
  readonly displayName: string | null
  readonly type: 'ServicePrincipal' | 'Application' | 'User' | 'Role' | 'Group' | 'Device' | 'Policy' | 'Other'
  readonly userPrincipalName?: string
  readonly changes: readonly Change[]
  /** The values are lists in JSON already; they are not quoted again. */
  readonly raw?: boolean
}

export interface AuditEvent {
  readonly activity: string
  readonly category: string
  readonly by: Person | App
  /** The address of the actor; a consent screen shows one of Microsoft's. */
  readonly ip?: string
  readonly displayName?: string
  readonly targets: readonly Target[]
  readonly details?: Readonly<Record<string, string>>
  readonly correlation?: string
  readonly type?: string
  readonly service?: string
  /** What the service says about the result. */
  readonly reason?: string
}

const quoted = (value: string | undefined, raw: boolean): string | null =>
  value === undefined ? null : raw ? value : JSON.stringify(value)

/** A directory audit record. Returns its id. */
export const audit = (log: Log, at: number, event: AuditEvent): string => {
  const { random } = log
  const { by } = event
  const correlation = event.correlation ?? random.uuid()
  const id = `Directory_${correlation}_${random.uuid().slice(0, 5).toUpperCase()}_${random.digits(8)}`
  const ip = event.ip ?? by.ip
  const properties = {
    id,
    category: event.category,
    correlationId: correlation,
    result: 'success',
    resultReason: event.reason ?? '',
    activityDisplayName: event.activity,
    activityDateTime: entraTime(log, at),
    loggedByService: event.service ?? 'Core Directory',
    operationType: event.type ?? 'Update',
    userAgent: null,
    initiatedBy:
      'upn' in by
        ? {
            user: {
              id: by.oid,
              displayName: event.displayName ?? null,
              userPrincipalName: by.upn,
              ipAddress: ip,
              roles: [],
            },
            app: null,
          }
        : {
            user: null,
            app: { appId: null, displayName: by.name, servicePrincipalId: by.spId, servicePrincipalName: null },
          },
    targetResources: event.targets.map((target) => ({
      id: target.id,
      displayName: target.displayName,
      type: target.type,
      userPrincipalName: target.userPrincipalName ?? null,
      groupType: null,
      modifiedProperties: target.changes.map((change) => ({
        displayName: change.name,
        oldValue: quoted(change.before, target.raw ?? false),
        newValue: quoted(change.now, target.raw ?? false),
      })),
      administrativeUnits: [],
    })),
    additionalDetails: Object.entries(event.details ?? {}).map(([key, value]) => ({ key, value })),
  }
  if (log.entra === 'polled') return log.add(at, id, properties)
  return log.add(
    at,
    id,
    envelope(log, at, {
      operationName: event.activity,
      category: 'AuditLogs',
      resultSignature: 'None',
      ...('upn' in by ? { callerIpAddress: ip } : {}),
      correlationId: correlation,
      Level: 4,
      properties,
    }),
  )
}

export const principal = (app: App | Resource, changes: readonly Change[], raw = false): Target => ({
  id: app.spId,
  displayName: app.name,
  type: 'ServicePrincipal',
  changes,
  raw,
})

export const registration = (app: App, changes: readonly Change[], raw = true): Target => ({
  id: app.objectId,
  displayName: app.name,
  type: 'Application',
  changes,
  raw,
})

export const account = (person: Person, changes: readonly Change[] = [], raw = false): Target => ({
  id: person.oid,
  displayName: null,
  type: 'User',
  userPrincipalName: person.upn,
  changes,
  raw,
})
