// Documents of Elastic's google_workspace streams without the original record. Converts each document back to an
// activity with one event. Restores the parameter names from the product's own mapping.
import { loadContent } from '../../mappings/kernel/discover.ts'
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'
import type { ParameterTable } from '../../mappings/vendors/google-workspace/activity-parameter.ts'
import {
  type ActivityTable,
  type EnvelopeForm,
  isNewer,
} from '../../mappings/vendors/google-workspace/activity-table.ts'
import type { VendorMapping } from '../../mappings/vendors/mapping.ts'
import { emitGmailLog, isGmailLog } from './gmail-log.ts'
import { parametersOf } from './google.ts'
import { at, compact, compactOrNone, textAt } from './members.ts'
import type { Place, Walk } from './walk.ts'

/** Maps field paths to parameter names. If several share a path, the one with the same name wins, else the first. */
function namesByPlace(table: ParameterTable): Map<string, string> {
  const names = new Map<string, string>()
  for (const [name, parameter] of Object.entries(table)) {
    const to = typeof parameter === 'string' ? parameter : parameter.to
    if (to === undefined) continue
    if (!names.has(to) || name.toLowerCase() === to.replaceAll('.', '_')) names.set(to, name)
  }
  return names
}

/** The facts for restoring a document of an application: its block's location, and its parameters' names. */
interface Application {
  readonly stream: string
  readonly names: ReadonlyMap<string, string>
  /** Parameters that only an ECS field holds, with the field. */
  readonly inEcs: readonly (readonly [name: string, field: string])[]
  /** Envelope members of the block. Newer streams store the event's name and type there, or the whole envelope. */
  readonly around: readonly string[]
}

const wholeEnvelope = [
  ...['actor', 'etag', 'event_name', 'event_type', 'id', 'ip_address', 'kind', 'name', 'network_info', 'owner_domain'],
  ...['resource_details', 'resource_ids', 'type'],
]

function envelopeMembers(form: EnvelopeForm): readonly string[] {
  if (form === 'chrome' || form === 'whole') return wholeEnvelope
  return isNewer(form) ? ['name', 'type'] : []
}

function applicationOf({ stream, envelope, parameters }: ActivityTable): Application {
  const inEcs = Object.entries(parameters).flatMap(([name, parameter]) =>
    typeof parameter === 'object' && parameter.to === undefined && parameter.ecs !== undefined
      ? [[name, parameter.ecs] as const]
      : [],
  )
  return { stream, names: namesByPlace(parameters), inEcs, around: envelopeMembers(envelope) }
}

const mappings = await loadContent<VendorMapping>('mappings/vendors/google-workspace', 'mapping')
const applications: ReadonlyMap<string, Application> = new Map(
  mappings.flatMap(({ value: { activity, takes } }) =>
    activity === undefined || takes.kind !== 'G'
      ? []
      : (takes.when?.['id.applicationName'] ?? []).map((name) => [name, applicationOf(activity)] as const),
  ),
)

/** Returns a block's values by parameter name. A field without a parameter keeps its path, with `_` for dots. */
function valuesIn(
  block: JsonObject,
  known: ReadonlyMap<string, string>,
  prefix = '',
  out: JsonObject = {},
  depth = 0,
): JsonObject {
  for (const [member, value] of Object.entries(block)) {
    const path = prefix === '' ? member : `${prefix}.${member}`
    const name = known.get(path)
    if (name === undefined && isObject(value) && depth < 16) valuesIn(value, known, path, out, depth + 1)
    else if (member !== '__proto__') out[name ?? path.replaceAll('.', '_')] = value
  }
  return out
}

function parametersIn(document: JsonObject, part: JsonObject, known: Application): Json[] {
  const { stream, names, inEcs, around } = known
  // A flattened sibling contains members that the mapping did not know, under the vendor's names.
  const others = part[`${stream}_other`]
  const block = part[stream]
  const own = isObject(block) ? Object.entries(block).filter(([member]) => !around.includes(member)) : []
  const shared = compact(Object.fromEntries(inEcs.map(([name, field]) => [name, at(document, field)])))
  return parametersOf({ ...valuesIn(Object.fromEntries(own), names), ...shared, ...(isObject(others) ? others : {}) })
}

