// Adds the facts of the knowledge files and the environment to a mapped document: tiers, owner of the application,
// known attacks, imitated names.
import { vendorOf } from '../../mappings/entities/key.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument, OauthGroup } from '../../mappings/fields/document.ts'
import { tiers } from '../../mappings/fields/oauth.ts'
import { boundedCache } from '../../mappings/kernel/bounded-cache.ts'
import { folded } from '../../mappings/kernel/folded.ts'
import { resourceName } from '../../mappings/knowledge/apps.ts'
import { hostingProviders, lazy } from '../../mappings/knowledge/load.ts'
import { tierRank } from '../../mappings/knowledge/permissions.ts'
import { toolsAt } from '../../mappings/knowledge/redirect-tools.ts'
import { directoryRole, googleAdminRole, hasAssumedTier } from '../../mappings/knowledge/roles.ts'
import type { LookUpAddress } from './address-databases.ts'
import { makeEnrichApp } from './enrich-app.ts'
import { makeEnrichOwnDomains } from './enrich-own-domains.ts'
import { type GrantTiers, type ScopeKind, weighGrant } from './grant-tiers.ts'
import { nameScopes, parseScope, type Scope } from './scope-names.ts'
import { makeEnrichUserAgent } from './user-agent.ts'

type Grant = NonNullable<OauthGroup['grant']>
type Role = NonNullable<OauthGroup['role']>

/** Scopes that exist only with a user's sign-in. They show that a grant is delegated. */
const signInScopes = new Set(['openid', 'profile', 'email', 'offline_access'])

function scopeKind(document: EcsDocument, grant: Grant, google: boolean): ScopeKind {
  const action = document.oauth?.action
  if (google) {
    const delegation =
      grant.kind === 'domain_delegation' || action === 'delegation_grant' || action === 'delegation_revoke'
    return delegation ? 'google_delegation' : 'google'
  }
  // An application that is limited to some mailboxes has about the same access as a grant by their owners.
  if (grant.kind === 'application' && grant.breadth === 'group') return 'delegated'
  if (grant.kind === 'application' || grant.kind === 'delegated') return grant.kind
  if (grant.app_only || action === 'app_role_grant' || action === 'app_role_revoke') return 'application'
  if (action === 'delegated_grant' || action === 'delegated_revoke') return 'delegated'
  return grant.scopes?.some((name) => signInScopes.has(name.toLowerCase())) ? 'delegated' : 'either'
}

/** Returns the scopes of a grant with their APIs: from the qualified scope in the record, or the grant's only API. */
function scopesOf(grant: Grant): { held: Scope[]; added: Scope[] } {
  const qualified = (grant.scopes_qualified ?? []).map(parseScope)
  const byName = new Map(qualified.map((scope) => [scope.name.toLowerCase(), scope]))
  const ids = grant.resource?.id ?? []
  const only = ids.length === 1 ? ids[0] : undefined
  const qualify = (text: string): Scope => {
    const scope = parseScope(text)
    if (scope.resourceAppId !== undefined) return scope
    return byName.get(text.toLowerCase()) ?? (only === undefined ? scope : { ...scope, resourceAppId: only })
  }
  const bare = (grant.scopes ?? []).filter((name) => !byName.has(name.toLowerCase())).map(qualify)
  return { held: [...qualified, ...bare], added: (grant.scopes_added ?? []).map(qualify) }
}

/** Adds API IDs from the qualified scopes if the record names no API, and API names if it contains only IDs. */
function enrichResource(grant: Grant): void {
  const qualified = grant.scopes_qualified
  if (qualified !== undefined && qualified.length > 0 && !grant.resource?.id?.length) {
    const ids = qualified.flatMap((text) => parseScope(text).resourceAppId ?? [])
    if (ids.length > 0) grant.resource = { ...grant.resource, id: [...new Set(ids)] }
  }
  const resource = grant.resource
  if (resource?.id === undefined || resource.name?.length) return
  const names: string[] = []
  for (const id of resource.id) {
    const name = resourceName(id)
    if (name !== undefined && !names.includes(name)) names.push(name)
  }
  if (names.length > 0) resource.name = names
}

function enrichRedirect(redirect: NonNullable<OauthGroup['redirect']>): void {
  const { tools, common } = toolsAt(redirect.added ?? [])
  if (tools.length === 0) return
  redirect.tool = tools
  if (common) redirect.tool_common = true
}

function enrichRole(role: Role, google: boolean): void {
  const { id, name } = role
  const entry = google
    ? googleAdminRole(name ?? id ?? '')
    : directoryRole({ ...(id !== undefined && { templateId: id }), ...(name !== undefined && { name }) })
  if (entry === undefined) return
  role.tier ??= entry.tier
  role.name ??= entry.name
}

/** Replaces the template IDs of an account's roles with names. The role that every user has is not a privilege. */
function enrichRoles(account: NonNullable<OauthGroup['account']>): void {
  const known = account.roles?.flatMap((templateId) => directoryRole({ templateId }) ?? []) ?? []
  const held = known.filter(({ tier }) => tier !== 'low')
  if (held.length === 0) {
    delete account.roles
    return
  }
  account.roles = held.map(({ name }) => name).sort()
  const tier = tiers.find((each) => held.some((role) => role.tier === each))
  if (tier !== undefined) account.tier = tier
  if (tier === 'critical' || tier === 'high') account.privileged = true
}

interface Named {
  id?: string
  name?: string
  email?: string
}

const lowered = (text: string): string => (text.includes('@') ? folded(text) : text)
const loweredList = (texts: readonly string[]): string[] => [...new Set(texts.map(lowered))]

