// Facts from a use of an application: access method, client, program, and whether the account owner was present.
import type { Transition } from '../../mappings/entities/transitions.ts'
import type { EcsDocument, OauthGroup } from '../../mappings/fields/document.ts'
import { words } from '../../mappings/fields/field.ts'
import { hourMs } from '../../mappings/kernel/durations.ts'
import { addInPages } from '../../mappings/vendors/m365/readers/use.ts'
import { networksOf } from './network.ts'
import type { Subject } from './subject.ts'

type Action = NonNullable<OauthGroup['action']>

const useActs: ReadonlySet<Action> = new Set(['app_use', 'app_sign_in'])

export const isUse = (action: Action | undefined): boolean => action !== undefined && useActs.has(action)

/** The kind of data and the access method of a use. */
export function wayOf({ activity }: OauthGroup): string | undefined {
  return activity?.access === undefined ? undefined : `${activity.kind} ${activity.access}`
}
/** The ways of a data use, the most specific last: a share outside the organization is a separate way. */
export function waysOf({ document, oauth }: Subject): readonly string[] {
  const way = oauth?.action === 'app_use' ? wayOf(oauth) : undefined
  if (way === undefined) return []
  return document.saas?.sharing?.external === true ? [way, `${way} outside`] : [way]
}
/** Checks for acts for one account: use of its data, or a service account's token by domain-wide delegation. */
export const isReach = (oauth: OauthGroup | undefined): boolean =>
  oauth?.action === 'app_use' || (oauth?.action === 'app_sign_in' && oauth.grant?.kind === 'domain_delegation')
/** Checks for a token of a user by domain-wide delegation, and for a token request that a service account signs without a key. */
export const isDelegated = ({ document, oauth }: Subject): boolean =>
  isUse(oauth?.action) && (oauth?.grant?.kind === 'domain_delegation' || document.event.action === 'SignJwt')
/** The method of a use that does more than read; without a method, as in Exchange, the kind of data and the type of access. */
export const changingMethod = (oauth: OauthGroup): string | undefined => {
  const { access, method } = oauth.activity ?? {}
  return access === 'list' || access === 'read' || access === 'sync' ? undefined : (method ?? wayOf(oauth))
}
const changes: ReadonlySet<unknown> = new Set(['write', 'delete', 'permission', 'send', 'export'])
/** Checks for a change, message or export. The access of a batch of calls is unknown. */
export const isChange = ({ activity }: OauthGroup): boolean => changes.has(activity?.access)

/** Many products read these: people, groups, devices and memberships, and the organization itself. */
const common: ReadonlySet<string> = new Set(
  words(`
    me users groups members memberof transitivememberof devices manageddevices chromeosdevices mobiledevices
    directoryobjects organization tenantdetails domains customers orgunits resources schemas
  `),
)
const directory: ReadonlySet<unknown> = new Set(['directory', 'admin', 'policy'])

/**
 * The kind of directory data of a read, such as applications, roles or policies, if few products need it: the name of
 * the collection. `GET /applications/{id}/owners` has the kind `applications`, `directory.roles.list` the kind
 * `directory/roles`. All reports are one kind.
 */
export function directoryKind({ action, activity }: OauthGroup): string | undefined {
  const { access, kind, method } = activity ?? {}
  const isRead = action === 'app_use' && (access === 'list' || access === 'read') && directory.has(kind)
  if (!isRead || method === undefined) return undefined
  const name = method.toLowerCase()
  const path = /^\w+ \/([^{$]*)/.exec(name)?.[1]?.split('/', 3)
  const names = path?.filter((part) => !/^(?:get|$)/.test(part)) ?? name.replace(/^admin\./, '').split('.', 2)
  return names.length === 0 || names.some((part) => common.has(part)) ? undefined : names.join('/')
}

/** Checks for a visit to a page on which a site owner registers a SharePoint add-in. */
export const isAddInPage = (oauth: OauthGroup): boolean =>
  oauth.app?.first_party === true && addInPages.has(oauth.activity?.method)

/** The APIs of a token that an application obtained without a user. Google records their names, but no IDs. */
export const ownTokenFor = ({ action, grant }: OauthGroup): readonly string[] =>
  action === 'app_sign_in' && (grant?.app_only === true || grant?.kind === 'domain_delegation')
    ? (grant.resource?.id ?? grant.resource?.name ?? [])
    : []

/** Checks whether an application acted on its own: a service account that impersonates a person does not show where the person works. */
export const isWithoutOwner = ({ app, grant }: OauthGroup): boolean =>
  grant?.app_only === true || grant?.kind === 'domain_delegation' || app?.kind === 'service_account'

/** Checks whether an application was used on behalf of an account. */
function isUseInName({ document, oauth }: Subject): boolean {
  return isUse(oauth?.action) && oauth?.grant?.app_only !== true && document.event.outcome !== 'failure'
}

const programName = ({ user_agent }: EcsDocument): string | undefined =>
  (user_agent?.name ?? user_agent?.original?.replaceAll(/[\d.]+/g, ''))?.slice(0, 128)

/** The program, without its version, of an application that used data without a user. */
export const ownProgramOf = ({ document, oauth }: Subject): string | undefined =>
  oauth?.action === 'app_use' && oauth.grant?.app_only === true && document.event.outcome !== 'failure'
    ? programName(document)
    : undefined

/** The program that used an application, without its version, and the kind of its use. */
export function programOf(subject: Subject): string | undefined {
  const { document, oauth } = subject
  const program = programName(document)
  return program === undefined || oauth === undefined || !isUseInName(subject)
    ? undefined
    : `${wayOf(oauth) ?? oauth.action}: ${program}`
}

/** The application of the vendor that an account uses. */
export function clientOf(subject: Subject): string | undefined {
  return isUseInName(subject) && subject.oauth?.app?.first_party === true
    ? (subject.app?.id ?? subject.app?.registrationId)
    : undefined
}

/** The entity store records the country of a use once in this period. */
const placeMs = 4 * hourMs

/** Returns the start of the period of a use. */
export const placeTime = (at: number): number => Math.floor(at / placeMs) * placeMs

/** Where an application was used, in one period: all uses in a period and place are the same. */
interface Place {
  readonly members: 'countries' | 'use_networks'
  readonly recent: 'places' | 'use_places'
  readonly place: Transition
}

/** The country of a use, otherwise its network: kept apart, so that many networks do not displace the few countries. */
export function placeOf({ at, document: { source } }: Subject): Place | undefined {
  const country = source?.geo?.country_iso_code
  const value = country ?? networksOf(source)[0]
  if (value === undefined) return undefined
  const place = { at: placeTime(at), value, event: '' }
  return country === undefined
    ? { members: 'use_networks', recent: 'use_places', place }
    : { members: 'countries', recent: 'places', place }
}

/**
 * Whether the account owner was at the device with the address in the record. A sign-in without
 * the owner may be a token renewal by somebody else. Microsoft's consents contain an address of its own servers.
 */
export function isOwnerThere({ oauth, document, vendor }: Subject): boolean {
  if (document.event.outcome === 'failure') return false
  if (oauth?.action === 'consent') return vendor === 'google' && oauth.grant?.self === true
  if (oauth?.action !== 'app_sign_in' || isWithoutOwner(oauth)) return false
  return document.saas?.logon?.interactive ?? oauth.app?.first_party === true
}
