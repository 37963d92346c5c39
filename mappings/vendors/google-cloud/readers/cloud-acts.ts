// Acts on applications in Google Cloud's audit logs. The client id that domain-wide delegation is granted to is the unique
// id of a service account: with it as `oauth.app.id`, a new key and the delegation are of one application.
import type { EcsDocument, OauthGroup } from '../../../fields/document.ts'
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { getPath } from '../../../kernel/path.ts'
import { toInstant, toIsoInstant, toLong, toText } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import type { DeriveStep, Draft } from '../../../lib/step.ts'
import {
  type App,
  accountOf,
  actorAccount,
  isServiceAccount,
  serviceAccountApp,
  textsAt,
  writeAct,
} from '../../google-workspace/readers/acts.ts'
import { writeUserTarget } from '../../google-workspace/readers/targets.ts'
import { bindingDeltas, payloadOf, shortMethod } from './cloud.ts'
import { type CloudAct, cloudActs, ownerRoles } from './cloud-act-table.ts'

type Credential = NonNullable<OauthGroup['credential']>
type Owner = NonNullable<OauthGroup['owner']>

const acts: ReadonlyMap<string, CloudAct> = new Map(Object.entries(cloudActs))

const objectAt = (value: unknown): JsonObject => (isObject(value) ? value : {})
const isDigits = (text: string): boolean => /^\d{1,30}$/.test(text)

/** The first of several members that holds a text: some services write their answers with underscores. */
function firstText(object: JsonObject, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = toText(object[name])
    if (text !== undefined) return text
  }
  return undefined
}

/** The part of a resource name that follows a collection: `projects/-/serviceAccounts/<this>/keys/…`. */
function partAfter(name: string | undefined, collection: string): string | undefined {
  const parts = name?.split('/') ?? []
  const at = parts.indexOf(collection)
  return at === -1 ? undefined : parts[at + 1]
}

/** The service account that a call is about; its names are spread over the entry. */
function serviceAccount({ record }: Draft, payload: JsonObject): App | undefined {
  const labels = objectAt(objectAt(record.resource).labels)
  const request = objectAt(payload.request)
  const response = objectAt(payload.response)
  const named = [request.name, request.resource, response.name, payload.resourceName].flatMap(
    (name) => partAfter(toText(name), 'serviceAccounts') ?? [],
  )
  const email =
    firstText(labels, 'email_id') ?? firstText(response, 'email') ?? named.find((name) => name.includes('@'))
  const id =
    firstText(labels, 'unique_id') ??
    firstText(response, 'unique_id', 'uniqueId') ??
    named.find((name) => isDigits(name))
  if (email === undefined && id === undefined) return undefined
  const app: App = { kind: 'service_account' }
  put(app, 'id', id)
  if (email !== undefined) {
    app.object_id = email.toLowerCase()
    app.name = email.toLowerCase()
  }
  return app
}

/** Google writes the time as text or as seconds. */
function instantAt(object: JsonObject, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = object[name]
    const seconds = isObject(value) ? toLong(value.seconds) : undefined
    const instant = seconds === undefined ? toInstant(value) : toIsoInstant(seconds * 1000)
    if (instant !== undefined) return instant
  }
  return undefined
}

const dayInMilliseconds = 86_400_000
/** Keys that never expire end in the year 9999. */
const never = Date.parse('9999-01-01T00:00:00Z')

function keyOf(payload: JsonObject, action: string): Credential {
  const request = objectAt(payload.request)
  const response = objectAt(payload.response)
  const credential: Credential = { kind: 'key' }
  const names = [response.name, request.name, payload.resourceName]
  put(credential, 'id', names.map((name) => partAfter(toText(name), 'keys')).find(Boolean))
  if (action === 'credential_remove') return { ...credential, removed: 1 }
  credential.added = 1
  const start = instantAt(response, 'valid_after_time', 'validAfterTime')
  const end = instantAt(response, 'valid_before_time', 'validBeforeTime')
  put(credential, 'start', start)
  if (end === undefined || Date.parse(end) >= never) return credential
  credential.end = end
  if (start !== undefined)
    credential.validity_days = Math.round((Date.parse(end) - Date.parse(start)) / dayInMilliseconds)
  return credential
}

/** A member of a policy: its kind, and who it is. */
function memberOf(text: string): { readonly kind: string; readonly name: string } {
  const colon = text.indexOf(':')
  return { kind: text.slice(0, Math.max(colon, 0)), name: text.slice(colon + 1).toLowerCase() }
}

const ownerKinds: ReadonlyMap<string, Owner['kind']> = new Map([
  ['user', 'user'],
  ['serviceAccount', 'service_principal'],
  ['principal', 'service_principal'],
  ['principalSet', 'service_principal'],
])

/** One change of a policy: additions come first, since a record that does both is the graver for them. */
function deltaOf(payload: JsonObject, counts: (role: string, member: string) => boolean): JsonObject | undefined {
  const fitting = bindingDeltas(payload).filter(({ role, member }) => counts(toText(role) ?? '', toText(member) ?? ''))
  return fitting.find(({ action }) => action === 'ADD') ?? fitting[0]
}