const unlisted = mappings.find(({ value }) => value.activity !== undefined && value.takes.when === undefined)

/** Returns the application of a document, which may come from the mapping for unlisted applications. */
function findApplication(name: string | undefined, part: JsonObject): Application {
  const activity = unlisted?.value.activity
  if (activity !== undefined && !applications.has(name ?? '') && part[activity.stream] !== undefined)
    return applicationOf(activity)
  return applications.get(name ?? '') ?? { stream: name ?? '', names: new Map(), inEcs: [], around: [] }
}

/** Returns a member of the block if it belongs to the event's envelope, not to the parameters. */
function ofEvent(part: JsonObject, { stream, around }: Application, member: string): Json | undefined {
  const block = part[stream]
  return isObject(block) && around.includes(member) ? block[member] : undefined
}

/** Converts a document to an activity. Separates `google_workspace` envelope members from application parameters. */
export function takeElasticActivity(document: JsonObject, part: JsonObject, place: Place, walk: Walk): void {
  // Before the agent parses an activity, the activity itself is here.
  if (isObject(part.id) && part.events !== undefined) {
    walk.value(part, place)
    return
  }
  if (isGmailLog(part.gmail)) {
    const ip_address = at(document, 'source.ip') ?? null
    const email = at(document, 'source.user.email') ?? null
    emitGmailLog({ email, ip_address, unique_identifier: at(document, 'event.id') ?? null }, part.gmail, place, walk)
    return
  }
  const dataset = textAt(document, 'event.dataset') ?? textAt(document, 'data_stream.dataset')
  const application = textAt(document, 'event.provider') ?? dataset?.split('.')[1]
  const known = findApplication(application, part)
  const name = at(part, 'event.name') ?? ofEvent(part, known, 'name') ?? at(document, 'event.action')
  if (application === undefined || name === undefined) {
    walk.fail(place.otherwise, 'no application or event name in the document', document, place)
    return
  }
  const event: JsonObject = { name, parameters: parametersIn(document, part, known) }
  const type = at(part, 'event.type') ?? ofEvent(part, known, 'type')
  if (type !== undefined) event.type = type
  const actorId = at(document, 'source.user.id')
  const address = at(document, 'source.user.email')
  const record: JsonObject = {
    kind: 'admin#reports#activity',
    id: compact({
      time: at(document, '@timestamp'),
      uniqueQualifier: at(document, 'event.id'),
      applicationName: application,
      customerId: at(document, 'organization.id'),
    }),
    actor: compact({
      // If the actor has an ID but no address, `user.email` comes from a parameter and is not the actor's address.
      email: address ?? (actorId === undefined ? at(document, 'user.email') : undefined),
      // If the actor has an address but no ID, `user.id` is the address and not an ID.
      profileId: actorId ?? (address === undefined ? at(document, 'user.id') : undefined),
      callerType: at(part, 'actor.type'),
      key: at(part, 'actor.key'),
      applicationInfo: compactOrNone({
        oauthClientId: at(part, 'actor.oauth_client_id'),
        applicationName: at(part, 'actor.application_name'),
        impersonation: at(part, 'actor.impersonation'),
      }),
    }),
    ...compact({ ipAddress: at(document, 'source.ip'), ownerDomain: at(part, 'organization.domain'), etag: part.etag }),
    ...compact({ networkInfo: networkInfo(document) }),
    events: [event],
  }
  walk.emit('G', record, place)
}

function networkInfo(document: JsonObject): JsonObject | undefined {
  const number = at(document, 'source.as.number')
  return compactOrNone({
    ipAsn: typeof number === 'number' ? [number] : undefined,
    regionCode: at(document, 'source.geo.country_iso_code'),
    subdivisionCode: at(document, 'source.geo.region_iso_code'),
  })
}
