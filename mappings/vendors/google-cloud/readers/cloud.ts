// Entries of Google Cloud's audit logs: the vendor block, the caller and its address, and the outcome.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { toIp } from '../../../lib/address.ts'
import { toBoolean, toList, toLong, toText } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import type { DeriveStep, Draft } from '../../../lib/step.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { objectAt, objectsAt } from '../../google-workspace/readers/values.ts'
import { operations } from '../operations.ts'
import { bindingDeltas, operationOf, payloadOf, shortMethod } from './entry.ts'

function authentication(payload: JsonObject): JsonObject {
  const info = objectAt(payload.authenticationInfo)
  const block: JsonObject = {}
  put(block, 'principal_email', toText(info.principalEmail))
  put(block, 'principal_subject', toText(info.principalSubject))
  put(block, 'authority_selector', toText(info.authoritySelector))
  put(block, 'service_account_key_name', toText(info.serviceAccountKeyName))
  const [delegation] = objectsAt(info.serviceAccountDelegationInfo)
  put(block, 'service_account_delegation_info', delegation)
  return block
}

function authorization(payload: JsonObject): JsonObject[] {
  return objectsAt(payload.authorizationInfo).map(({ permission, resource, granted }) => {
    const block: JsonObject = {}
    put(block, 'permission', toText(permission))
    put(block, 'resource', toText(resource))
    put(block, 'granted', toBoolean(granted))
    return block
  })
}

function requestMetadata(payload: JsonObject): JsonObject {
  const metadata = objectAt(payload.requestMetadata)
  const block: JsonObject = {}
  put(block, 'caller_ip', toText(metadata.callerIp))
  put(block, 'caller_network', toText(metadata.callerNetwork))
  put(block, 'caller_supplied_user_agent', toText(metadata.callerSuppliedUserAgent))
  return block
}

const kept = (value: Json | undefined): JsonObject | undefined => (isObject(value) ? value : undefined)

/** Fills `gcp.audit`. */
export const cloudMembers: DeriveStep = (draft) => {
  const { record, vendor } = draft
  const payload = payloadOf(draft)
  const resource = objectAt(record.resource)
  const status = objectAt(payload.status)
  const block: JsonObject = {
    authentication_info: authentication(payload),
    authorization_info: authorization(payload),
    request_metadata: requestMetadata(payload),
    resource: {},
    status: {},
  }
  put(block, 'type', toText(payload['@type']))
  put(block, 'method_name', toText(payload.methodName))
  put(block, 'service_name', toText(payload.serviceName))
  put(block, 'resource_name', toText(payload.resourceName))
  put(block, 'num_response_items', toLong(payload.numResponseItems))
  put(block, 'labels', kept(record.labels))
  put(block, 'request', kept(payload.request))
  put(block, 'response', kept(payload.response))
  put(block, 'metadata', kept(payload.metadata))
  const locations = toList(objectAt(payload.resourceLocation).currentLocations, toText)
  if (locations !== undefined) block.resource_location = { current_locations: locations }
  const deltas = bindingDeltas(payload)
  if (deltas.length > 0) block.policy_delta = { binding_deltas: deltas }
  put(block.resource as JsonObject, 'type', toText(resource.type))
  put(block.resource as JsonObject, 'labels', kept(resource.labels))
  put(block.status as JsonObject, 'code', toLong(status.code))
  put(block.status as JsonObject, 'message', toText(status.message))
  vendor.audit = block
}

/** The type of a call, by the beginning of the last part of its method name. */
const verbs: readonly (readonly [verb: string, type: 'creation' | 'deletion' | 'change'])[] = [
  ['Create', 'creation'],
  ['Insert', 'creation'],
  ['Upload', 'creation'],
  ['Delete', 'deletion'],
  ['Remove', 'deletion'],
  ['Disable', 'change'],
  ['Enable', 'change'],
  ['Patch', 'change'],
  ['Set', 'change'],
  ['Undelete', 'change'],
  ['Update', 'change'],
]

/** Returns the customer if the environment contains only one customer, otherwise the Cloud organization. */
function organizationOf({ record, context }: Draft): string | undefined {
  const logName = toText(record.logName)
  return toText(context?.customerId) ?? /^organizations\/(\d+)\//.exec(logName ?? '')?.[1]
}

/** Subjects of federated identities and of service accounts are paths, not addresses. */
function isAddress(text: string): boolean {
  return !text.includes('/') && !text.includes(':')
}

function writeActor({ document }: Draft, payload: JsonObject): void {
  const info = objectAt(payload.authenticationInfo)
  const email = toText(info.principalEmail)
  const parts = email !== undefined && isAddress(email) ? splitUserName(email) : undefined
  if (email !== undefined && parts !== undefined) {
    document.user = { ...document.user, ...parts, email }
    return
  }
  const subject = toText(info.principalSubject) ?? email
  if (subject !== undefined) document.user = { ...document.user, id: subject }
}

const classes = new Map(Object.entries(operations).map(([name, row]) => [name, row.class]))

/** Sets the caller, its address, the type of the call and the outcome. */
export const cloudEvent: DeriveStep = (draft) => {
  const { document } = draft
  const payload = payloadOf(draft)
  const organization = organizationOf(draft)
  if (organization !== undefined) document.organization = { ...document.organization, id: organization }
  writeActor(draft, payload)
  const caller = toText(objectAt(payload.requestMetadata).callerIp)
  const ip = toIp(caller)
  // For its own callers, Google writes words in place of an address: `private`, `gce-internal-ip`.
  if (ip !== undefined) document.source = { ...document.source, ip }
  if (caller !== undefined && ip !== caller) document.source = { ...document.source, address: caller }
  const { event } = document
  const method = shortMethod(event.action)
  const isSignIn = event.category?.includes('authentication') === true
  event.type = [(isSignIn ? undefined : verbs.find(([verb]) => method.startsWith(verb))?.[1]) ?? 'info']
  Object.assign(event, classes.get(operationOf(draft)))
  const status = objectAt(payload.status)
  const code = toLong(status.code)
  event.outcome = code === undefined || code === 0 ? 'success' : 'failure'
  const reason = toText(status.message)
  if (event.outcome === 'failure' && reason !== undefined) event.reason = reason
}

/** Collects `related.*`, after every other step. */
export const cloudRelated: DeriveStep = (draft) => {
  const { document } = draft
  const { user, source, oauth } = document
  const delegation = objectsAt(objectAt(payloadOf(draft).authenticationInfo).serviceAccountDelegationInfo)
  const chain = delegation.map(({ firstPartyPrincipal, principalSubject }) =>
    toText(objectAt(firstPartyPrincipal).principalEmail ?? principalSubject),
  )
  const named = [
    user?.name,
    user?.email,
    user?.id,
    user?.target?.name,
    user?.target?.email,
    oauth?.app?.object_id,
    ...chain,
  ]
  const users = [...new Set(named.filter((name) => name !== undefined))]
  if (users.length > 0) document.related = { ...document.related, user: users }
  if (source?.ip !== undefined) document.related = { ...document.related, ip: [source.ip] }
}
