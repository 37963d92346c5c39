// Common parts of the acts of all Google Workspace streams: accounts, clients, the identity of the act.
import { bestId, type OauthGroup } from '../../../fields/document.ts'
import { groupByWord, words } from '../../../fields/field.ts'
import { isObject, type Json, type JsonObject } from '../../../kernel/json.ts'
import { present } from '../../../kernel/present.ts'
import { toText } from '../../../lib/convert.ts'
import { actId } from '../../../lib/oauth/act.ts'
import { setService } from '../../../lib/oauth/document.ts'
import type { Draft } from '../../../lib/step.ts'
import { isHiddenProfile } from './values.ts'

export type App = NonNullable<OauthGroup['app']>
export type Account = NonNullable<OauthGroup['account']>

function memberAt(block: JsonObject, first: string, second?: string, third?: string): Json | undefined {
  let here = block[first]
  if (second === undefined) return here
  here = isObject(here) ? here[second] : undefined
  if (third === undefined) return here
  return isObject(here) ? here[third] : undefined
}

/** Returns the text at a path of a block. Of several values, returns the first. */
export function textAt(block: JsonObject, first: string, second?: string, third?: string): string | undefined {
  const here = memberAt(block, first, second, third)
  return toText(Array.isArray(here) ? here[0] : here)
}

/** All texts at a path of a block, each once. */
export function textsAt(block: JsonObject, first: string, second?: string): string[] {
  const here = memberAt(block, first, second)
  if (!Array.isArray(here)) {
    const text = toText(here)
    return text === undefined ? [] : [text]
  }
  const texts = new Set<string>()
  for (const value of here) {
    const text = toText(value)
    if (text !== undefined) texts.add(text)
  }
  return [...texts]
}

/** Returns the block of a stream after the parameters step. */
export function streamBlock(vendor: JsonObject, stream: string): JsonObject {
  const block = vendor[stream]
  return isObject(block) ? block : {}
}

/** Google Cloud service accounts have special addresses. */
export function isServiceAccount(address: string): boolean {
  return address.endsWith('.gserviceaccount.com')
}

/** An account by its address, in lower case. */
export function accountOf(address: string | undefined, id?: string): Account | undefined {
  if (address === undefined && id === undefined) return undefined
  const account: Account = {}
  if (id !== undefined) account.id = id
  if (address !== undefined) {
    account.name = address.toLowerCase()
    if (isServiceAccount(account.name)) account.kind = 'service'
  }
  return account
}

export function actorAccount({ document }: Draft): Account | undefined {
  const { email, id } = document.user ?? {}
  return accountOf(email, id === undefined || isHiddenProfile(id) ? undefined : id)
}

function isDigits(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (code < 48 || code > 57) return false
  }
  return text !== ''
}

/** Maps `client_type` of token events and `OAUTH2_APP_TYPE` of admin events. */
export const clientKinds = groupByWord<NonNullable<App['kind']>>({
  web: 'WEB WEB_APPLICATION',
  native: `
    NATIVE_ANDROID ANDROID NATIVE_IOS IOS NATIVE_DESKTOP NATIVE_APPLICATION NATIVE_UNIVERSAL_WINDOWS_PLATFORM NATIVE_SONY`,
  extension: 'NATIVE_CHROME_EXTENSION CHROME_EXTENSION',
  // Clients without a browser. Users sign in with a code on another screen. These clients cannot keep a secret.
  public: 'NATIVE_DEVICE CONNECTED_DEVICE',
})

export function serviceAccountApp(address: string): App {
  const name = address.toLowerCase()
  return { object_id: name, name, kind: 'service_account' }
}

