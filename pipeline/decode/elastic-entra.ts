// Documents of Elastic's azure.auditlogs, azure.signinlogs and azure.identity_protection without the original. Restores
// the Graph resource from snake-case names and objects with numeric keys, and values that the pipeline moved to ECS.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import { table } from '../../mappings/kernel/table.ts'
import { at, compact, compactOrNone, textAt } from './members.ts'
import type { Place, Walk } from './walk.ts'

/** Names whose snake case does not match the Graph name. */
const graphNames: Readonly<Record<string, string>> = table({
  created_at: 'createdDateTime',
  activity_datetime: 'activityDateTime',
  detected_datetime: 'detectedDateTime',
  last_updated_datetime: 'lastUpdatedDateTime',
  risk_last_updated_datetime: 'riskLastUpdatedDateTime',
  status_code: 'errorCode',
  processing_time_ms: 'processingTimeInMilliseconds',
  risk_level_during_signin: 'riskLevelDuringSignIn',
})

/** Members that repeat neighboring members. */
const doubles: ReadonlySet<string> = new Set(['target_resources_list', 'authentication_processing_details_list'])

/** Names in snake case become camel case; objects with the keys 0, 1, … become arrays again. */
function toGraph(value: Json | undefined, depth = 0): Json {
  if (value === undefined || depth > 64) return null
  if (Array.isArray(value)) return value.map((element) => toGraph(element, depth + 1))
  if (!isObject(value)) return value
  const names = Object.keys(value)
  if (names.length > 0 && names.every((name, index) => name === String(index))) {
    return Object.values(value).map((element) => toGraph(element, depth + 1))
  }
  const out: JsonObject = {}
  for (const name of names) {
    if (name === '__proto__' || doubles.has(name)) continue
    const camel = graphNames[name] ?? name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
    const member = value[name]
    // The keys are names of details, not member names, and stay unchanged.
    out[camel] =
      name === 'authentication_processing_details' && isObject(member)
        ? Object.entries(member).map(([key, detail]) => ({ key, value: detail ?? null }))
        : toGraph(member, depth + 1)
  }
  return out
}

function addressOf(document: JsonObject): Json | undefined {
  return at(document, 'source.address') ?? at(document, 'source.ip') ?? at(document, 'client.ip')
}

/** Members of a sign-in that the ingest pipeline moved into ECS fields. */
function fillSignIn(record: JsonObject, document: JsonObject): void {
  record.createdDateTime ??= textAt(document, '@timestamp')
  const found = compact({ ipAddress: addressOf(document), userAgent: at(document, 'user_agent.original') })
  for (const [name, value] of Object.entries(found)) record[name] ??= value
  const latitude = at(document, 'geo.location.lat')
  const longitude = at(document, 'geo.location.lon')
  const location = compactOrNone({
    city: at(document, 'geo.city_name'),
    state: at(document, 'geo.region_name'),
    countryOrRegion: at(document, 'geo.country_iso_code'),
    geoCoordinates: compactOrNone({ latitude, longitude }),
  })
  if (location !== undefined) record.location ??= location
  const message = textAt(document, 'message')
  if (message !== undefined && isObject(record.status)) record.status.failureReason ??= message
}

function fillAudit(record: JsonObject, document: JsonObject, operation: Json | undefined): void {
  record.activityDateTime ??= textAt(document, '@timestamp')
  record.activityDisplayName ??= textAt(document, 'event.action') ?? operation
  record.result ??= textAt(document, 'event.outcome')
}

function contextOf(kind: 'A' | 'S' | 'R', document: JsonObject, part: JsonObject, category: string): JsonObject {
  const { properties: _, ...envelope } = part
  const duration = at(document, 'event.duration')
  return {
    category,
    ...(toGraph(envelope) as JsonObject),
    ...compact({
      tenantId: part.tenant_id ?? at(document, 'azure.tenant_id'),
      correlationId: at(document, 'azure.correlation_id'),
      resourceId: at(document, 'azure.resource.id'),
      // For an application that changes the directory, this is the only location of its address.
      callerIpAddress: kind === 'A' ? addressOf(document) : undefined,
      time: kind === 'R' ? textAt(document, '@timestamp') : undefined,
      level: at(document, 'log.level'),
      Level: part.level,
      durationMs: typeof duration === 'number' ? duration / 1e6 : undefined,
    }),
  }
}

export function takeElasticEntra(
  kind: 'A' | 'S' | 'R',
  category: string,
  document: JsonObject,
  part: JsonObject,
  place: Place,
  walk: Walk,
): void {
  const record = toGraph(part.properties ?? part)
  if (!isObject(record)) {
    walk.fail(place.otherwise, 'no properties in the document', document, place)
    return
  }
  if (kind === 'A') fillAudit(record, document, part.operation_name)
  else if (kind === 'S') fillSignIn(record, document)
  walk.emit(kind, record, { ...place, context: place.context ?? contextOf(kind, document, part, category) })
}
