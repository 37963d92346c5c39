// Acts on applications and grants in directory records (record type 8).
import { isObject } from '../../../kernel/json.ts'
import { setOauth, setService } from '../../../lib/oauth/document.ts'
import { checkGrant } from '../../../lib/oauth/unread.ts'
import { makesCredential } from '../../../lib/operation.ts'
import { directoryOperations } from '../../microsoft/operations.ts'
import { Changes } from '../../microsoft/readers/changes.ts'
import type { DirectoryAct } from '../../microsoft/readers/directory-act.ts'
import { readOauthAct, reportUnknownAct } from '../../microsoft/readers/directory-oauth.ts'
import { readEntity } from '../../microsoft/readers/entity.ts'
import { namedValue } from '../../microsoft/readers/name-values.ts'
import { changesSecondFactor } from '../../microsoft/readers/second-factors.ts'
import { idOf, parseJson, textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft, AuditRecord } from './audit-record.ts'
import { operationOf, recordType } from './record.ts'
import { recordTypeNames } from './record-types.ts'

/** A unified audit log record of type 8. */
function readDirectoryAct({ record, vendor }: AuditDraft, failed: boolean): DirectoryAct {
  const detailsText = textOf(namedValue(record.ExtendedProperties, 'additionalDetails'))
  const details = detailsText === undefined ? undefined : parseJson(detailsText)
  return {
    operation: operationOf(record),
    tenant: idOf(record.OrganizationId),
    correlation: idOf(record.InterSystemsId),
    record: idOf(record.Id),
    failed,
    actor: readEntity(record.Actor),
    actorName: textOf(record.UserId),
    actorTenant: idOf(vendor.ActorContextId),
    target: readEntity(record.Target),
    changes: new Changes(record.ModifiedProperties),
    object: textOf(record.ObjectId),
    details: isObject(details) ? details : {},
    tags: new Set(),
  }
}

/** Sets the acting application as the service if the act is not about another application, as in Entra's own log. */
function readActingApp({ record, document }: AuditDraft): void {
  const { kind, objectId, appId, name } = readEntity(record.Actor)
  const id = objectId ?? appId
  if (kind === 'ServicePrincipal') setService(document, { ...(id && { id }), ...(name && { name }) })
}

/** A record type that Microsoft adds later may also contain directory operations. */
function isOfDirectory(record: AuditRecord): boolean {
  const type = recordType(record)
  if (type === 8) return true
  const isListed = type !== undefined && recordTypeNames[type] !== undefined
  return !isListed && textOf(record.Workload)?.toLowerCase() === 'azureactivedirectory'
}

/**
 * A person who changes an MFA method in the unified audit log: the record names a service of Microsoft as the actor, which acts for
 * the owner of the account. An administrator is the actor of a change to another account.
 */
function readSecondFactor({ record, document }: AuditDraft): void {
  if (operationOf(record) !== 'update user' || document.event.outcome === 'failure') return
  const actor = readEntity(record.Actor)
  const target = readEntity(record.Target)
  if (actor.kind !== 'ServicePrincipal' && (actor.objectId === undefined || actor.objectId !== target.objectId)) return
  if (!changesSecondFactor(new Changes(record.ModifiedProperties))) return
  document.saas = { ...document.saas, factor_changed: true }
  const { email, name, domain } = document.user?.target ?? {}
  if (actor.kind === 'ServicePrincipal' && email !== undefined)
    document.user = { ...document.user, email, ...(name && { name }), ...(domain && { domain }) }
}

export function readDirectoryOauth(draft: AuditDraft): void {
  const { record, document } = draft
  if (!isOfDirectory(record)) return
  readSecondFactor(draft)
  const operation = directoryOperations.get(operationOf(record))
  if (operation?.read === undefined) {
    readActingApp(draft)
    if (operation === undefined) reportUnknownAct(readDirectoryAct(draft, false), draft)
    if (!makesCredential(operation?.account)) return
  }
  const act = readDirectoryAct(draft, document.event.outcome === 'failure')
  const oauth = readOauthAct(act, idOf(namedValue(record.ExtendedProperties, 'actorAppID')))
  if (oauth === undefined) return
  if (act.tags.size > 0) document.tags = [...new Set([...(document.tags ?? []), ...act.tags])]
  setService(document, oauth.app)
  setOauth(document, oauth)
  checkGrant(draft, oauth)
}
