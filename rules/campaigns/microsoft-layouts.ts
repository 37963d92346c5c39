// Records of the unified audit log, directory part (record types 8 and 15), as the Management Activity API writes them.
import type { RawRecord } from './campaign.ts'
import type { App, Log, Person, Resource } from './microsoft-tenant.ts'

/** Time of a unified audit log record: UTC without a zone. */
export const stamp = (at: number): string => new Date(at).toISOString().slice(0, 19)

export interface Id {
  readonly ID: string
  readonly Type: number
}

const guidBytes = (guid: string): Buffer => {
  const hex = Buffer.from(guid.replaceAll('-', ''), 'hex')
  return Buffer.concat([
    hex.subarray(0, 4).reverse(),
    hex.subarray(4, 6).reverse(),
    hex.subarray(6, 8).reverse(),
    hex.subarray(8),
  ])
}

/** Id of a delegated permission grant: the object ids of client, resource and, for one user, of the user. */
export const grantId = (...ids: readonly string[]): string => Buffer.concat(ids.map(guidBytes)).toString('base64url')

export interface Grant {
  readonly client: App
  readonly resource: Resource
  readonly scopes: string
  /** The user; undefined for the whole tenant. */
  readonly user?: Person
}

/** Text of `ConsentAction.Permissions`. */
export const consentText = (grant: Grant): string => {
  const { client, resource, user } = grant
  const id = grantId(client.spId, resource.spId, ...(user ? [user.oid] : []))
  return (
    `[] => [[Id: ${id}, ClientId: ${client.spId}, PrincipalId: ${user?.oid ?? ''}, ResourceId: ${resource.spId}, ` +
    `ConsentType: ${user ? 'Principal' : 'AllPrincipals'}, Scope: ${user ? ' ' : ''}${grant.scopes}, ` +
    'CreatedDateTime: , LastModifiedDateTime ]]; '
  )
}

export const userActor = (person: Person): readonly Id[] => [
  { ID: person.upn, Type: 5 },
  { ID: person.puid, Type: 3 },
  { ID: '18ed3507-a475-4ccb-b669-d66bc9f2a36e', Type: 2 },
  { ID: `User_${person.oid}`, Type: 2 },
  { ID: person.oid, Type: 2 },
  { ID: 'User', Type: 2 },
]

export const appActor = (app: App): readonly Id[] => [
  { ID: app.name, Type: 1 },
  { ID: app.appId, Type: 2 },
  { ID: `ServicePrincipal_${app.spId}`, Type: 2 },
  { ID: app.spId, Type: 2 },
  { ID: 'ServicePrincipal', Type: 2 },
]

export const userTarget = (person: Person): readonly Id[] => [
  { ID: `User_${person.oid}`, Type: 2 },
  { ID: person.oid, Type: 2 },
  { ID: 'User', Type: 2 },
  { ID: person.upn, Type: 5 },
  { ID: person.puid, Type: 3 },
]

export const principalTarget = (app: App | Resource): readonly Id[] => [
  { ID: `ServicePrincipal_${app.spId}`, Type: 2 },
  { ID: app.spId, Type: 2 },
  { ID: 'ServicePrincipal', Type: 2 },
  { ID: app.name, Type: 1 },
  { ID: app.appId, Type: 2 },
  { ID: 'names' in app ? app.names : app.appId, Type: 4 },
]

export const applicationTarget = (app: App): readonly Id[] => [
  { ID: `Application_${app.objectId}`, Type: 2 },
  { ID: app.objectId, Type: 2 },
  { ID: 'Application', Type: 2 },
  { ID: app.name, Type: 1 },
  { ID: app.appId, Type: 2 },
]

export interface Change {
  readonly name: string
  readonly now: string
  readonly before?: string
}

export interface DirectoryEvent {
  readonly operation: string
  readonly by: Person | App
  readonly target: readonly Id[]
  readonly objectId: string
  readonly changes: readonly Change[]
  readonly category: 'Application' | 'ServicePrincipal' | 'User' | 'Role' | 'Policy' | 'Group'
  /** `additionalDetails` of the extended properties. */
  readonly details?: RawRecord
  readonly correlation?: string
  readonly status?: string
}

const isPerson = (by: Person | App): by is Person => 'upn' in by

/** A directory event (record type 8). Returns the id of the record. */
export const directory = (log: Log, at: number, event: DirectoryEvent): string => {
  const { random, tenant } = log
  const { by } = event
  const id = random.uuid()
  return log.add(at, id, {
    CreationTime: stamp(at),
    Id: id,
    Operation: event.operation,
    OrganizationId: tenant.id,
    RecordType: 8,
    ResultStatus: event.status ?? 'Success',
    UserKey: isPerson(by) ? `${by.puid}@${tenant.cloudDomain}` : 'Not Available',
    UserType: isPerson(by) ? 0 : 4,
    Version: 1,
    Workload: 'AzureActiveDirectory',
    ObjectId: event.objectId,
    UserId: isPerson(by) ? by.upn : `ServicePrincipal_${by.spId}`,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [
      { Name: 'additionalDetails', Value: JSON.stringify(event.details ?? {}) },
      { Name: 'extendedAuditEventCategory', Value: event.category },
    ],
    ModifiedProperties: event.changes.map((c) => ({ Name: c.name, NewValue: c.now, OldValue: c.before ?? '' })),
    Actor: isPerson(by) ? userActor(by) : appActor(by),
    ActorContextId: tenant.id,
    InterSystemsId: event.correlation ?? random.uuid(),
    IntraSystemId: random.uuid(),
    SupportTicketId: '',
    Target: event.target,
    TargetContextId: tenant.id,
  })
}

/** A value of a property as the log prints it: an indented list. */
export const listed = (value: unknown): string =>
  value === undefined ? '[]' : JSON.stringify([value], null, 2).replaceAll('\n', '\r\n')
