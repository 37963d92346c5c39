// One sentence for an analyst: actor, act, application, permissions, scope and address.
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { oauthActions } from '../../mappings/fields/oauth.ts'
import { isSetting } from '../../mappings/fields/setting.ts'
import { fieldValues } from '../../mappings/kernel/path.ts'
import { present } from '../../mappings/kernel/present.ts'
import { table } from '../../mappings/kernel/table.ts'
import type { Entry, Finding } from './evaluate/evaluator.ts'
import { factsOf, isFromNewNetwork } from './reason-facts.ts'

type Oauth = NonNullable<EcsDocument['oauth']>
type Grant = NonNullable<Oauth['grant']>

/** The words between the actor and the application. In a use, the application acts. */
const verbs: Readonly<Record<Exclude<(typeof oauthActions)[number], 'app_use'>, string>> = {
  app_register: 'registered',
  app_update: 'changed',
  app_delete: 'deleted',
  app_restore: 'restored',
  sp_add: 'created the service principal of',
  sp_update: 'changed the service principal of',
  sp_disable: 'disabled',
  sp_enable: 'enabled',
  sp_delete: 'deleted the service principal of',
  consent: 'consented to',
  consent_block: 'was blocked from consenting to',
  consent_request: 'requested admin approval of',
  delegated_grant: 'granted delegated permissions to',
  delegated_revoke: 'revoked delegated permissions of',
  app_role_grant: 'granted application permissions to',
  app_role_revoke: 'revoked application permissions of',
  user_assign: 'assigned a user to',
  user_unassign: 'unassigned a user from',
  credential_add: 'added a credential to',
  credential_remove: 'removed a credential from',
  owner_add: 'added an owner to',
  owner_remove: 'removed an owner from',
  redirect_change: 'changed the redirect URIs of',
  permission_request: 'changed the requested permissions of',
  audience_change: 'changed the supported account types of',
  lock_change: 'changed the property lock of',
  policy_change: 'changed a policy on',
  trust_change: 'changed the trust in',
  delegation_grant: 'granted domain-wide delegation to',
  delegation_revoke: 'revoked domain-wide delegation of',
  app_install: 'installed',
  app_uninstall: 'uninstalled',
  token_revoke: 'revoked the tokens of',
  token_deny: 'was denied a token for',
  role_grant: 'granted an administrator role to',
  role_revoke: 'revoked an administrator role of',
  app_sign_in: 'obtained a token for',
}

const breadths: Readonly<Record<NonNullable<Grant['breadth']>, string>> = {
  user: 'for one user',
  tenant: 'for the whole tenant',
  group: 'for a group',
}

/**
 * Returns an alert's reason: its document's sentence, or the count, time span, first and last sentence of several. For
 * several alerts, the names of their rules replace the first sentence.
 */
export function reasonOf({ entries, terms }: Finding): string {
  const { first, last, ms } = extentOf(entries)
  const values = Object.entries(terms ?? {})
    // A rule groups by dataset only to count the same act in two logs once.
    .filter(([field]) => field !== 'event.dataset')
    .map(([field, value]) => term(field, value, first.document))
    .join(', ')
  if (entries.length === 1) return values === '' ? sentence(first) : `${sentence(first)}; new: ${values}`
  const isOnAlerts = entries.some(({ behind }) => behind !== undefined)
  // Kibana stores one alert of a sequence as several documents.
  const number = isOnAlerts ? new Set(entries.map(alertOf)).size : entries.length
  const group = values === '' ? '' : ` of ${values}`
  const head = `${number} ${isOnAlerts ? 'alerts' : 'events'}${group} within ${span(ms)}`
  const begin = isOnAlerts ? `: ${rulesOf(entries)}` : `; the first: ${sentence(first)}`
  return `${head}${begin}; the last: ${sentence(last)}`
}

/** The rules of alerts, in the order of their alerts. */
function rulesOf(entries: Finding['entries']): string {
  const names = new Set(entries.flatMap(({ document }) => fieldValues(document, ['kibana', 'alert', 'rule', 'name'])))
  const more = names.size > shown ? ` and ${names.size - shown} more` : ''
  return `${[...names].slice(0, shown).join('; ')}${more}`
}

