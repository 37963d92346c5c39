// An Entra ID Protection verdict on a user or a service principal: a detection (`UserRiskEvents`,
// `ServicePrincipalRiskEvents`), or the resulting state (`RiskyUsers`, `RiskyServicePrincipals`).
import type { OauthGroup } from '../../../fields/document.ts'
import { isObject } from '../../../kernel/json.ts'
import { table } from '../../../kernel/table.ts'
import { cleanMembers } from '../../../lib/clean.ts'
import { setOauth, setService } from '../../../lib/oauth/document.ts'
import { put } from '../../../lib/put.ts'
import { snakeCase } from '../../../lib/snake-case.ts'
import type { Draft } from '../../../lib/step.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { idOf, textOf } from '../../microsoft/readers/values.ts'
import { blockOf, membersOf, readDuration, readEnvelope, readRelated, readSource, toAzureInstant } from './envelope.ts'
import { principalKind } from './principal-kind.ts'
import { riskShape, shaper } from './shapes.ts'
import { readPlace } from './sign-in-members.ts'
import { snakeBlock } from './snake-block.ts'

/** Detections have a type. Risk states do not. */
const isDetection = ({ record }: Draft): boolean => textOf(record.riskEventType) !== undefined

/** Sets the time of the envelope, like Elastic: up to days after the activity. Graph records have no envelope. */
export function readRiskTime({ record, context, document }: Draft): void {
  const { lastUpdatedDateTime, riskLastUpdatedDateTime, detectedDateTime, activityDateTime } = record
  for (const value of [
    context?.time,
    lastUpdatedDateTime,
    riskLastUpdatedDateTime,
    detectedDateTime,
    activityDateTime,
  ]) {
    const time = toAzureInstant(value)
    if (time === undefined) continue
    document['@timestamp'] = time
    return
  }
}

const kept = ['category', 'operationName', 'operationVersion', 'resultSignature'] as const
const toProperties = snakeBlock({
  moved: [],
  renames: {
    activity_date_time: 'activity_datetime',
    detected_date_time: 'detected_datetime',
    last_updated_date_time: 'last_updated_datetime',
    risk_last_updated_date_time: 'risk_last_updated_datetime',
  },
})
const flattened = ['additionalInfo', 'location'] as const
const keepShape = shaper(riskShape)

/** The operations of the diagnostic log, for a record that was polled. */
const operations: Readonly<Record<string, string>> = table({
  UserRiskEvents: 'User Risk Detection',
  RiskyUsers: 'Risky user',
  ServicePrincipalRiskEvents: 'Service principal risk detection',
  RiskyServicePrincipals: 'Risky Service Principal',
})

export function shapeRisk({ record, context = {}, document, vendor }: Draft): void {
  const shaped = blockOf(context, kept)
  const operation = textOf(shaped.operation_name) ?? operations[textOf(shaped.category) ?? '']
  if (operation !== undefined) {
    shaped.operation_name = operation
    document.event.action = operation
  }
  const properties = toProperties(record)
  // Elastic's integration indexes these two members as flattened, with Microsoft's member names.
  for (const name of flattened) {
    const value = record[name]
    if (isObject(value) || Array.isArray(value)) properties[snakeCase(name)] = JSON.parse(JSON.stringify(value))
  }
  keepShape(properties)
  cleanMembers(properties)
  shaped.properties = properties
  vendor.identityprotection = shaped
}

/** The scores at which Kibana's severities begin. */
const severities: Readonly<Record<string, number>> = table({ low: 21, medium: 47, high: 73 })

function readUser({ record, document }: Draft): void {
  const name = textOf(record.userPrincipalName)
  const isUser = name !== undefined || textOf(record.userId) !== undefined
  if (!isUser) return
  const user: NonNullable<typeof document.user> = { ...document.user }
  // The ID of a risky-user record is the user ID.
  put(user, 'id', textOf(record.userId) ?? textOf(record.id))
  put(user, 'name', name)
  put(user, 'full_name', textOf(record.userDisplayName))
  if (name?.includes('@')) user.email = name
  put(user, 'domain', splitUserName(name)?.domain)
  document.user = user
}

export function readRiskEvent(draft: Draft): void {
  const { record, context, document } = draft
  readEnvelope(draft)
  readDuration(draft)
  readSource(draft, textOf(record.ipAddress) ?? textOf(context?.callerIpAddress))
  readPlace(membersOf(record.location), undefined, draft)
  document.event.kind = isDetection(draft) ? 'alert' : 'state'
  document.event.category = isDetection(draft) ? ['intrusion_detection'] : ['iam']
  document.event.type = ['info']
  put(document.event, 'severity', severities[textOf(record.riskLevel)?.toLowerCase() ?? ''])
  put(document.event, 'start', toAzureInstant(record.activityDateTime))
  const detail = textOf(record.riskDetail)
  if (detail !== undefined && detail !== 'none') document.event.reason = detail
  readUser(draft)
}

/** This is not an act, because nothing was done to the application. `oauth.action` stays absent. */
export function readRiskOauth(draft: Draft): void {
  const { record, document } = draft
  const principal = idOf(record.servicePrincipalId) ?? (document.user === undefined ? idOf(record.id) : undefined)
  if (principal === undefined) return
  const app: NonNullable<OauthGroup['app']> = { object_id: principal }
  put(app, 'id', idOf(record.appId))
  put(app, 'name', textOf(record.servicePrincipalDisplayName) ?? textOf(record.displayName))
  put(app, 'kind', principalKind(record.servicePrincipalType))
  if (typeof record.isEnabled === 'boolean') app.status = record.isEnabled ? 'enabled' : 'disabled'
  const oauth: OauthGroup = { app }
  // The ID of the leaked credential.
  const keys = (Array.isArray(record.keyIds) ? record.keyIds : []).flatMap((key) => idOf(key) ?? [])
  const [id, ...others] = keys
  if (id !== undefined) oauth.credential = others.length === 0 ? { id } : { ids: keys }
  setService(document, app)
  setOauth(document, oauth)
}

export function relateRisk(draft: Draft): void {
  const { appId, id, servicePrincipalId, userId } = draft.record
  const state = isDetection(draft) ? undefined : textOf(id)
  readRelated(draft, [textOf(appId), textOf(servicePrincipalId), textOf(userId), state])
}
