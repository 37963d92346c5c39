// Converts a directory audit for the readers of OAuth acts. The same act in the unified audit log gives the same group
// and the same act ID, if both log sources contain the parts of the ID.
import type { OauthGroup } from '../../../fields/document.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { setOauth, setService } from '../../../lib/oauth/document.ts'
import { checkGrant } from '../../../lib/oauth/unread.ts'
import { put } from '../../../lib/put.ts'
import type { Draft } from '../../../lib/step.ts'
import { Changes } from '../../microsoft/readers/changes.ts'
import type { DirectoryAct } from '../../microsoft/readers/directory-act.ts'
import { readOauthAct, reportUnknownAct } from '../../microsoft/readers/directory-oauth.ts'
import { appIdOfNames, type Entity } from '../../microsoft/readers/entity.ts'
import { changeNames } from '../../microsoft/readers/name-values.ts'
import { normalOperation } from '../../microsoft/readers/operation.ts'
import { idOf, objectsOf, textOf } from '../../microsoft/readers/values.ts'
import { membersOf, tenantOf } from './envelope.ts'
import { isAgent } from './principal-kind.ts'

const columns = changeNames.graph

/** Returns the values of the `{key, value}` list by key. For duplicate keys, the first value counts. */
export function detailsOf(record: JsonObject): JsonObject {
  const details: JsonObject = {}
  for (const { key, value } of objectsOf(record.additionalDetails)) {
    const name = textOf(key)
    if (name === undefined || name === '__proto__' || value === undefined) continue
    if (!Object.hasOwn(details, name)) details[name] = value
  }
  return details
}

function readActor(record: JsonObject): Entity {
  const initiator = membersOf(record.initiatedBy)
  const user = membersOf(initiator.user)
  const app = membersOf(initiator.app)
  const actor: Entity = {}
  const userId = idOf(user.id)
  const upn = textOf(user.userPrincipalName)
  if (userId !== undefined || upn !== undefined) {
    actor.kind = 'User'
    put(actor, 'objectId', userId)
    put(actor, 'upn', upn)
    return actor
  }
  const objectId = idOf(app.servicePrincipalId)
  const appId = idOf(app.appId)
  const name = textOf(app.displayName)
  if (objectId === undefined && appId === undefined && name === undefined) return actor
  actor.kind = 'ServicePrincipal'
  put(actor, 'objectId', objectId)
  put(actor, 'appId', appId)
  put(actor, 'name', name)
  return actor
}

/** A target has no member with the app ID. A changed property or the additional details contain it. */
function readTarget(target: JsonObject, changes: Changes, details: JsonObject): Entity {
  const entity: Entity = {}
  put(entity, 'kind', textOf(target.type))
  put(entity, 'objectId', idOf(target.id))
  put(entity, 'name', textOf(target.displayName))
  put(entity, 'upn', textOf(target.userPrincipalName))
  if (entity.kind === 'ServicePrincipal' || entity.kind === 'Application') {
    put(entity, 'appId', appIdOfNames(changes.after('TargetId.ServicePrincipalNames')) ?? idOf(details.AppId))
  }
  return entity
}

const consents: ReadonlySet<string> = new Set(['consent to application', 'restore consent'])
/** The types of principals that can have a role. */
const principals: ReadonlySet<unknown> = new Set(['User', 'ServicePrincipal', 'Group'])

const exceptionProperty = 'MethodExecutionResult.'

/** The roles that Privileged Identity Management assigns in a group. */
const groupRoles: ReadonlySet<unknown> = new Set(['Member', 'Owner'])

/** Privileged Identity Management logs the role as a separate target, with the role template ID as a property. */
function readRoleTarget(target: JsonObject, group: string | undefined): NonNullable<DirectoryAct['role']> {
  if (group !== undefined) return { group }
  const properties = new Changes(target.modifiedProperties, columns)
  const role: { id?: string; name?: string } = {}
  put(
    role,
    'id',
    idOf(properties.after('TemplateId')) ?? idOf(properties.after('RoleDefinitionOriginId')) ?? idOf(target.id),
  )
  put(role, 'name', textOf(target.displayName))
  return role
}

/** The target with changed properties is the target in the unified audit log. Its properties name the others. */
function readAuditAct(draft: Draft): DirectoryAct {
  const { record, document } = draft
  const user = membersOf(membersOf(record.initiatedBy).user)
  const operation = normalOperation(textOf(record.activityDisplayName) ?? textOf(draft.context?.operationName) ?? '')
  const failed = document.event.outcome === 'failure'
  const targets = objectsOf(record.targetResources)
  const roleTarget = targets.find(({ type }) => type === 'Role')
  // In a group, the role is that of a member: the group is not a member.
  const group = groupRoles.has(roleTarget?.displayName) ? targets.find(({ type }) => type === 'Group') : undefined
  const others = targets.filter((one) => one !== roleTarget && one !== group)
  const target =
    others.find((one) => objectsOf(one.modifiedProperties).length > 0) ??
    (roleTarget === undefined ? targets[0] : others.find(({ type }) => principals.has(type))) ??
    targets[0] ??
    {}
  const properties = [...objectsOf(target.modifiedProperties)]
  // For a failed consent, the readers expect the reason in the changed properties.
  if (failed && consents.has(operation) && !properties.some((one) => one.displayName === exceptionProperty)) {
    const reason = textOf(record.resultReason)
    if (reason !== undefined) properties.push({ displayName: exceptionProperty, newValue: reason })
  }
  const changes = new Changes(properties, columns)
  const details = detailsOf(record)
  return {
    operation,
    tenant: tenantOf(draft),
    correlation: idOf(record.correlationId) ?? idOf(draft.context?.correlationId),
    record: idOf(record.id),
    failed,
    actor: readActor(record),
    actorName: textOf(user.userPrincipalName),
    actorTenant: idOf(user.homeTenantId),
    target: readTarget(target, changes, details),
    ...(roleTarget !== undefined && { role: readRoleTarget(roleTarget, idOf(group?.id)) }),
    changes,
    object: undefined,
    details,
    tags: new Set(),
  }
}

export function readAuditOauth(draft: Draft): void {
  const act = readAuditAct(draft)
  reportUnknownAct(act, draft)
  const oauth = readOauthAct(act, undefined)
  if (oauth === undefined) return
  const { document } = draft
  if (act.tags.size > 0) document.tags = [...new Set([...(document.tags ?? []), ...act.tags])]
  completeApp(draft.record, oauth)
  checkGrant(draft, oauth)
  setService(document, oauth.app)
  setOauth(document, oauth)
}

/** The target for the application contains its name, and states whether it is an agent or an agent blueprint. */
function completeApp(record: JsonObject, { app }: OauthGroup): void {
  const ids = [app?.object_id, app?.registration_id]
  const target = objectsOf(record.targetResources).find(({ id }) => ids.includes(idOf(id)))
  if (app === undefined || target === undefined) return
  if (app.name === undefined) put(app, 'name', textOf(target.displayName))
  if (app.kind === undefined && isAgent(target.agentType)) app.kind = 'agent'
}
