// The credentials of an application: keys and secrets in KeyDescription, trust in another issuer in
// FederatedIdentityCredentials. Records contain IDs and names, and never the secret.
import type { OauthGroup } from '../../../fields/document.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { toInstant } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import type { Changes } from './changes.ts'
import { type Key, parseKeys } from './key-description.ts'
import { parseJson, textOf } from './values.ts'

type Credential = NonNullable<OauthGroup['credential']>

interface Federated {
  readonly id: string
  readonly name?: string
  readonly issuer?: string
  readonly subject?: string
  readonly audience?: string
}

export interface CredentialChange {
  readonly action: 'credential_add' | 'credential_remove' | undefined
  readonly discriminator: readonly string[]
}

/** Returns members by name, ignoring case: log and API spell the names differently. */
function reader(object: JsonObject): (name: string) => Json | undefined {
  const members = new Map(Object.entries(object).map(([name, value]) => [name.toLowerCase(), value]))
  return (name) => members.get(name)
}

function toFederated(value: Json): Federated[] {
  const object = typeof value === 'string' ? parseJson(value) : value
  if (!isObject(object)) return []
  const read = reader(object)
  const audiences = read('audiences') ?? read('audience')
  const name = textOf(read('name'))
  const issuer = textOf(read('issuer'))
  const claims = read('claimsmatchingexpression')
  const subject = textOf(read('subject')) ?? textOf(isObject(claims) ? reader(claims)('value') : claims)
  const audience = textOf(Array.isArray(audiences) ? audiences[0] : audiences)
  const id = (
    textOf(read('id')) ?? [issuer, subject, name].filter((text) => text !== undefined).join(' ')
  ).toLowerCase()
  return id === ''
    ? []
    : [
        {
          id,
          ...(name && { name }),
          ...(issuer && { issuer }),
          ...(subject && { subject }),
          ...(audience && { audience }),
        },
      ]
}

function without<T>(list: readonly T[], others: readonly T[], identity: (item: T) => string): T[] {
  const known = new Set(others.map(identity))
  return list.filter((item) => !known.has(identity(item)))
}

/** Another issuer or subject is a new trust, although an edited entry keeps its ID. */
const trustOf = ({ id, issuer, subject }: Federated): string => JSON.stringify([id, issuer, subject])

function summary(added: number, removed: number, total: number): Credential {
  return { added, removed, total }
}

function describeKey(credential: Credential, key: Key): void {
  credential.kind = key.kind
  credential.id = key.id
  put(credential, 'name', key.name)
}

function describeFederated(credential: Credential, one: Federated): void {
  credential.kind = 'federated'
  credential.id = one.id
  put(credential, 'name', one.name)
  put(credential, 'issuer', one.issuer)
  put(credential, 'subject', one.subject)
  put(credential, 'audience', one.audience)
}

function outcome(added: readonly { id: string }[], removed: readonly { id: string }[]): CredentialChange {
  const action = added.length > 0 ? 'credential_add' : removed.length > 0 ? 'credential_remove' : undefined
  return { action, discriminator: [...added, ...removed].map(({ id }) => id).sort() }
}

const digits = /\d+/g
const telling = /\p{L}{2}|^20\d\d$/u

/** Whether a name follows another: `rotation-2026-02` and `rotation-2026-03`, `2025` and `2026`. The same name again is none. */
function isNextInSeries(before: string | undefined, now: string | undefined): boolean {
  if (before === undefined || now === undefined || before === now || !telling.test(now)) return false
  return before.replace(digits, '0') === now.replace(digits, '0')
}

const nothing: CredentialChange = { action: undefined, discriminator: [] }

function readKeys(changes: Changes, oauth: OauthGroup): CredentialChange {
  if (!changes.has('KeyDescription')) return nothing
  const before = parseKeys(changes.beforeList('KeyDescription'))
  const after = parseKeys(changes.afterList('KeyDescription'))
  const added = without(after, before, ({ id }) => id)
  const removed = without(before, after, ({ id }) => id)
  const credential = summary(added.length, removed.length, after.length)
  const shown = added[0] ?? removed[0]
  if (shown !== undefined) describeKey(credential, shown)
  if (added.length > 1) credential.ids = added.map(({ id }) => id)
  if (added.length === 1 && before.some(({ name }) => isNextInSeries(name, added[0]?.name))) credential.renews = true
  put(credential, 'start', toInstant(changes.afterText('KeyStartDate')))
  put(credential, 'end', toInstant(changes.afterText('KeyEndDate')))
  oauth.credential = credential
  return outcome(added, removed)
}

function readFederated(changes: Changes, oauth: OauthGroup): CredentialChange {
  if (!changes.has('FederatedIdentityCredentials')) return nothing
  const before = changes.beforeList('FederatedIdentityCredentials').flatMap(toFederated)
  const after = changes.afterList('FederatedIdentityCredentials').flatMap(toFederated)
  const added = without(after, before, trustOf)
  const removed = without(before, after, trustOf)
  const credential = summary(added.length, removed.length, after.length)
  const shown = added[0] ?? removed[0]
  if (shown !== undefined) describeFederated(credential, shown)
  oauth.credential = credential
  return outcome(added, removed)
}

/** Fills `oauth.credential` from changes of keys and federated credentials. An added credential takes precedence. */
export function readCredentials(changes: Changes, oauth: OauthGroup): CredentialChange {
  const keys = readKeys(changes, oauth)
  if (keys.action === 'credential_add') return keys
  const kept = oauth.credential
  const federated = readFederated(changes, oauth)
  if (federated.action === undefined && kept !== undefined) oauth.credential = kept
  return federated.action === undefined ? keys : federated
}
