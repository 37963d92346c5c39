// Administrators' acts on applications: delegation, trust, policies, installation, roles, revoked tokens.
// The administrator acts; whose data or right it is about stands in `oauth.account` and `oauth.grant.principal`.
import type { OauthGroup } from '../../../fields/document.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import type { DeriveStep, Draft } from '../../../lib/step.ts'
import { adminOperations } from '../operations.ts'
import {
  type App,
  accountOf,
  actorAccount,
  clientApp,
  marketplaceApp,
  serviceAccountApp,
  streamBlock,
  textAt,
  textsAt,
  writeAct,
} from './acts.ts'
import type { AdminAct } from './admin-act.ts'
import { directionOf, marketplaceChoices } from './openness.ts'
import { splitScopes } from './scopes.ts'

type Policy = NonNullable<OauthGroup['policy']>
type Of<F extends AdminAct['family']> = Extract<AdminAct, { family: F }>

const acts: ReadonlyMap<string, AdminAct> = new Map(
  Object.entries(adminOperations).flatMap(([name, { act }]) => (act === undefined ? [] : [[name, act] as const])),
)

/** The choice who may install which Marketplace app, in the older events of the Gmail settings. */
const marketplaceEmailSetting = 'ENABLE_G_SUITE_MARKETPLACE'

/** Application settings are about everything; these are about applications. */
function isMarketplaceSetting(block: JsonObject): boolean {
  const setting = textAt(block, 'setting', 'name')
  return (
    setting === marketplaceEmailSetting ||
    setting?.startsWith('Apps Access Setting') === true ||
    textAt(block, 'application', 'name')?.toLowerCase() === 'google workspace marketplace'
  )
}

const generalSettingEvents: ReadonlySet<string> = new Set([
  'CREATE_APPLICATION_SETTING',
  'CHANGE_APPLICATION_SETTING',
  'DELETE_APPLICATION_SETTING',
  'CHANGE_EMAIL_SETTING',
])

function delegation(draft: Draft, block: JsonObject, { granted }: Of<'delegation'>): void {
  const scopes = splitScopes(textsAt(block, 'api', 'scopes'))
  const grant: NonNullable<OauthGroup['grant']> = {
    kind: 'domain_delegation',
    breadth: 'tenant',
    admin_consent: true,
    self: false,
  }
  if (scopes.length > 0) {
    if (granted) {
      grant.scopes = scopes
      grant.scopes_added = [...scopes]
    } else grant.scopes_removed = scopes
  }
  const app = clientApp(textAt(block, 'api', 'client', 'name'), undefined, undefined)
  writeAct(draft, granted ? 'delegation_grant' : 'delegation_revoke', { grant, ...(app && { app }) })
}

/** Whom a policy covers: an org unit, a group, or everybody. */
function policyScope(block: JsonObject): string {
  return (
    textAt(block, 'org_unit', 'full') ??
    textAt(block, 'org_unit', 'name') ??
    textAt(block, 'group', 'email') ??
    'tenant'
  )
}

function listedApp(block: JsonObject): App | undefined {
  return marketplaceApp(textAt(block, 'application', 'id'), textAt(block, 'application', 'name'))
}

function trust(draft: Draft, block: JsonObject, act: Of<'trust'>): void {
  const app =
    clientApp(
      textAt(block, 'oauth2', 'application', 'id'),
      textAt(block, 'oauth2', 'application', 'name'),
      textAt(block, 'oauth2', 'application', 'type'),
    ) ?? listedApp(block)
  const old = act.level !== undefined && !act.added ? [act.level] : textsAt(block, 'old_value')
  const now = act.level !== undefined && act.added ? [act.level] : textsAt(block, 'new_value')
  const policy: Policy = {
    name: act.name ?? 'App access control',
    setting: 'app_access',
    direction: act.direction ?? directionOf(old[0], now[0]),
    scope: policyScope(block),
  }
  if (old.length > 0) policy.old = old
  if (now.length > 0) policy.new = now
  writeAct(draft, 'trust_change', { policy, ...(app && { app }) }, policy.scope)
}