function accountPolicy(draft: Draft, payload: JsonObject, app: App): void {
  const delta = deltaOf(payload, (role) => ownerRoles.has(role))
  const text = toText(delta?.member)
  if (delta === undefined || text === undefined) {
    draft.document.oauth = { ...draft.document.oauth, app }
    return
  }
  const { kind, name } = memberOf(text)
  const owner: Owner = { name }
  put(owner, 'kind', ownerKinds.get(kind))
  const account = accountOf(name)
  writeUserTarget(draft.document, name)
  const role = toText(delta.role) as string
  const group: OauthGroup = { app, owner, role: { name: role }, ...(account && { account }) }
  writeAct(draft, delta.action === 'REMOVE' ? 'owner_remove' : 'owner_add', group, `${name} ${role}`)
}

function resourcePolicy(draft: Draft, payload: JsonObject): void {
  const delta = deltaOf(payload, (_, member) => member.startsWith('serviceAccount:'))
  const text = toText(delta?.member)
  const role = toText(delta?.role)
  // A person's role in the Cloud is no act on an application.
  if (delta === undefined || text === undefined || role === undefined) return
  const { name } = memberOf(text)
  const app = serviceAccountApp(name)
  writeUserTarget(draft.document, name)
  const group: OauthGroup = { app, role: { name: role }, account: { name, kind: 'service' } }
  writeAct(draft, delta.action === 'REMOVE' ? 'role_revoke' : 'role_grant', group, role)
}

function token(draft: Draft, payload: JsonObject, app: App): void {
  const scopes = textsAt(payload, 'request', 'scope')
  const grant: NonNullable<OauthGroup['grant']> = { kind: 'application', app_only: true }
  if (scopes.length > 0) grant.scopes = scopes
  const key = partAfter(toText(getPath(payload, ['authenticationInfo', 'serviceAccountKeyName'])), 'keys')
  const group: OauthGroup = { app, grant, ...(key !== undefined && { credential: { kind: 'key', id: key } }) }
  writeAct(draft, 'app_sign_in', group, actorAccount(draft)?.name)
}

/** An OAuth client of workforce identity federation; later calls have its name only as a resource. */
function federationClient(payload: JsonObject): App | undefined {
  const request = objectAt(payload.request)
  const response = objectAt(payload.response)
  const id = firstText(response, 'clientId', 'client_id')
  const path = [request.name, request.parent, response.name, payload.resourceName]
  const handle =
    firstText(request, 'oauthClientId', 'oauth_client_id') ??
    path.map((name) => partAfter(toText(name), 'oauthClients')).find(Boolean)
  const name = toText(getPath(request, ['oauthClient', 'displayName']))
  if (id === undefined && handle === undefined) return undefined
  const app: App = { kind: 'web' }
  put(app, 'id', id)
  put(app, 'object_id', handle)
  put(app, 'name', name ?? handle)
  return app
}

function client(draft: Draft, payload: JsonObject, act: Extract<CloudAct, { family: 'client' }>): void {
  const app = federationClient(payload)
  const redirects = textsAt(objectAt(payload.request), 'oauthClient', 'allowedRedirectUris')
  const group: OauthGroup = { ...(app && { app }) }
  if (act.action === 'app_register' && redirects.length > 0) group.redirect = { added: redirects }
  writeAct(draft, act.action, group)
}

function clientSecret(
  draft: Draft,
  payload: JsonObject,
  { action }: Extract<CloudAct, { family: 'client_secret' }>,
): void {
  const app = federationClient(payload)
  const credential: Credential = { kind: 'secret' }
  put(
    credential,
    'id',
    partAfter(toText(objectAt(payload.response).name) ?? toText(payload.resourceName), 'credentials'),
  )
  if (action === 'credential_remove') credential.removed = 1
  else credential.added = 1
  writeAct(draft, action, { credential, ...(app && { app }) }, credential.id)
}

/** A caller that is a service account itself. */
function writeActorApp({ user }: EcsDocument, oauth: OauthGroup): void {
  const caller = user?.email?.toLowerCase()
  if (caller === undefined || !isServiceAccount(caller)) return
  const acted = oauth.app?.object_id
  oauth.actor_app = { name: caller, ...(acted !== undefined && { self: acted === caller }) }
}

type ActWriter = (draft: Draft, payload: JsonObject, act: CloudAct) => void

const writeActOf: ActWriter = (draft, payload, act) => {
  if (act.family === 'resource_policy') return resourcePolicy(draft, payload)
  if (act.family === 'client') return client(draft, payload, act)
  if (act.family === 'client_secret') return clientSecret(draft, payload, act)
  const app = serviceAccount(draft, payload)
  if (app === undefined) return
  switch (act.family) {
    case 'account':
      return writeAct(draft, act.action, { app })
    case 'key': {
      const credential = keyOf(payload, act.action)
      return writeAct(draft, act.action, { app, credential }, credential.id)
    }
    case 'token':
      return token(draft, payload, app)
    case 'account_policy':
      return accountPolicy(draft, payload, app)
    default:
      return act satisfies never
  }
}

/** Fills the `oauth` group of the methods that are about applications. */
export const cloudOauth: DeriveStep = (draft) => {
  const { document } = draft
  const act = acts.get(`${document.event.provider ?? ''} ${shortMethod(document.event.action)}`)
  if (act === undefined) return
  writeActOf(draft, payloadOf(draft), act)
  if (document.oauth !== undefined) writeActorApp(document, document.oauth)
}