/** A client from the values of an event; undefined without any. */
export function clientApp(
  id: string | undefined,
  name: string | undefined,
  clientType: string | undefined,
): App | undefined {
  if (id === undefined && name === undefined) return undefined
  const app: App = {}
  if (name !== undefined) app.name = name
  if (id !== undefined) {
    app.id = id
    // The leading number is the app's Cloud project. Drive events and the Marketplace identify the app only by it.
    const end = id.indexOf(id.includes('-') ? '-' : '.')
    const project = end > 0 ? id.slice(0, end) : ''
    if (isDigits(project)) app.registration_id = project
  }
  if (id !== undefined && isDigits(id)) app.kind = 'service_account'
  else if (clientType !== undefined) app.kind = clientKinds.get(clientType) ?? 'unknown'
  return app
}

const scopeRoot = 'https://www.googleapis.com/auth/'

/** Scopes of the API that manages scripts from outside. Any client may request them. */
const scriptManagement = words('script.projects script.deployments script.processes script.metrics script.webapp')

/**
 * Returns the kind of a client if only a script or an add-on can have its scopes. Google reports both as web
 * applications. Returns undefined if any client can have the scopes.
 */
export function kindByScopes(scopes: readonly string[], products: readonly string[]): App['kind'] {
  const names = scopes.filter((scope) => scope.startsWith(scopeRoot)).map((scope) => scope.slice(scopeRoot.length))
  if (names.some((name) => name.includes('.addons.'))) return 'addon'
  const runtime = (name: string) =>
    name.endsWith('.currentonly') ||
    (name.startsWith('script.') && !scriptManagement.some((each) => name.startsWith(each)))
  return names.some(runtime) || products.includes('APPS_SCRIPT_RUNTIME') ? 'script' : undefined
}

/** An app of the Marketplace: its id is the number of its Cloud project. */
export function marketplaceApp(id: string | undefined, name: string | undefined): App | undefined {
  if (id === undefined && name === undefined) return undefined
  return present({ name, id, registration_id: id !== undefined && isDigits(id) ? id : undefined })
}

/**
 * Adds the group to the document and sets the act ID. `target` identifies the target besides the app. It must be in all
 * log sources of the event, so it is an address and not a profile ID.
 */
export function writeAct(
  draft: Draft,
  action: NonNullable<OauthGroup['action']>,
  group: OauthGroup,
  target?: string,
): void {
  const { document, ordinal } = draft
  const correlation = document.event.id
  const oauth: OauthGroup = { ...document.oauth, ...group, action }
  oauth.act = {
    id: actId({
      vendor: 'google',
      tenant: document.organization?.id,
      correlation,
      action,
      app: bestId(group.app),
      target,
      discriminator: [String(ordinal)],
    }),
  }
  if (correlation !== undefined) oauth.act.bundle = correlation
  document.oauth = oauth
  setService(document, oauth.app)
}

/** The acting application: the one that acts on behalf of an account, or a service account as itself. */
function actingApp({ record, document }: Draft): NonNullable<OauthGroup['actor_app']> | undefined {
  const info = isObject(record.actor) ? record.actor.applicationInfo : undefined
  const id = isObject(info) ? toText(info.oauthClientId) : undefined
  const name = isObject(info) ? toText(info.applicationName) : undefined
  if (id !== undefined || name !== undefined) return present({ id, name })
  const email = document.user?.email?.toLowerCase()
  return email !== undefined && isServiceAccount(email) ? { name: email } : undefined
}

/** Sets the acting application of an activity, which is in addition to the actor. */
export function actorAppStep(draft: Draft): void {
  const { document } = draft
  const actor = actingApp(draft)
  if (actor === undefined) return
  document.oauth ??= {}
  const { app } = document.oauth
  if (actor.id !== undefined && app?.id !== undefined) actor.self = app.id === actor.id
  else if (app?.object_id !== undefined && isServiceAccount(actor.name ?? '')) actor.self = app.object_id === actor.name
  document.oauth.actor_app = actor
  if (app !== undefined) return
  // The record does not name the changed application, so the service is the acting application.
  const { id, name } = actor
  document.service = present({ id, name })
}
