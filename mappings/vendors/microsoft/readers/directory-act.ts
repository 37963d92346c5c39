// One directory operation in a common form for the readers of OAuth acts, independent of the log source.
import type { OauthGroup } from '../../../fields/document.ts'
import type { OauthAction } from '../../../fields/oauth.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { put } from '../../../lib/put.ts'
import type { Changes } from './changes.ts'
import { appIdOfNames, type Entity, prefixedId } from './entity.ts'
import { idOf } from './values.ts'

export interface DirectoryAct {
  /** The operation in normal form. */
  readonly operation: string
  readonly tenant: string | undefined
  readonly correlation: string | undefined
  readonly record: string | undefined
  readonly failed: boolean
  readonly actor: Entity
  /** The actor in the record: an address, or any other text in its place. */
  readonly actorName: string | undefined
  /** The tenant of the actor, if the record contains it. */
  readonly actorTenant: string | undefined
  readonly target: Entity
  /** The role in a Privileged Identity Management record, in addition to the target, or the group that gains a member. */
  readonly role?: { readonly id?: string; readonly name?: string; readonly group?: string }
  readonly changes: Changes
  /** Text of the target object: an ID, an address or a list of service principal names. */
  readonly object: string | undefined
  readonly details: JsonObject
  /** Tags for the document about deficiencies of the record. */
  readonly tags: Set<'truncated'>
}

/** Reads the record of one operation into the group. Returns the discriminator of the act. */
export interface ActReader {
  (act: DirectoryAct, oauth: OauthGroup): readonly string[]
  /** The values of `oauth.action` that the reader writes. */
  readonly acts: readonly OauthAction[]
}

export function reader(
  acts: readonly OauthAction[],
  read: (act: DirectoryAct, oauth: OauthGroup) => readonly string[],
): ActReader {
  return Object.assign(read, { acts })
}

export function readTargetApp(
  { target, changes, object, details }: DirectoryAct,
  oauth: OauthGroup,
): NonNullable<OauthGroup['app']> {
  const app: NonNullable<OauthGroup['app']> = {}
  const isRegistration = target.kind === 'Application'
  const objectId = target.objectId ?? prefixedId(object)
  const appId =
    target.appId ??
    idOf(changes.afterText('AppPrincipalId')) ??
    idOf(changes.afterText('AppId')) ??
    appIdOfNames(changes.after('TargetId.ServicePrincipalNames')) ??
    (isRegistration ? undefined : appIdOfNames(object)) ??
    // Records about keys have the app ID only here. For a grant, it is the resource's app ID, not the target app's.
    idOf(details.AppId)
  put(app, 'id', appId)
  put(app, 'name', target.name ?? changes.afterText('DisplayName'))
  put(app, isRegistration ? 'registration_id' : 'object_id', objectId)
  // A registration exists in its home tenant only.
  if (isRegistration) app.own_tenant = true
  oauth.app = app
  return app
}

/** The application that properties name: `ServicePrincipal.ObjectID`, `Application.AppId`. */
export function readNamedApp(
  { changes }: DirectoryAct,
  prefix: 'ServicePrincipal' | 'Application',
  oauth: OauthGroup,
): void {
  const read = (member: string) => changes.either(`${prefix}.${member}`)
  const app: NonNullable<OauthGroup['app']> = {}
  put(app, 'id', idOf(read('AppId')))
  put(app, 'name', read('DisplayName'))
  put(app, prefix === 'Application' ? 'registration_id' : 'object_id', idOf(read('ObjectID')))
  if (prefix === 'Application') app.own_tenant = true
  oauth.app = app
}

/** The name of an administrator of a partner: the object ID without hyphens, in the partner's tenant. */
const partnerName = /^user_[0-9a-f]{32}(?:@|$)/i

/** Whether a person of another tenant acted. Such a person has a name of this form, or the record contains their tenant. */
export function isOfOtherTenant({ actor, actorName, actorTenant, tenant }: DirectoryAct): boolean {
  if (actor.kind !== undefined && actor.kind !== 'User') return false
  const names = [actorName, actor.upn].filter((name) => name !== undefined)
  if (names.some((name) => name.toLowerCase().includes('#ext#') || partnerName.test(name))) return true
  return actor.kind === 'User' && actorTenant !== undefined && tenant !== undefined && actorTenant !== tenant
}

export function toAccount(id: string | undefined, name: string | undefined): NonNullable<OauthGroup['account']> {
  const account: NonNullable<OauthGroup['account']> = {}
  put(account, 'id', id)
  const address = name?.includes('@') ? name.toLowerCase() : undefined
  put(account, 'name', address)
  if (address !== undefined) account.kind = address.includes('#ext#') ? 'guest' : 'member'
  return account
}

/** The account that acted; undefined when an application did. */
export function actorAccount({ actor, actorName }: DirectoryAct): NonNullable<OauthGroup['account']> | undefined {
  if (actor.kind !== undefined && actor.kind !== 'User') return undefined
  const name = actorName?.includes('@') ? actorName : actor.upn
  const account = toAccount(actor.kind === 'User' ? actor.objectId : undefined, name)
  return account.id === undefined && account.name === undefined ? undefined : account
}