function policyChange(draft: Draft, block: JsonObject, act: Of<'policy'>): void {
  if (generalSettingEvents.has(draft.document.event.action ?? '') && !isMarketplaceSetting(block)) return
  const setting = act.setting ?? textAt(block, 'oauth2', 'service', 'name') ?? textAt(block, 'setting', 'name')
  const old = textsAt(block, 'old_value')
  const now = act.becomes === undefined ? textsAt(block, 'new_value') : [act.becomes]
  const scale = setting === marketplaceEmailSetting ? marketplaceChoices : undefined
  const policy: Policy = {
    name: act.name,
    direction: act.direction ?? directionOf(old[0], now[0], scale),
    scope: policyScope(block),
  }
  if (setting !== undefined) policy.setting = setting
  if (old.length > 0) policy.old = old
  if (now.length > 0) policy.new = now
  writeAct(draft, 'policy_change', { policy }, `${setting ?? ''} ${policy.scope}`)
}

function install(draft: Draft, block: JsonObject, { installed }: Of<'install'>): void {
  const app = listedApp(block)
  const grant: NonNullable<OauthGroup['grant']> = {
    kind: 'install',
    breadth: 'tenant',
    admin_consent: true,
    self: false,
  }
  writeAct(draft, installed ? 'app_install' : 'app_uninstall', { grant, ...(app && { app }) })
}

function role(draft: Draft, block: JsonObject, act: Of<'role'>): void {
  const account = accountOf(textAt(block, 'user', 'email'))
  const id = textAt(block, 'role', 'id')
  const name = act.role ?? textAt(block, 'role', 'name')
  const group: OauthGroup = { role: { ...(id !== undefined && { id }), ...(name !== undefined && { name }) } }
  if (account !== undefined) group.account = account
  // A person's role is not an act on an application; the group stands for the account's privileges.
  if (account?.kind !== 'service' || account.name === undefined) {
    draft.document.oauth = group
    return
  }
  group.app = serviceAccountApp(account.name)
  writeAct(draft, act.granted ? 'role_grant' : 'role_revoke', group, name)
}

function revokeToken(draft: Draft, block: JsonObject): void {
  const app = clientApp(textAt(block, 'application', 'id'), textAt(block, 'application', 'name'), undefined)
  const account = accountOf(textAt(block, 'user', 'email'))
  const grant: NonNullable<OauthGroup['grant']> = {
    kind: 'delegated',
    breadth: 'user',
    self: account !== undefined && account.name === actorAccount(draft)?.name,
  }
  if (account?.name !== undefined) grant.principal = { name: account.name }
  writeAct(draft, 'token_revoke', { grant, ...(app && { app }), ...(account && { account }) }, account?.name)
}

function revokePassword(draft: Draft, block: JsonObject): void {
  const account = accountOf(textAt(block, 'user', 'email'))
  const id = textAt(block, 'application', 'asp_id')
  const credential: NonNullable<OauthGroup['credential']> = { kind: 'secret', removed: 1 }
  if (id !== undefined) credential.id = id
  writeAct(draft, 'token_revoke', { credential, ...(account && { account }) }, account?.name)
}

/** The consumer key of the domain is the domain's name. */
function consumerKey(draft: Draft, block: JsonObject, { kind }: Of<'consumer_key'>): void {
  const domain = textAt(block, 'domain', 'name')
  const app: App | undefined = domain === undefined ? undefined : { id: domain, name: domain, own_tenant: true }
  writeAct(draft, 'credential_add', { credential: { kind, added: 1 }, ...(app && { app }) })
}

/** Fills the `oauth` group from `google_workspace.admin`, for the events that are about applications. */
export const adminOauth: DeriveStep = (draft) => {
  const act = acts.get(draft.document.event.action ?? '')
  if (act === undefined) return
  const block = streamBlock(draft.vendor, 'admin')
  switch (act.family) {
    case 'delegation':
      return delegation(draft, block, act)
    case 'trust':
      return trust(draft, block, act)
    case 'policy':
      return policyChange(draft, block, act)
    case 'install':
      return install(draft, block, act)
    case 'role':
      return role(draft, block, act)
    case 'token':
      return revokeToken(draft, block)
    case 'app_password':
      return revokePassword(draft, block)
    case 'consumer_key':
      return consumerKey(draft, block, act)
    default:
      return act satisfies never
  }
}
