// Token requests that were granted or denied: the access_evaluation activity.
import type { OauthGroup } from '../../../fields/document.ts'
import { isObject, type JsonObject } from '../../../kernel/json.ts'
import { toText } from '../../../lib/convert.ts'
import type { DeriveStep, Draft } from '../../../lib/step.ts'
import { type App, actorAccount, clientApp, kindByScopes, streamBlock, textAt, textsAt, writeAct } from './acts.ts'
import { scopesOf } from './scopes.ts'
import { principalOf, productsOf, scopeData } from './token.ts'

type Grant = NonNullable<OauthGroup['grant']>

/** The grant that each administrator setting gives an application. */
const sources: ReadonlyMap<string, Pick<Grant, 'kind' | 'breadth'>> = new Map([
  ['DOMAIN_WIDE_DELEGATION', { kind: 'domain_delegation', breadth: 'tenant' }],
  ['GOOGLE_WORKSPACE_MARKETPLACE', { kind: 'install', breadth: 'tenant' }],
])

/** A service account can only act for a user by domain-wide delegation. */
function impliedSource(block: JsonObject): string {
  return textAt(block, 'service_account') === undefined ? '' : 'DOMAIN_WIDE_DELEGATION'
}

/** Returns the service account if it acts as a user, otherwise the client. The client may be only in the actor. */
function evaluatedApp({ record }: Draft, block: JsonObject): App | undefined {
  const actor = isObject(record.actor) ? record.actor : {}
  const info = isObject(actor.applicationInfo) ? actor.applicationInfo : {}
  const id = textAt(block, 'client', 'id') ?? toText(info.oauthClientId)
  const name = textAt(block, 'app_name') ?? toText(info.applicationName)
  const client = clientApp(id, name, textAt(block, 'client', 'type'))
  const account = textAt(block, 'service_account')
  if (account === undefined) return client
  return { name: account, ...client, object_id: account, kind: 'service_account' }
}

export const accessEvaluationActs: DeriveStep = (draft) => {
  const { document, vendor, element } = draft
  const block = streamBlock(vendor, 'access_evaluation')
  const app = evaluatedApp(draft, block)
  // A check of a credential without an application (a password) is not an act of an application.
  if (app === undefined) return
  const account = actorAccount(draft)
  const data = scopeData(block)
  const scopes = scopesOf(textsAt(block, 'scopes_requested'), data)
  const products = productsOf(block, data)
  const source = textAt(block, 'configuration_source')
  const grant: Grant = { kind: 'delegated', breadth: 'user', ...sources.get(source ?? impliedSource(block)) }
  if (account !== undefined && grant.breadth === 'user') grant.principal = principalOf(account)
  if (scopes.length > 0) grant.scopes = scopes
  if (products.length > 0) grant.resource = { name: products }
  const kind = kindByScopes(scopes, products)
  if (kind !== undefined && app.kind !== 'service_account') app.kind = kind
  const reason = textAt(block, 'rejection_type') ?? source
  if (reason !== undefined) grant.reason = reason
  const refused = document.event.outcome === 'failure'
  const group: OauthGroup = { app, grant, ...(account && { account }) }
  writeAct(draft, refused ? 'token_deny' : 'app_sign_in', group, `${account?.name ?? ''} ${toText(element.name) ?? ''}`)
}
