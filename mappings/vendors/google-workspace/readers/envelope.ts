// The data around the events of every activity: the actor, the domain, the network.
import type { EcsDocument } from '../../../fields/document.ts'
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { parseAddress, toIp } from '../../../lib/address.ts'
import { toInstant, toList, toText } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import { refusalText } from '../../../lib/refusal.ts'
import { snakeMembers } from '../../../lib/snake-case.ts'
import type { Draft } from '../../../lib/step.ts'
import type { MappingStep } from '../../mapping-step.ts'
import { type ActivityTable, type EnvelopeForm, isNewer } from '../activity-table.ts'
import { type Envelope, makeEnvelopeReader } from './activity-envelope.ts'

/** Returns the whole activity in snake case, with the event but without its parameters. */
function wholeActivity({ events: _, ...envelope }: JsonObject, element: JsonObject): JsonObject {
  const block = snakeMembers(envelope)
  put(block, 'event_name', toText(element.name))
  put(block, 'event_type', toText(element.type))
  put(block, 'resource_ids', toList(element.resourceIds, toText))
  block.ip_address = toIp(block.ip_address) ?? null
  return block
}

/** Returns the members of the stream's block: a repeat of the event in newer streams, the whole envelope in Chrome. */
function streamMembers(form: EnvelopeForm, record: JsonObject, element: JsonObject): JsonObject {
  if (form === 'whole') return wholeActivity(record, element)
  const block: JsonObject = {}
  put(block, 'name', toText(element.name))
  put(block, 'type', toText(element.type))
  if (form === 'newer') return block
  const actor = isObject(record.actor) ? record.actor : {}
  const id = isObject(record.id) ? record.id : {}
  block.actor = {}
  put(block.actor, 'caller_type', toText(actor.callerType))
  put(block.actor, 'email', toText(actor.email))
  put(block.actor, 'key', toText(actor.key))
  put(block.actor, 'profile_id', toText(actor.profileId))
  block.id = {}
  put(block.id, 'time', toInstant(id.time))
  put(block.id, 'unique_qualifier', toText(id.uniqueQualifier))
  put(block.id, 'application_name', toText(id.applicationName))
  put(block.id, 'customer_id', toText(id.customerId))
  put(block, 'etag', toText(record.etag))
  put(block, 'kind', toText(record.kind))
  put(block, 'owner_domain', toText(record.ownerDomain))
  return block
}

function writeActor(document: EcsDocument, { email, parts, key }: Envelope, wholeName: boolean): void {
  if (parts !== undefined) {
    document.source ??= {}
    document.source.user ??= {}
    const { user } = document.source
    user.name = wholeName ? (email as string) : parts.name
    user.domain = parts.domain
    document.user ??= {}
    document.user.name = parts.name
    document.user.domain = parts.domain
  } else if (email === undefined && key !== undefined) {
    // A caller without an account: SYSTEM, or the key of a service.
    document.user ??= {}
    document.user.name = key
  }
}

/** Google's words for callers inside its own network. */
const addressless: ReadonlySet<string> = new Set(['private', 'gce-internal-ip'])

function writeNetwork({ document, problem }: Draft, { address, systemNumber }: Envelope): void {
  if (address !== undefined) {
    document.source ??= {}
    writeAddress(document.source, address, problem)
  }
  if (systemNumber !== undefined) {
    document.source ??= {}
    document.source.as = { number: systemNumber }
  }
}

/** Writes the IP address of a text that may contain a port, brackets or more addresses. Keeps the original text. */
function writeAddress(source: NonNullable<EcsDocument['source']>, text: string, problem: Draft['problem']): void {
  const { ip, port } = parseAddress(text) ?? {}
  if (ip !== text) source.address = text
  if (ip !== undefined) source.ip = ip
  else if (!addressless.has(text)) problem(refusalText('source.ip', text))
  if (port !== undefined) source.port = port
}

/** Newer streams name their actions with hyphens, Chrome in lower case. */
function newerAction(name: string, form: EnvelopeForm): string {
  if (form === 'chrome') return name.toLowerCase().replaceAll(' ', '-')
  const hyphened = name.replaceAll('_', '-')
  return hyphened === hyphened.toUpperCase() ? hyphened.toLowerCase() : hyphened
}

function writeNewer({ document, record, element, vendor }: Draft, { stream, envelope, product }: ActivityTable): void {
  const name = toText(element.name)
  if (name !== undefined && envelope !== 'whole') document.event.action = newerAction(name, envelope)
  document.observer = { vendor: 'Google Workspace', ...(product !== undefined && { product }) }
  const block = streamMembers(envelope, record, element)
  vendor[stream] = block
  if (envelope === 'chrome') {
    const domain = toText(record.ownerDomain)
    const ip = document.source?.ip
    put(block, 'ip_address', ip)
    if (domain !== undefined || ip !== undefined) {
      document.host = { ...(domain !== undefined && { domain }), ...(ip !== undefined && { ip: [ip] }) }
    }
  }
}

function eventBlock({ type, name, resourceIds }: JsonObject): JsonObject {
  const block: JsonObject = {}
  const typeText = toText(type)
  const nameText = toText(name)
  const ids = resourceIds === undefined ? undefined : toList(resourceIds, toText)
  if (typeText !== undefined) block.type = typeText
  if (nameText !== undefined) block.name = nameText
  if (ids !== undefined) block.resource_ids = ids
  return block
}

function writeEnvelope(draft: Draft, envelope: Envelope, table: ActivityTable, wholeName: boolean): void {
  const { element, document, vendor } = draft
  const { kind, etag, organization, actor, resourceDetails } = envelope
  if (kind !== undefined) vendor.kind = kind
  if (etag !== undefined) vendor.etag = etag
  if (organization !== undefined) vendor.organization = organization
  vendor.event = eventBlock(element)
  vendor.actor = actor
  if (resourceDetails !== undefined) vendor.resource_details = resourceDetails
  writeActor(document, envelope, wholeName)
  writeNetwork(draft, envelope)
  if (isNewer(table.envelope)) writeNewer(draft, table)
}

export const envelopeStep: MappingStep = {
  madeFor: ({ activity, dataset }) => {
    if (activity === undefined) throw new Error(`${dataset} is of no application`)
    const { envelope: form, shortNames } = activity
    // In the newer streams, `source.user.name` is the whole address. `user.name` is the local part in all streams.
    const wholeName = (form === 'newer' || form === 'chrome') && !shortNames
    const envelopeOf = makeEnvelopeReader(form)
    return (draft) => writeEnvelope(draft, envelopeOf(draft.record), activity, wholeName)
  },
}
