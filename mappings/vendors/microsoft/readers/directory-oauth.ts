// Reads directory acts on applications and grants into the `oauth` group, with the act ID.
import type { OauthGroup } from '../../../fields/document.ts'
import { actId } from '../../../lib/oauth/act.ts'
import { reportUnread } from '../../../lib/oauth/unread.ts'
import { makesCredential } from '../../../lib/operation.ts'
import { put } from '../../../lib/put.ts'
import { excerptOf } from '../../../lib/refusal.ts'
import type { Draft } from '../../../lib/step.ts'
import { directoryOperations } from '../operations.ts'
import { type DirectoryAct, isOfOtherTenant } from './directory-act.ts'

function readActorApp({ actor }: DirectoryAct, statedAppId: string | undefined, oauth: OauthGroup): void {
  if (actor.kind !== 'ServicePrincipal') return
  const app: NonNullable<OauthGroup['actor_app']> = {}
  const id = actor.appId ?? statedAppId
  put(app, 'id', id)
  put(app, 'object_id', actor.objectId)
  put(app, 'name', actor.name)
  const own = oauth.app
  const pairs = [
    [actor.objectId, own?.object_id],
    [id, own?.id],
  ].filter(([one, other]) => one !== undefined && other !== undefined)
  // A record may name the actor by its service principal and the application by its registration: the entity store knows both.
  if (pairs.length > 0) app.self = pairs.some(([one, other]) => one === other)
  oauth.actor_app = app
}

/**
 * Reads a directory act into a group with its act ID. A change without an OAuth act has only the ID. Returns undefined if
 * no row reads the operation.
 */
export function readOauthAct(act: DirectoryAct, statedAppId: string | undefined): OauthGroup | undefined {
  const { read, account } = directoryOperations.get(act.operation) ?? {}
  const oauth: OauthGroup = {}
  if (read === undefined) {
    // An application that makes a credential for a person is evidence against the application.
    if (makesCredential(account)) readActorApp(act, statedAppId, oauth)
    if (oauth.actor_app === undefined) return undefined
  }
  const discriminator = read?.(act, oauth) ?? []
  const { action, app } = oauth
  if (action !== undefined || account?.role === 'granted' || account?.member === 'added')
    readActorApp(act, statedAppId, oauth)
  oauth.act = {
    id: actId({
      vendor: 'microsoft',
      tenant: act.tenant,
      correlation: act.correlation ?? act.record,
      action: action ?? act.operation,
      app: app?.object_id ?? app?.registration_id ?? app?.id,
      target: act.target.objectId,
      discriminator,
    }),
  }
  if (isOfOtherTenant(act)) oauth.act.other_tenant = true
  if (action !== undefined) put(oauth.act, 'bundle', act.correlation)
  return oauth
}

const permissionNames = /^(?:consentaction|delegatedpermissiongrant|approle)\./
const permissionOperation = /\bconsent to\b|\bdelegated permission grant\b|\bapp role assignment\b/

/** Reports an unknown operation if its name or its changed properties indicate an act that gives permissions. */
export function reportUnknownAct({ operation, changes }: DirectoryAct, draft: Pick<Draft, 'problem'>): void {
  if (directoryOperations.has(operation)) return
  if (!permissionOperation.test(operation) && !changes.names().some((name) => permissionNames.test(name))) return
  reportUnread(
    draft,
    operation === '' ? 'the record has no operation' : `the operation ${excerptOf(operation)} is not known`,
  )
}
