// What every activity has around its events: the actor, the domain, the network.
import type { EcsDocument } from '../../../fields/document.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { type ActivityTable, type EnvelopeForm, isNewer } from '../../activity.ts'
import { toBoolean, toInstant, toIp, toList, toText } from '../../convert.ts'
import { put } from '../../put.ts'
import { snakeMembers } from '../snake-case.ts'
import type { Draft, MappingStep } from '../step.ts'
import { splitAddress } from './values.ts'

function actorBlock(actor: JsonObject, form: EnvelopeForm): JsonObject {
  const block: JsonObject = {}
  const type = toText(actor.callerType)
  put(block, 'type', type)
  if (isNewer(form)) put(block, 'caller_type', type)
  put(block, 'key', toText(actor.key))
  if (isObject(actor.applicationInfo)) {
    put(block, 'application_name', toText(actor.applicationInfo.applicationName))
    put(block, 'oauth_client_id', toText(actor.applicationInfo.oauthClientId))
    put(block, 'impersonation', toBoolean(actor.applicationInfo.impersonation))
  }
  return block
}

/** The first autonomous system that is one: Google sends 0 where it does not know. */
function autonomousSystem(ipAsn: Json | undefined): number | undefined {
  if (ipAsn === undefined) return undefined
  const numbers = Array.isArray(ipAsn) ? ipAsn : [ipAsn]
  return numbers.map(Number).find((number) => Number.isSafeInteger(number) && number > 0)
}

/** The activity as it is, in snake case, with the event and without its parameters. */
function wholeActivity({ events: _, ...envelope }: JsonObject, element: JsonObject): JsonObject {
  const block = snakeMembers(envelope)
  put(block, 'event_name', toText(element.name))
  put(block, 'event_type', toText(element.type))
  put(block, 'resource_ids', toList(element.resourceIds, toText))
  if (toIp(block.ip_address) === undefined) block.ip_address = null
  return block
}

/** The block of the newer streams repeats the event; Chrome's has the whole envelope. */
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

function writeActor(document: EcsDocument, actor: JsonObject, { envelope, shortNames }: ActivityTable): void {
  const email = toText(actor.email)
  const parts = splitAddress(email)
  const key = toText(actor.key)
  if (parts !== undefined) {
    document.source ??= {}
    document.source.user ??= {}
    // The newer streams have the whole address as the name; `user.name` stays what it is everywhere.
    const whole = (envelope === 'newer' || envelope === 'chrome') && !shortNames
    document.source.user.name = whole ? (email as string) : parts.name
    document.source.user.domain = parts.domain
    document.user ??= {}
    document.user.name = parts.name
    document.user.domain = parts.domain
  } else if (email === undefined && key !== undefined) {
    // A caller without an account: SYSTEM, or the key of a service.
    document.user ??= {}
    document.user.name = key
  }
}

function writeNetwork(document: EcsDocument, { ipAddress, networkInfo }: JsonObject): void {
  const address = toText(ipAddress)
  if (address !== undefined && document.source?.ip === undefined) {
    document.source ??= {}
    document.source.address = address
  }
  const number = isObject(networkInfo) ? autonomousSystem(networkInfo.ipAsn) : undefined
  if (number !== undefined) {
    document.source ??= {}
    document.source.as = { number }
  }
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

function writeEnvelope(draft: Draft, table: ActivityTable): void {
  const { record, element, document, vendor } = draft
  const { envelope } = table
  const actor = isObject(record.actor) ? record.actor : {}
  put(vendor, 'kind', toText(record.kind))
  if (envelope !== 'original') put(vendor, 'etag', toText(record.etag))
  const domain = toText(record.ownerDomain)
  if (domain !== undefined) vendor.organization = { domain }
  const event: JsonObject = {}
  put(event, 'type', toText(element.type))
  put(event, 'name', toText(element.name))
  put(event, 'resource_ids', toList(element.resourceIds, toText))
  vendor.event = event
  vendor.actor = actorBlock(actor, envelope)
  if (Array.isArray(record.resourceDetails)) vendor.resource_details = record.resourceDetails.filter(isObject)
  writeActor(document, actor, table)
  writeNetwork(document, record)
  if (isNewer(envelope)) writeNewer(draft, table)
}

export const envelopeStep: MappingStep = {
  madeFor: ({ activity, dataset }) => {
    if (activity === undefined) throw new Error(`${dataset} is of no application`)
    return (draft) => writeEnvelope(draft, activity)
  },
}

function addDistinct(kept: string[], value: string | undefined): void {
  if (value !== undefined && value !== '' && !kept.includes(value)) kept.push(value)
}

function writeRelated({ record, document }: Draft, hosts: boolean): void {
  const { source, user } = document
  const target = user?.target
  document.related ??= {}
  const { related } = document
  const users: string[] = []
  addDistinct(users, user?.name)
  addDistinct(users, user?.email)
  addDistinct(users, user?.id)
  addDistinct(users, target?.name)
  addDistinct(users, target?.email)
  addDistinct(users, document.file?.owner)
  for (const name of related.user ?? []) addDistinct(users, name)
  if (users.length > 0) related.user = users
  const addresses = [...(related.ip ?? [])]
  addDistinct(addresses, source?.ip)
  if (addresses.length > 0) related.ip = addresses
  if (!hosts) return
  const domains = [...(related.hosts ?? [])]
  addDistinct(domains, user?.domain)
  addDistinct(domains, toText(record.ownerDomain))
  if (domains.length > 0) related.hosts = domains
}

/** Collects `related.*`, after every other step. */
export const relatedStep: MappingStep = {
  madeFor: ({ activity }) => {
    const hosts = activity?.envelope === 'extended'
    return (draft) => writeRelated(draft, hosts)
  },
}