/** Returns the times of the events. The time of an alert is not used, because it is the time at which the rule ran. */
const timesOf = (entry: Entry): string[] =>
  (entry.behind ?? [entry]).map(({ document }) => document['@timestamp'] ?? '').sort()

/** Returns first and last entry, and milliseconds from first to last event. One pass: alerts can have many events. */
function extentOf(entries: Finding['entries']): { readonly first: Entry; readonly last: Entry; readonly ms: number } {
  let first: Entry = entries[0]
  let last: Entry = first
  let firstAt = timesOf(first)[0] ?? ''
  let lastAt = firstAt
  let [from, until] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]
  for (const entry of entries) {
    const times = timesOf(entry)
    const at = times[0] ?? ''
    if (at < firstAt) [first, firstAt] = [entry, at]
    if (at >= lastAt) [last, lastAt] = [entry, at]
    from = Math.min(from, Date.parse(at))
    until = Math.max(until, Date.parse(times.at(-1) ?? ''))
  }
  return { first, last, ms: until - from }
}

const alertOf = ({ document, id }: Entry): unknown => fieldValues(document, ['kibana', 'alert', 'group', 'id'])[0] ?? id

/** Nouns for the fields by which rules group. */
const nouns: Readonly<Record<string, string>> = table({
  'service.id': 'the application',
  'user.id': 'the account',
  'user.email': 'the account',
  'user.name': 'the account',
  'oauth.account.id': 'the account',
  'source.ip': 'the address',
  'organization.id': 'the tenant',
  'oauth.grant.tier': 'the tier',
  'oauth.activity.kind': 'data of the kind',
})

function term(field: string, value: string, { oauth, service = {} }: EcsDocument): string {
  if (field === 'service.id' && value === appId(oauth)) return application(oauth)
  if (field === 'service.id' && value === service.id) return application({ app: service })
  return `${nouns[field] ?? field} ${value}`
}

function sentence({ document, behind }: Entry): string {
  return reason(behind?.at(-1)?.document ?? document)
}

