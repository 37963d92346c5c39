// Directory records of a Microsoft 365 tenant as in the unified audit log, and Entra audit records in their envelope.
import { type App, graphId, type Person, type Tenant } from './quiet-microsoft.ts'
import { type Place, type Scene, toSecond, toTick } from './quiet-scene.ts'

export interface Identity {
  readonly ID: string
  readonly Type: number
}
type Change = readonly [name: string, value: string, old?: string]

const kind = (name: string, oid: string): Identity[] => [
  { ID: `${name}_${oid}`, Type: 2 },
  { ID: oid, Type: 2 },
  { ID: name, Type: 2 },
]
export const userTarget = (who: Person): Identity[] => [
  ...kind('User', who.oid),
  { ID: who.upn, Type: 5 },
  { ID: who.puid, Type: 3 },
]
export const principalTarget = (app: App): Identity[] => [
  ...kind('ServicePrincipal', app.principal),
  { ID: app.name, Type: 1 },
  { ID: app.appId, Type: 2 },
  { ID: app.appId, Type: 4 },
]
export const applicationTarget = (app: App, oid: string): Identity[] => [
  ...kind('Application', oid),
  { ID: app.name, Type: 1 },
  { ID: app.appId, Type: 2 },
]
export const graphTarget = (tenant: Tenant): Identity[] => [
  ...kind('ServicePrincipal', tenant.graph),
  { ID: 'Microsoft Graph', Type: 1 },
  { ID: graphId, Type: 2 },
  { ID: `https://graph.microsoft.com/;${graphId}`, Type: 4 },
]

export interface Entry {
  readonly operation: string
  readonly actor: Person | App
  readonly category: string
  readonly object: string
  readonly target: readonly Identity[]
  readonly changes?: readonly Change[]
  readonly details?: Readonly<Record<string, string>>
  readonly correlation?: string
  readonly actorTenant?: string
}

const isApp = (actor: Person | App): actor is App => 'principal' in actor

export const directory = (scene: Scene, tenant: Tenant, time: number, entry: Entry): string => {
  const { actor } = entry
  const id = scene.random.uuid()
  return scene.put(time, id, {
    CreationTime: toSecond(time),
    Id: id,
    Operation: entry.operation,
    OrganizationId: tenant.id,
    RecordType: 8,
    ResultStatus: 'Success',
    UserKey: isApp(actor) ? 'Not Available' : `${actor.puid}@${tenant.initial}`,
    UserType: isApp(actor) ? 4 : 0,
    Version: 1,
    Workload: 'AzureActiveDirectory',
    ObjectId: entry.object,
    UserId: isApp(actor) ? `ServicePrincipal_${actor.principal}` : actor.upn,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [
      { Name: 'additionalDetails', Value: JSON.stringify(entry.details ?? {}) },
      { Name: 'extendedAuditEventCategory', Value: entry.category },
    ],
    ModifiedProperties: (entry.changes ?? []).map(([Name, NewValue, OldValue]) => ({
      Name,
      NewValue,
      OldValue: OldValue ?? '',
    })),
    Actor: isApp(actor)
      ? [{ ID: actor.name, Type: 1 }, { ID: actor.appId, Type: 2 }, ...kind('ServicePrincipal', actor.principal)]
      : [{ ID: actor.upn, Type: 5 }, { ID: actor.puid, Type: 3 }, ...kind('User', actor.oid)],
    ActorContextId: entry.actorTenant ?? tenant.id,
    InterSystemsId: entry.correlation ?? scene.random.uuid(),
    IntraSystemId: scene.random.uuid(),
    SupportTicketId: '',
    Target: entry.target,
    TargetContextId: tenant.id,
  })
}

export interface Audit {
  readonly activity: string
  readonly category: string
  readonly service: string
  readonly operationType: string
  readonly actor: Person | App
  readonly where?: Place
  readonly targets: readonly Readonly<Record<string, unknown>>[]
  readonly details?: readonly { readonly key: string; readonly value: string }[]
  readonly reason?: string
}

/** An Entra audit record, for activities that the unified audit log lacks or has without detail. */
export const audit = (scene: Scene, t: Tenant, time: number, a: Audit): string => {
  const correlation = scene.random.uuid()
  const id = `${a.service === 'Core Directory' ? 'Directory' : a.service.replaceAll(' ', '')}_${correlation}_${scene.random.uuid().slice(0, 5).toUpperCase()}_${scene.random.digits(8)}`
  const address = a.where?.address ?? ''
  return scene.put(time, id, {
    time: `${toTick(time)}Z`,
    resourceId: `/tenants/${t.id}/providers/Microsoft.aadiam`,
    operationName: a.activity,
    operationVersion: '1.0',
    category: 'AuditLogs',
    tenantId: t.id,
    resultSignature: 'None',
    durationMs: 0,
    callerIpAddress: address,
    correlationId: correlation,
    identity: isApp(a.actor) ? a.actor.name : a.actor.upn,
    Level: 4,
    properties: {
      id,
      category: a.category,
      correlationId: correlation,
      result: 'success',
      resultReason: a.reason ?? '',
      activityDisplayName: a.activity,
      activityDateTime: `${toTick(time)}+00:00`,
      loggedByService: a.service,
      operationType: a.operationType,
      userAgent: null,
      initiatedBy: isApp(a.actor)
        ? {
            app: {
              appId: null,
              displayName: a.actor.name,
              servicePrincipalId: a.actor.principal,
              servicePrincipalName: null,
            },
          }
        : {
            user: { id: a.actor.oid, displayName: null, userPrincipalName: a.actor.upn, ipAddress: address, roles: [] },
          },
      targetResources: a.targets,
      additionalDetails: a.details ?? [],
    },
  })
}
