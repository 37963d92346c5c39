// One directory operation as the readers of OAuth acts see it, whichever log source reported it.
import type { OauthGroup } from '../../../fields/document.ts'
import type { OauthAction } from '../../../fields/oauth.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { put } from '../../../lib/put.ts'
import type { Changes } from './changes.ts'
import { appIdOfNames, type Entity, prefixedId } from './entity.ts'
import { idOf } from './values.ts'

export interface DirectoryAct {
  /** In normal form. */
  readonly operation: string
  readonly tenant: string | undefined
  readonly correlation: string | undefined
  readonly record: string | undefined
  readonly failed: boolean
  readonly actor: Entity
  /** The actor in the record: an address, or any other text in its place. */
  readonly actorName: string | undefined
  readonly target: Entity
  /** The role that a record of Privileged Identity Management names in addition to the target. */
  readonly role?: { readonly id?: string; readonly name?: string }
  readonly changes: Changes
  /** Text of the object acted on: an id, an address or a list of service principal names. */
  readonly object: string | undefined
  readonly details: JsonObject
  /** Tags for the document: what a reader found wanting in the record. */
  readonly tags: Set<'truncated'>
}

/** Reads what a record holds about one operation into the group. Returns what distinguishes the act from its siblings. */
export interface ActReader {
  (act: DirectoryAct, oauth: OauthGroup): readonly string[]
  /** The values of `oauth.action` that it writes. */
  readonly acts: readonly OauthAction[]
}

export function reader(
  acts: readonly OauthAction[],
  read: (act: DirectoryAct, oauth: OauthGroup) => readonly string[],
): ActReader {
  return Object.assign(read, { acts })
}

/** The application that the target is. */
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
    // Records on keys have it here alone. Of a grant it is that of the resource, which is no target app.
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
  const read = (member: string) => changes.after(`${prefix}.${member}`) ?? changes.before(`${prefix}.${member}`)
  const app: NonNullable<OauthGroup['app']> = {}
  put(app, 'id', idOf(read('AppId')))
  put(app, 'name', read('DisplayName'))
  put(app, prefix === 'Application' ? 'registration_id' : 'object_id', idOf(read('ObjectID')))
  if (prefix === 'Application') app.own_tenant = true
  oauth.app = app
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
