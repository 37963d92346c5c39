// Acts on applications and grants in directory records (record type 8), into the `oauth` group.
import type { EcsDocument, OauthGroup } from '../../../fields/document.ts'
import { namedValue } from '../../name-values.ts'
import { actId } from '../../oauth/act.ts'
import { put } from '../../put.ts'
import type { AuditDraft } from './audit-record.ts'
import { type DirectoryAct, readDirectoryAct } from './directory-act.ts'
import { directoryOperations } from './directory-operations.ts'
import { idOf, operationOf, recordType } from './record.ts'

/** The application that acted: a service principal as actor. */
function readActorApp({ actor }: DirectoryAct, statedAppId: string | undefined, oauth: OauthGroup): void {
  if (actor.kind !== 'ServicePrincipal') return
  const app: NonNullable<OauthGroup['actor_app']> = {}
  const id = actor.appId ?? statedAppId
  put(app, 'id', id)
  put(app, 'name', actor.name)
  const own = oauth.app
  if (own !== undefined) {
    app.self = (actor.objectId !== undefined && actor.objectId === own.object_id) || (id !== undefined && id === own.id)
  }
  oauth.actor_app = app
}

/** The application as service, so that rules on the alert index can group by it. */
export function setService(document: EcsDocument, app: OauthGroup['app']): void {
  const id = app?.id ?? app?.object_id ?? app?.registration_id
  const name = app?.name
  if (id === undefined && name === undefined) return
  document.service = { ...document.service, ...(id !== undefined && { id }), ...(name !== undefined && { name }) }
}

/** Sets the group without the members that stayed empty. */
export function setOauth(document: EcsDocument, oauth: OauthGroup): void {
  const groups = oauth as Record<string, unknown>
  for (const name of Object.keys(groups)) {
    const group = groups[name]
    if (typeof group === 'object' && group !== null && Object.keys(group).length === 0) delete groups[name]
  }
  if (Object.keys(groups).length > 0) document.oauth = oauth
}

/** Reads an act into a group with its identity; nothing when the operation is none of ours. */
export function readOauthAct(act: DirectoryAct, statedAppId: string | undefined): OauthGroup | undefined {
  const read = directoryOperations.get(act.operation)
  if (read === undefined) return undefined
  const oauth: OauthGroup = {}
  const discriminator = read(act, oauth)
  if (oauth.action !== undefined) {
    readActorApp(act, statedAppId, oauth)
    const { app } = oauth
    oauth.act = {
      id: actId({
        vendor: 'microsoft',
        tenant: act.tenant,
        correlation: act.correlation ?? act.record,
        action: oauth.action,
        app: app?.object_id ?? app?.registration_id ?? app?.id,
        target: act.target.objectId,
        discriminator,
      }),
    }
    put(oauth.act, 'bundle', act.correlation)
  }
  return oauth
}

export function readDirectoryOauth({ record, document }: AuditDraft): void {
  if (recordType(record) !== 8 || !directoryOperations.has(operationOf(record))) return
  const act = readDirectoryAct(record, document.event.outcome === 'failure')
  const oauth = readOauthAct(act, idOf(namedValue(record.ExtendedProperties, 'actorAppID')))
  if (oauth === undefined) return
  if (act.tags.size > 0) document.tags = [...new Set([...(document.tags ?? []), ...act.tags])]
  setService(document, oauth.app)
  setOauth(document, oauth)
}
