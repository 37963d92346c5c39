// The vendor block of a directory audit, under the names that Elastic's integration and its rules use.
import type { Json, JsonObject } from '../../../kernel/json.ts'
import { table } from '../../../kernel/table.ts'
import { toText } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import type { Draft } from '../../../lib/step.ts'
import { objectsOf, textOf } from '../../microsoft/readers/values.ts'
import { putOthers } from './envelope.ts'
import { auditShape, shaper } from './shapes.ts'

/** The numbered form creates a field for every number, so it is limited; the accompanying list contains all. */
const mostTargets = 20
const mostProperties = 50

const renames: Readonly<Record<string, string>> = table({
  activityDisplayName: 'activity_display_name',
  activityDateTime: 'activity_datetime',
  additionalDetails: 'additional_details',
  resultReason: 'result_reason',
  resultDescription: 'result_description',
  correlationId: 'correlation_id',
  loggedByService: 'logged_by_service',
  operationType: 'operation_type',
  initiatedBy: 'initiated_by',
})

const valueText = (value: Json | undefined): string | undefined =>
  toText(value) ?? (typeof value === 'object' && value !== null ? JSON.stringify(value) : undefined)

function toProperty(property: JsonObject): JsonObject {
  const shaped: JsonObject = {}
  put(shaped, 'display_name', valueText(property.displayName))
  put(shaped, 'new_value', valueText(property.newValue))
  put(shaped, 'old_value', valueText(property.oldValue))
  return shaped
}

function toTarget(target: JsonObject): JsonObject {
  const shaped: JsonObject = {}
  put(shaped, 'display_name', textOf(target.displayName))
  put(shaped, 'id', textOf(target.id))
  put(shaped, 'type', textOf(target.type))
  put(shaped, 'ip_address', textOf(target.ipAddress))
  put(shaped, 'user_principal_name', textOf(target.userPrincipalName))
  return shaped
}

function numbered(list: readonly JsonObject[], limit: number): JsonObject {
  return Object.fromEntries(list.slice(0, limit).map((member, i) => [String(i), member]))
}

function shapeTargets(properties: JsonObject, value: Json | undefined): void {
  const targets = objectsOf(value)
  if (targets.length === 0) return
  const shaped = targets.map((target) => ({
    target: toTarget(target),
    changes: objectsOf(target.modifiedProperties).map(toProperty),
  }))
  properties.target_resources = numbered(
    shaped.map(({ target, changes }) => ({ ...target, modified_properties: numbered(changes, mostProperties) })),
    mostTargets,
  )
  properties.target_resources_list = shaped.map(({ target, changes }) => ({ ...target, modified_properties: changes }))
}

const keepShape = shaper(auditShape)

function shapeProperties(record: JsonObject): JsonObject {
  const properties: JsonObject = {}
  for (const [name, value] of Object.entries(record)) {
    if (name === 'targetResources' || name === '__proto__') continue
    properties[Object.hasOwn(renames, name) ? (renames[name] as string) : name] = value
  }
  keepShape(properties)
  shapeTargets(properties, record.targetResources)
  return properties
}

const outcomes: Readonly<Record<string, 'success' | 'failure'>> = table({ success: 'success', failure: 'failure' })

export function shapeAudit({ record, context = {}, document, vendor }: Draft): void {
  const audit: JsonObject = { category: textOf(context.category) ?? 'AuditLogs' }
  const operation = textOf(context.operationName) ?? textOf(record.activityDisplayName)
  put(audit, 'operation_name', operation)
  put(audit, 'operation_version', textOf(context.operationVersion))
  put(audit, 'identity', valueText(context.identity))
  put(audit, 'result_type', textOf(context.resultType))
  put(audit, 'result_signature', textOf(context.resultSignature))
  put(audit, 'result_description', textOf(context.resultDescription))
  put(audit, 'level', textOf(context.Level))
  const properties = shapeProperties(record)
  const result = textOf(record.result)
  const outcome = outcomes[result?.trim().toLowerCase() ?? '']
  if (outcome === undefined) {
    // `timeout`: the operation ended, but its outcome is not in the log.
    if (result !== undefined) document.event.outcome = 'unknown'
  } else {
    document.event.outcome = outcome
    delete properties.result
  }
  putOthers(audit, context)
  audit.properties = properties
  vendor.auditlogs = audit
  if (operation !== undefined) document.event.action = operation
}
