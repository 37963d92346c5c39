// Unified audit records from a collector that uses its API's names (`creationTime`, `recordType`): converts them to the
// vendor's names.
import { isObject, type Json, type JsonObject } from '../../mappings/kernel/json.ts'

/** Names with more capital letters than the first. */
const abbreviated: ReadonlyMap<string, string> = new Map(
  [
    ...['ClientIP', 'ClientIPAddress', 'ActorIpAddress', 'UPN', 'MailboxOwnerUPN', 'RecipientUPN', 'SenderIP'],
    ...['AADSessionId', 'APIId', 'LogonUserSid', 'P1Sender', 'P2Sender'],
  ].map((name) => [name.toLowerCase(), name]),
)

/** Lists of `{ID, Type}`. */
const identityLists: ReadonlySet<string> = new Set(['Actor', 'Target'])

function vendorName(name: string, within: string): string {
  if (name === 'id' && identityLists.has(within)) return 'ID'
  return abbreviated.get(name.toLowerCase()) ?? name.charAt(0).toUpperCase() + name.slice(1)
}

/** Returns a copy with the vendor's names. If two members map to one name, the member with the vendor's name wins. */
export function inVendorNames(record: JsonObject, within = '', depth = 0): JsonObject {
  const out: JsonObject = {}
  const renamed: [string, Json][] = []
  for (const [name, value] of Object.entries(record)) {
    const target = /^[a-z]/.test(name) ? vendorName(name, within) : name
    const member = depth < 16 ? inside(value as Json, target, depth) : (value as Json)
    if (target === name) out[name] = member
    else renamed.push([target, member])
  }
  for (const [name, value] of renamed) out[name] ??= value
  return out
}

function inside(value: Json, name: string, depth: number): Json {
  if (Array.isArray(value)) return value.map((element) => inside(element, name, depth + 1))
  return isObject(value) ? inVendorNames(value, name, depth + 1) : value
}
