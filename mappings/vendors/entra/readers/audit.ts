// Actor, action and target of a directory audit, in ECS.
import { put } from '../../../lib/put.ts'
import type { Draft } from '../../../lib/step.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { directoryOperations } from '../../microsoft/operations.ts'
import { normalOperation } from '../../microsoft/readers/operation.ts'
import { objectsOf, textOf } from '../../microsoft/readers/values.ts'
import { detailsOf } from './audit-act.ts'
import { membersOf, putTime, readDuration, readEnvelope, readRelated, readSource } from './envelope.ts'

const configurationCategories: ReadonlySet<string> = new Set(['policy', 'conditionalaccess'])

export function readAuditTime(draft: Draft): void {
  putTime(draft, draft.record.activityDateTime)
}

export function categorizeAudit({ record, context, document, missed }: Draft): void {
  const { event } = document
  const operation = normalOperation(textOf(record.activityDisplayName) ?? textOf(context?.operationName) ?? '')
  const known = directoryOperations.get(operation)?.class
  if (known === undefined) missed('event.category', operation)
  const category = textOf(record.category)?.toLowerCase().replaceAll(' ', '') ?? ''
  event.category = [...(known?.category ?? [configurationCategories.has(category) ? 'configuration' : 'iam'])]
  event.type = [...(known?.type ?? ['info'])]
}

function readUser({ record, document }: Draft): void {
  const user = membersOf(membersOf(record.initiatedBy).user)
  const shaped: NonNullable<typeof document.user> = { ...document.user }
  const name = textOf(user.userPrincipalName)
  const fullName = textOf(user.displayName)
  put(shaped, 'id', textOf(user.id))
  put(shaped, 'name', name)
  // The consent screen writes its own name, Azure ESTS Service, as the user's name. Elastic's integration keeps it.
  put(shaped, 'full_name', fullName)
  const split = splitUserName(name)
  if (name !== undefined && split !== undefined) {
    shaped.email = name
    shaped.domain = split.domain
  }
  if (Object.keys(shaped).length > 0) document.user = shaped
}

/** Sets the acting application, whose object ID each log contains. An act on a specific application replaces it. */
function readInitiatingApp({ record, document }: Draft): void {
  const app = membersOf(membersOf(record.initiatedBy).app)
  const id = textOf(app.servicePrincipalId) ?? textOf(app.appId)
  const name = textOf(app.displayName)
  if (id === undefined && name === undefined) return
  document.service = { ...(id !== undefined && { id }), ...(name !== undefined && { name }) }
}

function readTargets({ record, document }: Draft): void {
  const targets = objectsOf(record.targetResources)
  const user = targets.find(({ type }) => type === 'User')
  const group = targets.find(({ type }) => type === 'Group')
  if (user !== undefined) {
    const name = textOf(user.userPrincipalName)
    const split = splitUserName(name)
    const target: NonNullable<NonNullable<typeof document.user>['target']> = {}
    put(target, 'id', textOf(user.id))
    put(target, 'name', name)
    put(target, 'full_name', textOf(user.displayName))
    if (name !== undefined && split !== undefined) {
      target.email = name
      target.domain = split.domain
    }
    if (Object.keys(target).length > 0) document.user = { ...document.user, target }
  }
  if (group === undefined) return
  const shaped: NonNullable<typeof document.group> = {}
  put(shaped, 'id', textOf(group.id))
  put(shaped, 'name', textOf(group.displayName))
  if (Object.keys(shaped).length > 0) document.group = shaped
}

export function readAuditEvent(draft: Draft): void {
  const { record, context, document } = draft
  readEnvelope(draft)
  readDuration(draft)
  const user = membersOf(membersOf(record.initiatedBy).user)
  readSource(draft, textOf(context?.callerIpAddress) ?? textOf(user.ipAddress))
  readUser(draft)
  readInitiatingApp(draft)
  readTargets(draft)
  const agent = textOf(record.userAgent) ?? textOf(detailsOf(record)['User-Agent'])
  if (agent !== undefined) document.user_agent = { original: agent }
}

export function relateAudit(draft: Draft): void {
  const { record } = draft
  const initiator = membersOf(record.initiatedBy)
  const targets = objectsOf(record.targetResources).map(({ id }) => textOf(id))
  const user = textOf(membersOf(initiator.user).id)
  readRelated(draft, [user, textOf(membersOf(initiator.app).servicePrincipalId), ...targets])
}