/** Lowercases the addresses of an account, and its name if this is the part of an address before the `@`. */
function lowerAccount(account: Named | undefined): void {
  if (account === undefined) return
  const { id, name, email } = account
  if (id !== undefined) account.id = lowered(id)
  if (name !== undefined) account.name = email?.startsWith(`${name}@`) ? folded(name) : lowered(name)
  if (email !== undefined) account.email = lowered(email)
}

/** Logs write an address in any case and Unicode form. Documents use one form, so one term finds all records of an account or a recipient. */
function lowerAddresses({ user, source, oauth, related, email, saas }: EcsDocument): void {
  if (email?.to?.address !== undefined) email.to = { address: loweredList(email.to.address) }
  if (saas?.mail_rule?.forward_to !== undefined) saas.mail_rule.forward_to = loweredList(saas.mail_rule.forward_to)
  const accounts: readonly (Named | undefined)[] = [
    user,
    user?.target,
    user?.changes,
    source?.user,
    oauth?.account,
    oauth?.grant?.principal,
    oauth?.owner,
  ]
  const before = accounts.map((account) => account?.name)
  for (const account of accounts) lowerAccount(account)
  if (related?.user === undefined) return
  const nameOf = (text: string) => accounts[before.indexOf(text)]?.name ?? lowered(text)
  related.user = [...new Set(related.user.map(nameOf))]
}

/** A database result replaces the vendor's values completely, so that the two sources are never mixed. */
function enrichSource(document: EcsDocument, lookUp: LookUpAddress): void {
  const { source } = document
  if (source?.ip === undefined) return
  const { geo, as } = lookUp(source.ip)
  // Copies the result, because documents share it.
  if (geo !== undefined) source.geo = { ...geo, ...(geo.location !== undefined && { location: { ...geo.location } }) }
  if (as !== undefined)
    source.as = { ...as, ...(as.organization !== undefined && { organization: { ...as.organization } }) }
}

const hostingNames = lazy(() => new Map(hostingProviders().map(({ number, name }) => [number, name])))

/** Marks an address of a provider that rents servers, VPN exits or proxies, and names the provider if the record does not. */
function enrichHosting(document: EcsDocument): void {
  const system = document.source?.as
  const name = system?.number === undefined ? undefined : hostingNames().get(system.number)
  if (system === undefined || name === undefined) return
  system.organization ??= { name }
  document.saas = { ...document.saas, source: { hosting: true } }
}

/** Creates the stage. Its result depends only on the document, the environment and the address databases, if any. */
export function makeEnrich(environment: Environment, lookUp?: LookUpAddress): (document: EcsDocument) => void {
  // Most grants have one of a few sets of scopes.
  const weighed = boundedCache<GrantTiers>({ limit: 2_000 })
  const enrichApp = makeEnrichApp(environment)
  const enrichUserAgent = makeEnrichUserAgent()
  const enrichOrganization = makeEnrichOrganization(environment)
  const enrichOwnDomains = makeEnrichOwnDomains(environment)

  function enrichGrant(document: EcsDocument, grant: Grant, google: boolean): void {
    if (!google) enrichResource(grant)
    weigh(document, grant, google)
    if (!google) nameScopes(grant)
  }

  function weigh(document: EcsDocument, grant: Grant, google: boolean): void {
    const { scopes, scopes_qualified, scopes_added, resource } = grant
    if (!scopes?.length && !scopes_qualified?.length && !scopes_added?.length) return
    const kind = scopeKind(document, grant, google)
    // JSON, so that no name can imitate the separator of two parts.
    const key = JSON.stringify([kind, scopes, scopes_qualified, scopes_added, resource?.id])
    const { tier, tierAdded, reasons, unknown, controlsDirectory } = weighed(key, () => {
      const { held, added } = scopesOf(grant)
      return weighGrant(held, added, kind)
    })
    if (tier !== undefined) {
      grant.tier = tier
      grant.tier_rank = tierRank(tier)
    }
    if (tierAdded !== undefined) grant.tier_added = tierAdded
    // Copies the reasons, because documents share the rating.
    if (reasons.length > 0) grant.tier_reason = [...reasons]
    if (controlsDirectory) grant.controls_directory = true
    if (unknown.length > 0) grant.unknown_scopes = [...unknown]
  }

  return (document) => {
    lowerAddresses(document)
    if (lookUp !== undefined) enrichSource(document, lookUp)
    enrichHosting(document)
    enrichUserAgent(document)
    enrichOrganization(document)
    enrichOwnDomains(document)
    const oauth = document.oauth
    if (oauth === undefined) return
    const google = vendorOf(document.event.dataset ?? '') === 'google'
    if (oauth.app) enrichApp(document, oauth.app, google ? 'google' : 'microsoft')
    // No rule compares such a sign-in with its copy in another log source.
    if (oauth.action === 'app_sign_in' && oauth.app?.first_party) delete oauth.act?.id
    if (oauth.grant) enrichGrant(document, oauth.grant, google)
    if (oauth.redirect?.added) enrichRedirect(oauth.redirect)
    if (oauth.role) enrichRole(oauth.role, google)
    if (oauth.role && hasAssumedTier(document.event.dataset, oauth.role.name)) oauth.role.tier ??= 'high'
    if (oauth.account?.roles) enrichRoles(oauth.account)
  }
}

export function makeEnrichOrganization(environment: Environment): (document: EcsDocument) => void {
  const names = new Map(
    environment.tenants.flatMap(({ id, name }) => (name ? [[id.toLowerCase(), name] as const] : [])),
  )
  return (document) => {
    const { organization } = document
    if (names.size === 0 || organization?.id === undefined) return
    // Most log sources already write the ID in lowercase, like the keys of `names`.
    const name = names.get(organization.id) ?? names.get(organization.id.toLowerCase())
    if (name !== undefined) organization.name = name
  }
}
