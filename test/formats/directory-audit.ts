// One directory operation in Entra's own log: converts the unified audit record of the act to its diagnostic record.
import type { Json, JsonObject } from '../../mappings/kernel/json.ts'
import { type Native, objects } from './form.ts'

interface Identity {
  readonly kind: string | undefined
  readonly objectId: string | undefined
  readonly name: string | undefined
  readonly upn: string | undefined
}

const kinds =
  /^(User|ServicePrincipal|Application|Role|Group|Policy|AuthorizationPolicy|Directory|Other)_([0-9a-f-]{36})$/i

function identityOf(list: Json | undefined): Identity {
  const entries = objects(list)
  const text = (type: number) => entries.find((entry) => entry.Type === type)?.ID as string | undefined
  const prefixed = entries.map(({ ID }) => kinds.exec(String(ID))).find((match) => match !== null)
  const word = entries.map(({ ID }) => String(ID)).find((one) => kinds.test(`${one}_${'0'.repeat(36)}`))
  return { kind: word ?? prefixed?.[1], objectId: prefixed?.[2], name: text(1), upn: text(5) }
}

/** Encodes a value as JSON in a string: a list stays a list, on one line; text is quoted; an empty value is null. */
function encoded(value: Json | undefined): Json {
  const text = String(value ?? '')
  if (text === '') return null
  try {
    const parsed = JSON.parse(text) as unknown
    if (typeof parsed === 'object' && parsed !== null) return JSON.stringify(parsed)
  } catch {
    // Plain text, or a list of grants that is not JSON.
  }
  return JSON.stringify(text)
}

function initiator(record: JsonObject): JsonObject {
  const { kind, objectId, name, upn } = identityOf(record.Actor)
  if (kind === 'ServicePrincipal') {
    return {
      user: null,
      app: { appId: null, displayName: name ?? null, servicePrincipalId: objectId ?? null, servicePrincipalName: null },
    }
  }
  const user = {
    id: objectId ?? null,
    displayName: null,
    userPrincipalName: upn ?? record.UserId ?? null,
    ipAddress: null,
    roles: [],
  }
  return { user: user as JsonObject, app: null }
}

function target(record: JsonObject): JsonObject {
  const { kind, objectId, name, upn } = identityOf(record.Target)
  return {
    id: objectId ?? null,
    displayName: name ?? null,
    type: kind ?? 'Other',
    userPrincipalName: upn ?? null,
    groupType: null,
    modifiedProperties: objects(record.ModifiedProperties).map(({ Name, OldValue, NewValue }) => ({
      displayName: Name ?? null,
      oldValue: encoded(OldValue),
      newValue: encoded(NewValue),
    })),
    administrativeUnits: [],
  }
}

/** Returns the details. For acts on applications, adds the application id as Entra's log does: the target lacks it. */
function details(record: JsonObject): JsonObject[] {
  const text = objects(record.ExtendedProperties).find(({ Name }) => Name === 'additionalDetails')?.Value
  const stated = JSON.parse(String(text ?? '{}')) as JsonObject
  const { kind, objectId } = identityOf(record.Target)
  const ids = objects(record.Target).map(({ ID }) => String(ID))
  const appId = ids.find((id) => /^[0-9a-f-]{36}$/i.test(id) && id !== objectId)
  if (appId !== undefined && kind === 'Application') stated.AppId ??= appId
  return Object.entries(stated).map(([key, value]) => ({ key, value: value ?? null }))
}

export function toDirectoryAudit(record: JsonObject): Native {
  const time = String(record.CreationTime)
  const correlation = String(record.InterSystemsId)
  const name = String(record.Operation).replace(/\.$/, '')
  const audit: JsonObject = {
    id: `Directory_${correlation}_${String(record.Id).slice(0, 5).toUpperCase()}_41122334`,
    category: 'ApplicationManagement',
    correlationId: correlation,
    result: String(record.ResultStatus).startsWith('Fail') ? 'failure' : 'success',
    resultReason: '',
    activityDisplayName: name,
    activityDateTime: `${time}.000000+00:00`,
    loggedByService: 'Core Directory',
    operationType: 'Assign',
    userAgent: null,
    initiatedBy: initiator(record),
    targetResources: [target(record)],
    additionalDetails: details(record),
  }
  const tenant = String(record.OrganizationId)
  const envelope: JsonObject = {
    time: `${time}.0000000Z`,
    resourceId: `/tenants/${tenant}/providers/Microsoft.aadiam`,
    operationName: name,
    operationVersion: '1.0',
    category: 'AuditLogs',
    tenantId: tenant,
    resultSignature: 'None',
    durationMs: 0,
    correlationId: correlation,
    Level: 4,
    properties: audit,
  }
  return { ref: '', kind: 'A', record: audit, envelope, text: JSON.stringify(envelope), documents: [] }
}
