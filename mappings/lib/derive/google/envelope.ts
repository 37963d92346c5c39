// What every activity has around its events: the actor, the domain, the network.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { toBoolean, toList, toText } from '../../convert.ts'
import type { DeriveStep } from '../step.ts'
import { splitAddress } from './values.ts'

function put(block: JsonObject, member: string, value: Json | undefined): void {
  if (value !== undefined) block[member] = value
}

function actorBlock(actor: JsonObject): JsonObject {
  const block: JsonObject = {}
  put(block, 'type', toText(actor.callerType))
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

/** Builds the envelope step; `etag` for the streams that keep it. */
export function envelopeStep({ etag }: { readonly etag: boolean }): DeriveStep {
  return ({ record, element, document, vendor }) => {
    const actor = isObject(record.actor) ? record.actor : {}
    put(vendor, 'kind', toText(record.kind))
    if (etag) put(vendor, 'etag', toText(record.etag))
    const domain = toText(record.ownerDomain)
    if (domain !== undefined) vendor.organization = { domain }
    const event: JsonObject = {}
    put(event, 'type', toText(element.type))
    put(event, 'name', toText(element.name))
    put(event, 'resource_ids', toList(element.resourceIds, toText))
    vendor.event = event
    vendor.actor = actorBlock(actor)
    if (Array.isArray(record.resourceDetails)) vendor.resource_details = record.resourceDetails.filter(isObject)

    const email = toText(actor.email)
    const parts = splitAddress(email)
    const key = toText(actor.key)
    if (parts !== undefined) {
      document.source ??= {}
      document.source.user ??= {}
      document.source.user.name = parts.name
      document.source.user.domain = parts.domain
      document.user ??= {}
      document.user.name = parts.name
      document.user.domain = parts.domain
    } else if (email === undefined && key !== undefined) {
      // A caller without an account: SYSTEM, or the key of a service.
      document.user ??= {}
      document.user.name = key
    }

    const address = toText(record.ipAddress)
    if (address !== undefined && document.source?.ip === undefined) {
      document.source ??= {}
      document.source.address = address
    }
    const number = isObject(record.networkInfo) ? autonomousSystem(record.networkInfo.ipAsn) : undefined
    if (number !== undefined) {
      document.source ??= {}
      document.source.as = { number }
    }
  }
}

function addDistinct(kept: string[], value: string | undefined): void {
  if (value !== undefined && value !== '' && !kept.includes(value)) kept.push(value)
}

/** Builds the step that collects `related.*`, after every other; `hosts` for the streams that have them. */
export function relatedStep({ hosts }: { readonly hosts: boolean }): DeriveStep {
  return ({ record, document }) => {
    const { source, user } = document
    const target = user?.target
    const users: string[] = []
    addDistinct(users, user?.name)
    addDistinct(users, user?.email)
    addDistinct(users, user?.id)
    addDistinct(users, target?.name)
    addDistinct(users, target?.email)
    addDistinct(users, document.file?.owner)
    const domains: string[] = []
    if (hosts) {
      addDistinct(domains, user?.domain)
      addDistinct(domains, toText(record.ownerDomain))
    }
    document.related ??= {}
    const { related } = document
    if (users.length > 0) related.user = users
    if (source?.ip !== undefined) related.ip = [source.ip]
    if (domains.length > 0) related.hosts = domains
  }
}
