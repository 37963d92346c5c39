// Consents, revocations, refusals, requests and use of OAuth tokens: the token activity.
import type { OauthGroup } from '../../../fields/document.ts'
import type { OauthAction } from '../../../fields/oauth.ts'
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { present } from '../../../kernel/present.ts'
import { toLong } from '../../../lib/convert.ts'
import { Distinct } from '../../../lib/distinct.ts'
import { checkGrant, reportUnread } from '../../../lib/oauth/unread.ts'
import { excerptOf, refusalText } from '../../../lib/refusal.ts'
import type { DeriveStep, Draft } from '../../../lib/step.ts'
import {
  type Account,
  accountOf,
  actorAccount,
  clientApp,
  kindByScopes,
  streamBlock,
  textAt,
  textsAt,
  writeAct,
} from './acts.ts'
import { activityAccess, activityKind } from './api-methods.ts'
import { scopesOf } from './scopes.ts'
import { objectAt } from './values.ts'

type Grant = NonNullable<OauthGroup['grant']>

export function scopeData(block: JsonObject): JsonObject[] {
  const data = isObject(block.scope) ? block.scope.data : undefined
  return (Array.isArray(data) ? data : [data]).filter(isObject)
}

/** Returns Google's product names of the APIs that the scopes give access to. */
export function productsOf(block: JsonObject, data: readonly JsonObject[]): string[] {
  const products = new Distinct<string>()
  for (const holder of [block, ...data]) for (const product of textsAt(holder, 'product_bucket')) products.add(product)
  return products.list
}

export function principalOf(account: Account): NonNullable<Grant['principal']> {
  return present({ id: account.id, name: account.name })
}

function activityOf(block: JsonObject, { vendor, problem }: Draft): NonNullable<OauthGroup['activity']> {
  const activity: NonNullable<OauthGroup['activity']> = {}
  const api = textAt(block, 'api_name')
  const method = textAt(block, 'method_name')
  const bytes = toLong(block.num_response_bytes)
  const unreadable = objectAt(vendor.token_other).num_response_bytes
  if (bytes === undefined && unreadable !== undefined) problem(refusalText('oauth.activity.bytes', unreadable))
  const access = activityAccess(method)
  if (api !== undefined) activity.api = api
  if (method !== undefined) activity.method = method
  if (bytes !== undefined) activity.bytes = bytes
  if (access !== undefined) activity.access = access
  activity.kind = activityKind(textAt(block, 'product_bucket'), api, method)
  return activity
}

/** Returns the requesting account: the actor, unless the event names another account. */
function requesterOf(draft: Draft, block: JsonObject): Account | undefined {
  const actor = actorAccount(draft)
  const requester = accountOf(textAt(block, 'requester_email'))
  return requester?.name === actor?.name ? actor : (requester ?? actor)
}

export const tokenEvents: Readonly<Record<string, OauthAction>> = {
  activity: 'app_use',
  authorize: 'consent',
  deny: 'token_deny',
  request: 'consent_request',
  revoke: 'token_revoke',
}

const reasons: Readonly<Record<string, string>> = { deny: 'rejection_type', request: 'app_request_info' }

export const tokenActs: DeriveStep = (draft) => {
  const { document, vendor } = draft
  const block = streamBlock(vendor, 'token')
  const app = clientApp(textAt(block, 'client', 'id'), textAt(block, 'app_name'), textAt(block, 'client', 'type'))
  const actor = actorAccount(draft)
  const name = document.event.action ?? ''

  if (name === 'activity') {
    const group: OauthGroup = { activity: activityOf(block, draft) }
    if (app !== undefined) group.app = app
    if (actor !== undefined) group.account = actor
    writeAct(draft, 'app_use', group, actor?.name)
    return
  }

  const data = scopeData(block)
  const scopes = scopesOf(textsAt(block, 'scope', 'value'), data)
  const products = productsOf(block, data)
  const kind = kindByScopes(scopes, products)
  if (app !== undefined && kind !== undefined) app.kind = kind
  const act = Object.hasOwn(tokenEvents, name) ? tokenEvents[name] : undefined
  if (act === undefined) {
    // An event that Google adds later still names its app.
    if (app !== undefined) document.oauth = { app }
    reportUnread(draft, name === '' ? 'the event has no name' : `the event ${excerptOf(name)} is not known`)
    return
  }
  const account = name === 'request' ? requesterOf(draft, block) : actor
  const grant: Grant = { kind: 'delegated', breadth: 'user' }
  if (account !== undefined) {
    grant.principal = principalOf(account)
    grant.self = account.name === actor?.name
  }
  if (products.length > 0) grant.resource = { name: products }
  const group: OauthGroup = { grant }
  if (app !== undefined) group.app = app
  if (account !== undefined) group.account = account

  // For a denied or requested grant, these are the requested scopes. Nothing was granted.
  if (scopes.length > 0) grant[name === 'revoke' ? 'scopes_removed' : 'scopes'] = scopes
  if (act === 'consent') grant.vendor = 'google'
  if (scopes.length > 0 && name === 'authorize') grant.scopes_added = [...scopes]
  const reason = reasons[name] === undefined ? undefined : textAt(block, reasons[name])
  if (reason !== undefined) grant.reason = reason
  writeAct(draft, act, group, account?.name)
  checkGrant(draft, { ...group, action: act })
}

/** Reports an activity in a log without a mapping if the activity contains a client ID and scopes. */
export const unknownApplicationActs: DeriveStep = (draft) => {
  const { parameters } = draft.element
  const names = (Array.isArray(parameters) ? parameters : []).map((one) => (isObject(one) ? one.name : undefined))
  if (!names.includes('client_id') || !(names.includes('scope') || names.includes('scope_data'))) return
  reportUnread(draft, `the log ${excerptOf(draft.document.event.provider ?? '')} is not known`)
}