/** Returns a duration in the largest unit of which it has at least one. */
function span(ms: number): string {
  const seconds = Math.round(ms / 1000)
  for (const [unit, size] of [
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const) {
    const count = Math.floor(seconds / size)
    if (count >= 1) return `${count} ${unit}${count === 1 ? '' : 's'}`
  }
  return `${seconds} seconds`
}

/** The sentence about a document: `mara@… consented to "Invoice Sync Helper" (e2f4…0a13): Mail.Send (high), for one user, from 198.51.100.7`. */
export function reason(document: EcsDocument): string {
  const { oauth } = document
  // The message of a finding is its reason.
  if (oauth?.finding !== undefined && document.message !== undefined) return document.message
  const what = [...permissions(oauth), ...changes(document)].join(', ')
  const [scope = '', rest = ''] = [reach(document), [...factsOf(document), ...from(document)]].map((parts) =>
    parts.map((part) => `, ${part}`).join(''),
  )
  return `${headOf(document)}${what === '' ? '' : `: ${what}`}${scope}${failure(document)}${rest}`
}

function headOf(document: EcsDocument): string {
  const { event, oauth } = document
  if (oauth?.action === 'app_use') {
    // In a record of an application without a user, the user is its service principal.
    const user = oauth.grant?.app_only === true ? undefined : (person(document) ?? document.user?.id)
    const owner = oauth.account?.name ?? user
    if (isSetting(document)) {
      const what = oauth.activity?.method ?? commandOf(document)
      return `${application(oauth)} changed settings${owner === undefined ? '' : ` for ${owner}`}: ${what}`
    }
    const as = user === undefined || user.toLowerCase() === owner?.toLowerCase() ? '' : ` as ${user}`
    return `${application(oauth)} accessed data${owner === undefined ? '' : ` of ${owner}`}${as}`
  }
  const by = actor(document)
  // The application signed in as itself.
  if (oauth?.action === 'app_sign_in' && by === undefined) return `${application(oauth)} obtained a token`
  const verb = oauth?.action === undefined ? undefined : verbs[oauth.action]
  const named = hasApp(oauth)
  if (oauth?.action === 'policy_change' && !named) return `${by ?? unknown} changed a policy`
  if (oauth?.action === 'app_sign_in' && event.outcome === 'failure')
    return `${by ?? unknown} failed to obtain a token for ${application(oauth)}`
  if (verb !== undefined) return `${by ?? unknown} ${verb} ${application(oauth)}`
  return `${by === undefined ? '' : `${by}: `}${commandOf(document)}${named ? ` on ${application(oauth)}` : ''}`
}

function commandOf(document: EcsDocument): string {
  const { action } = document.event
  return action === undefined ? 'an event' : `event "${action}"${parametersOf(document)}`
}

/** Returns the parameters of an Exchange command: the same command name opens and closes access. Outlook saves a rule without a command. */
export function parametersOf({ o365, saas }: EcsDocument, toText = (_name: string, value: string) => value): string {
  const { actions, conditions, forward_to, move_to, name } = saas?.mail_rule ?? {}
  const rule = present({
    Name: name,
    ForwardTo: forward_to,
    MoveToFolder: move_to,
    Actions: actions,
    Conditions: conditions,
  })
  const parameters = o365?.audit.Parameters ?? rule
  if (typeof parameters !== 'object' || parameters === null) return ''
  const all = Object.entries(parameters).map(([name, value]) => `${name} ${toText(name, String(value).slice(0, 60))}`)
  const more = all.length > 6 ? ` and ${all.length - 6} more` : ''
  return all.length === 0 ? '' : ` with ${all.slice(0, 6).join(', ')}${more}`
}

const unknown = 'an unknown actor'

/** Returns the actor; undefined if the record names no actor. */
function actor(document: EcsDocument): string | undefined {
  const { user, oauth, service } = document
  // If an application acted on something other than an application, it is the service of its record.
  const app = oauth?.actor_app?.name ?? oauth?.actor_app?.id ?? (hasApp(oauth) ? undefined : service?.name)
  return person(document) ?? (app === undefined ? user?.id : `the application "${app}"`)
}

function person({ user }: EcsDocument): string | undefined {
  return user?.email ?? user?.name ?? user?.full_name
}

function hasApp(oauth: Oauth | undefined): boolean {
  return oauth?.app?.name !== undefined || appId(oauth) !== undefined
}

function appId(oauth: Oauth | undefined): string | undefined {
  return oauth?.app?.id ?? oauth?.app?.object_id ?? oauth?.app?.registration_id
}

function application(oauth: Oauth | undefined): string {
  return applicationInWords(appId(oauth), oauth?.app?.name ?? oauth?.app?.first_party_name)
}

/**
 * Both ends of an ID distinguish applications with the same name: the client IDs of one Google project begin with its
 * number, and all end with the same domain.
 */
export function shortId(id: string): string {
  const own = id.replace(/\.apps\.googleusercontent\.com$/, '')
  return own.length > 12 ? `${own.slice(0, 4)}…${own.slice(-4)}` : own
}

/** Returns an application in words: `"Invoice Sync Helper" (e2f4…0a13)`. */
export function applicationInWords(id: string | undefined, name: string | undefined): string {
  const short = id === undefined ? undefined : shortId(id)
  if (name === undefined) return short === undefined ? 'an application' : `the application ${id}`
  return short === undefined ? `"${name}"` : `"${name}" (${short})`
}

const shown = 6

function permissions(oauth: Oauth | undefined): string[] {
  const grant = oauth?.grant
  const added = grant?.scopes_added ?? []
  const scopes = added.length > 0 ? added : (grant?.scopes ?? [])
  if (scopes.length === 0) return []
  const more = scopes.length > shown ? ` and ${scopes.length - shown} more` : ''
  const tier = (added.length > 0 ? grant?.tier_added : undefined) ?? grant?.tier
  return [`${scopes.slice(0, shown).join(', ')}${more}${tier === undefined ? '' : ` (${tier})`}`]
}

function changes(document: EcsDocument): string[] {
  const { oauth, file } = document
  const { action, activity, credential, owner, redirect, role, policy } = oauth ?? {}
  const isData = action === 'app_use' && activity !== undefined && !isSetting(document)
  const parts: string[] = isData ? activityParts(activity, document) : []
  if (action === 'app_sign_in') parts.push(...protocolParts(document))
  if (action === 'app_use' && file?.name !== undefined) parts.push(`"${file.name}"`)
  if (credential?.added !== undefined && credential.added > 0) {
    const name = credential.name === undefined ? '' : ` "${credential.name}"`
    const until = credential.end === undefined ? '' : ` valid until ${credential.end.slice(0, 10)}`
    parts.push(`${credential.added} ${credential.kind ?? 'credential'}${name}${until}`)
  }
  if (owner !== undefined) parts.push(`owner ${owner.name ?? owner.id ?? 'unknown'}`)
  if (redirect?.added !== undefined) parts.push(`new redirect URIs ${redirect.added.slice(0, shown).join(', ')}`)
  if (role !== undefined) parts.push(`role ${role.name ?? role.id ?? 'unknown'}`)
  if (policy?.setting !== undefined || policy?.name !== undefined) {
    const was = policy.old === undefined ? '' : ` is no longer ${policy.old.join(', ')}`
    parts.push(`${policy.setting ?? policy.name}${policy.new === undefined ? was : ` is now ${policy.new.join(', ')}`}`)
  }
  return parts
}

/** Protocols of a sign-in that does not use the user's browser, by their names in the log of Entra ID. */
const protocols: Readonly<Record<string, string>> = table({ devicecode: 'a device code', ropc: 'a password (ROPC)' })

function protocolParts(document: EcsDocument): string[] {
  const property = (field: string) => String(fieldValues(document, ['azure', 'signinlogs', 'properties', field])[0])
  const protocol = protocols[property('authentication_protocol').toLowerCase()]
  const resources = document.oauth?.grant?.resource?.name ?? []
  if (protocol === undefined) return []
  return [
    `with ${protocol}`,
    ...(property('authentication_requirement') === 'singleFactorAuthentication' ? ['without MFA'] : []),
    ...(property('conditional_access_status') === 'notApplied' ? ['no Conditional Access policy applied'] : []),
    ...(resources.length === 0 ? [] : [`resource ${resources.slice(0, shown).join(', ')}`]),
  ]
}

/** The access of a record. A download has its own name, because a copy has left the platform. */
export function accessInWords({ event, oauth }: EcsDocument): string {
  const { access = '', method = '' } = oauth?.activity ?? {}
  return /download|attachments\.get$/i.test(`${event.action} ${method}`) ? 'download' : access
}

/** Access and data: `mail read, 3 items`. */
function activityParts({ kind, items }: NonNullable<Oauth['activity']>, document: EcsDocument): string[] {
  if (kind === undefined) return []
  const what = `${kind} ${accessInWords(document)}`.trimEnd()
  return items === undefined ? [what] : [what, `${items} item${items === 1 ? '' : 's'}`]
}

function reach(document: EcsDocument): string[] {
  const { act, grant, account, role } = document.oauth ?? {}
  const target = document.user?.target?.email
  // The head of a use contains the account.
  const named = document.oauth?.action === 'app_use' ? undefined : account?.name
  const about = act?.outside === true ? target : (named ?? (role === undefined ? undefined : target))
  const other = about !== undefined && about !== actor(document) ? about : undefined
  if (grant?.breadth === undefined) return other === undefined ? [] : [`account ${other}`]
  return [grant.breadth === 'user' && other !== undefined ? `for ${other}` : breadths[grant.breadth]]
}

/** Acts whose verbs already express the failure. */
const failed: readonly unknown[] = ['consent_block', 'token_deny', 'app_sign_in']

function failure({ event, oauth }: EcsDocument): string {
  return event.outcome === 'failure' && !failed.includes(oauth?.action) ? ' (failed)' : ''
}

function from(document: EcsDocument): string[] {
  const ip = document.source?.ip
  if (ip === undefined) return []
  if (!isFromNewNetwork(document)) return [`from ${ip}`]
  // Only an application with an earlier use has a last use.
  const isFirst = document.oauth?.app?.idle_days === undefined
  return [`from ${ip}`, isFirst ? 'the first network of the application' : 'a network new to the application']
}
