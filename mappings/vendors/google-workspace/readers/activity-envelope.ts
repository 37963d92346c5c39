// The common data of all events of an activity, read once for all of them.
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { toBoolean, toLong, toText } from '../../../lib/convert.ts'
import { splitUserName } from '../../../lib/user-name.ts'
import { type EnvelopeForm, isNewer } from '../activity-table.ts'

/** The documents of all events share the blocks: no code may write into them. */
export interface Envelope {
  readonly kind: string | undefined
  readonly etag: string | undefined
  readonly organization: JsonObject | undefined
  readonly actor: JsonObject
  readonly resourceDetails: JsonObject[] | undefined
  readonly email: string | undefined
  readonly parts: { readonly name: string; readonly domain: string } | undefined
  readonly key: string | undefined
  readonly address: string | undefined
  readonly systemNumber: number | undefined
}

function actorBlock({ callerType, key, applicationInfo }: JsonObject, form: EnvelopeForm): JsonObject {
  const block: JsonObject = {}
  const type = toText(callerType)
  const keyText = toText(key)
  if (type !== undefined) block.type = type
  if (type !== undefined && isNewer(form)) block.caller_type = type
  if (keyText !== undefined) block.key = keyText
  if (isObject(applicationInfo)) {
    const name = toText(applicationInfo.applicationName)
    const client = toText(applicationInfo.oauthClientId)
    const impersonation = toBoolean(applicationInfo.impersonation)
    if (name !== undefined) block.application_name = name
    if (client !== undefined) block.oauth_client_id = client
    if (impersonation !== undefined) block.impersonation = impersonation
  }
  return block
}

/** Returns the first valid autonomous system number. Google sends 0 for an unknown system. */
function autonomousSystem(ipAsn: Json | undefined): number | undefined {
  if (ipAsn === undefined) return undefined
  const numbers = Array.isArray(ipAsn) ? ipAsn : [ipAsn]
  return numbers.map(toLong).find((number) => number !== undefined && number > 0)
}

function readEnvelope(record: JsonObject, form: EnvelopeForm): Envelope {
  const { ownerDomain, networkInfo, resourceDetails } = record
  const actor = isObject(record.actor) ? record.actor : {}
  const domain = toText(ownerDomain)
  const email = toText(actor.email)
  return {
    kind: toText(record.kind),
    etag: form === 'original' ? undefined : toText(record.etag),
    organization: domain === undefined ? undefined : { domain },
    actor: actorBlock(actor, form),
    resourceDetails: Array.isArray(resourceDetails) ? resourceDetails.filter(isObject) : undefined,
    email,
    parts: splitUserName(email),
    key: toText(actor.key),
    address: toText(record.ipAddress),
    systemNumber: isObject(networkInfo) ? autonomousSystem(networkInfo.ipAsn) : undefined,
  }
}

/** Returns an envelope reader. It caches the last envelope, because the events of an activity are consecutive. */
export function makeEnvelopeReader(form: EnvelopeForm): (record: JsonObject) => Envelope {
  let last: { readonly record: JsonObject; readonly envelope: Envelope } | undefined
  return (record) => {
    if (last?.record !== record) last = { record, envelope: readEnvelope(record, form) }
    return last.envelope
  }
}
