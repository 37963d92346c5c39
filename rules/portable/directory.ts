// Microsoft's directory: the unified audit log and Entra's own log record the same acts, each in its own format.
import { words } from '../../mappings/fields/field.ts'
import type { Tier } from '../../mappings/fields/oauth.ts'
import { table } from '../../mappings/kernel/table.ts'
import { deliveringServices } from '../../mappings/knowledge/apps.ts'
import {
  abusedApps,
  type DirectoryRole,
  microsoftDirectoryRoles,
  microsoftFirstPartyApps,
  microsoftResources,
  type PermissionType,
  permissionCombinations,
} from '../../mappings/knowledge/load.ts'
import { controlPermissions } from '../../mappings/knowledge/permissions.ts'
import { operations } from '../../mappings/vendors/microsoft/operations.ts'
import {
  allOf,
  anyOf,
  contains,
  dropped,
  leaf,
  losing,
  missing,
  type Native,
  never,
  noneOf,
  oneOf,
  pattern,
  quoted,
} from './native.ts'
import { actQuery } from './operations.ts'
import { partsOf } from './permissions.ts'
import { type Answer, type Context, isAsked, valuesOf, when } from './question.ts'
import { rankAnswer, tierAnswer } from './tiers.ts'

/** How a log of the directory stores the changes of an act. */
export interface DirectoryLog {
  /** The names of an operation in `event.action`, as values of KQL. */
  readonly spell: (name: string) => readonly string[]
  /** The new value of a property contains one of these texts. */
  readonly after: (property: string, texts: readonly string[]) => Native
  readonly has: (property: string) => Native
  /** The role of a record is one of these. */
  readonly role: (roles: readonly DirectoryRole[]) => Native
  /** The application permission of a record is of this tier or a higher one. */
  readonly permission: (least: Exclude<Tier, 'low'>) => Native
  /** The target of the act is a service principal. */
  readonly targetIsApplication: Native
  /** The holder of the role of a record is a service principal. */
  readonly holderIsApplication: Native
  readonly actorIsApplication: Native
  /** The actor is one of these services, by client ID or name. */
  readonly actorIs: (services: ReturnType<typeof deliveringServices>) => Native
  readonly actorIsGuest: Native
  readonly targetIsGuest: Native
  /** The name of the application is this value or matches this pattern. */
  readonly targetName: (value: string) => Native
  /** The application of a consent is one of these. */
  readonly app: (ids: readonly string[], context: Context) => Native
}

/** Returns the client IDs of Microsoft's own applications that people use, and of Microsoft's APIs. */
export function microsoftClients(): string[] {
  const clients = microsoftFirstPartyApps().filter(({ foci, abuse }) => foci === true || abuse !== undefined)
  return [...new Set([...clients, ...microsoftResources()].map(({ appId }) => appId))].sort()
}

const someClients = (count: number) => `knows only ${count} of Microsoft's own applications`

export function abusedIds(vendor: 'microsoft' | 'google', verdict?: string): string[] {
  return abusedApps()
    .filter(
      (entry) => entry.vendor === vendor && (verdict === undefined ? !entry.firstParty : entry.verdict === verdict),
    )
    .flatMap(({ appId }) => appId ?? [])
    .sort()
}

/** Whether a field contains the client ID of a Microsoft application that is known for abuse. */
export const isKnownAbused = (field: string): Answer =>
  when({ true: losing(oneOf(field, abusedIds('microsoft').map(quoted)), abusedByClientId) })

const abusedByClientId = 'knows abused applications by their client id only'

export const consentedPermissions = 'ConsentAction.Permissions'
const grantedPermissions = 'DelegatedPermissionGrant.Scope'
const byParts = 'finds permissions by parts of their names: see "Permissions as patterns"'

/** Parts of exception names for consents that are refused because of risk or policy. */
const refusals = ['onsentBlocked', 'iskyApp', 'equestDenied', 'onsentNotAllowed', 'dminConsentRequired', 'olicy']

/** Returns texts of permissions as the property contains them: the record of a consent lists several members. */
const scopesIn = (property: string, names: readonly string[]): readonly string[] =>
  property === consentedPermissions ? names.map((name) => `Scope: ${name}`) : names

/** Combinations that make a grant more severe than each of its permissions. */
function combined(log: DirectoryLog, property: string, type: PermissionType, least: Tier): Native[] {
  return permissionCombinations()
    .filter(({ tier, types, exactly }) => tier === least && exactly === undefined && (types?.includes(type) ?? true))
    .map(({ allOf: all = [], anyOf: any = [], plus = [] }) =>
      allOf([
        ...all.map((name) => log.after(property, scopesIn(property, [name]))),
        ...[any, plus]
          .filter((names) => names.length > 0)
          .map((names) => log.after(property, scopesIn(property, names))),
      ]),
    )
}

function delegatedTier(log: DirectoryLog, property: string): (least: Exclude<Tier, 'low'>) => Native {
  return (least) =>
    losing(
      anyOf([
        log.after(property, scopesIn(property, partsOf('delegated', least))),
        ...(least === 'critical' ? combined(log, property, 'delegated', least) : []),
      ]),
      byParts,
    )
}

function tierIn(log: DirectoryLog): (least: Exclude<Tier, 'low'>, context: Context) => Native {
  return (least, { acts }) => {
    const parts = [
      ...(acts.some((act) => act.startsWith('consent')) ? [delegatedTier(log, consentedPermissions)(least)] : []),
      ...(acts.includes('delegated_grant') ? [delegatedTier(log, grantedPermissions)(least)] : []),
      ...(acts.includes('app_role_grant') ? [log.permission(least)] : []),
    ]
    return parts.length === 0 ? missing('the tier of the permissions') : anyOf(parts)
  }
}

/** Settings by their property, and texts in new values that allow more than before. */
const loosened: readonly (readonly [setting: string, texts: readonly string[]])[] = [
  [
    'PermissionGrantPolicyIdsAssignedToDefaultUserRole',
    ['microsoft-user-default-legacy', 'microsoft-user-default-recommended'],
  ],
  ['AllowUserConsentForRiskyApps', ['true', 'True']],
  ['AllowedToCreateApps', ['true', 'True']],
]

/** The same for settings of applications. */
const opened: readonly (readonly [setting: string, texts: readonly string[]])[] = [
  ['AvailableToOtherTenants', ['true']],
  ['SignInAudience', ['AzureADMultipleOrgs', 'AzureADandPersonalMicrosoftAccount', 'PersonalMicrosoftAccount']],
  ['AppRoleAssignmentRequired', ['false']],
]

const oldValue = 'does not compare a setting with its old value'

/** What distinguishes an act from the others of its operations; undefined for acts that no rule can find in these logs. */
function signsIn(log: DirectoryLog): Readonly<Record<string, Native | undefined>> {
  const keys = log.after('KeyDescription', ['KeyIdentifier'])
  const federated = log.after('FederatedIdentityCredentials', ['Issuer', 'issuer'])
  return table({
    consent: dropped(),
    consent_block: allOf([leaf('event.outcome: "failure"'), log.after('MethodExecutionResult.', refusals)]),
    credential_add: losing(
      anyOf([keys, federated]),
      'alerts as well when one of several credentials is removed, and on other changes of the same record',
    ),
    redirect_change: log.after('AppAddress', ['Address']),
    audience_change: anyOf([log.has('AvailableToOtherTenants'), log.has('SignInAudience')]),
    sp_enable: log.after('AccountEnabled', ['true']),
    sp_disable: undefined,
    credential_remove: undefined,
    lock_change: undefined,
    permission_request: undefined,
    app_update: undefined,
    sp_update: undefined,
  })
}

/** Returns the answer of a directory log for each field of the pipeline. */
export function directoryAnswers(log: DirectoryLog): Record<string, Answer> {
  const signs = signsIn(log)
  const sign = (act: string) => {
    if (!(act in signs)) throw new Error(`no sign of ${act} in the directory`)
    return signs[act]
  }
  const clients = microsoftClients()
  const act = (name: string): Native => {
    const found = actQuery(name, operations, log.spell, sign) ?? never
    // An act on the role of a person is not an act on an application.
    return name === 'role_grant' ? allOf([found, log.holderIsApplication]) : found
  }
  const isTrue =
    (native: Native): Answer =>
    (asked) =>
      isAsked(asked, 'true') ? native : isAsked(asked, 'false') ? noneOf(native) : undefined
  return {
    'oauth.action': (asked) => {
      // Among the records about roles, only those about applications are acts.
      if (asked.kind === 'exists') return log.holderIsApplication
      const acts = valuesOf(asked).map(act)
      return acts.length === 0 ? undefined : anyOf(acts)
    },
    'oauth.actor_app.name': (asked) => (asked.kind === 'exists' ? log.actorIsApplication : undefined),
    'oauth.actor_app.delivers_access': isTrue(
      losing(log.actorIs(deliveringServices()), 'recognizes services of Microsoft that give access by their names'),
    ),
    'oauth.act.other_tenant': isTrue(
      losing(log.actorIsGuest, 'recognizes accounts of other tenants by the names of guests'),
    ),
    'oauth.role.activated': isTrue(oneOf('event.action', log.spell('Add member to role completed (PIM activation)'))),
    'oauth.app.first_party': (asked, context) =>
      isAsked(asked, 'true') ? losing(log.app(clients, context), someClients(clients.length)) : undefined,
    'oauth.app.known_abused': (asked, context) =>
      isAsked(asked, 'true') ? losing(log.app(abusedIds('microsoft'), context), abusedByClientId) : undefined,
    'oauth.app.name': (asked) => {
      if (asked.kind === 'like') return log.targetName(asked.pattern)
      return asked.kind === 'is' ? anyOf(asked.values.map((value) => log.targetName(quoted(value)))) : undefined
    },
    'oauth.credential.kind': when({
      federated: log.after('FederatedIdentityCredentials', ['Issuer', 'issuer']),
      certificate: log.after('KeyDescription', ['AsymmetricX509Cert', 'X509CertAndPassword']),
      secret: log.after('KeyDescription', ['KeyType=Password']),
    }),
    'oauth.account.kind': when({ guest: log.targetIsGuest }),
    'oauth.grant.breadth': (asked, { acts }) => {
      const isConsent = acts.some((name) => name.startsWith('consent'))
      const forAll = isConsent
        ? log.after(consentedPermissions, ['ConsentType: AllPrincipals'])
        : log.after('DelegatedPermissionGrant.ConsentType', ['AllPrincipals'])
      return isAsked(asked, 'tenant') ? forAll : isAsked(asked, 'user') ? noneOf(forAll) : undefined
    },
    'oauth.grant.risky': isTrue(
      anyOf([log.after('ConsentAction.Reason', ['isky']), log.after('MethodExecutionResult.', ['isky'])]),
    ),
    // A consent that adds nothing is recorded in the same way as the first consent.
    'oauth.grant.scopes_added': (asked) =>
      asked.kind === 'exists' ? dropped('alerts again when the same consent is repeated') : undefined,
    'oauth.grant.tier': tierAnswer(tierIn(log)),
    'oauth.grant.controls_directory': isTrue(
      log.after(consentedPermissions, scopesIn(consentedPermissions, controlPermissions())),
    ),
    'oauth.grant.tier_rank': rankAnswer(tierIn(log)),
    'oauth.owner.kind': when({ service_principal: log.targetIsApplication }),
    'oauth.role.name': (asked, { acts }) =>
      asked.kind === 'exists' && acts.includes('app_role_grant') ? never : undefined,
    'oauth.role.tier': (asked) => {
      const roles = microsoftDirectoryRoles().filter(({ tier }) => valuesOf(asked).includes(tier))
      return roles.length === 0 ? undefined : log.role(roles)
    },
    'oauth.policy.setting': (asked) => {
      const known = valuesOf(asked).filter((name) => opened.some(([setting]) => setting === name))
      if (known.length > 0 && known.length === valuesOf(asked).length) return anyOf(known.map((name) => log.has(name)))
      // Settings of Conditional Access; consent settings have other names.
      return valuesOf(asked).every((name) => name === 'state' || name === 'excludeApplications') ? never : undefined
    },
    'oauth.policy.direction': (asked, { acts }) => {
      if (!isAsked(asked, 'loosened')) return undefined
      const settings = acts.includes('policy_change') ? loosened : opened
      return losing(anyOf(settings.map(([setting, texts]) => log.after(setting, texts))), oldValue)
    },
    'oauth.redirect.kind': (asked) => {
      const parts = valuesOf(asked).flatMap((kind) => redirectParts[kind] ?? [])
      return parts.length === 0
        ? undefined
        : losing(log.after('AppAddress', parts), 'alerts as well on addresses that the application already had')
    },
    'oauth.redirect.public_client': isTrue(log.after('PublicClient', ['true'])),
  }
}

/** Texts that redirect addresses of a kind contain. */
const redirectParts: Readonly<Record<string, readonly string[]>> = {
  http: ['http://'],
  wildcard: ['://*.'],
  shared_hosting: words(`
    .azurewebsites.net .github.io .herokuapp.com .netlify.app .ngrok .pages.dev .run.app .trycloudflare.com
    .vercel.app .web.app .workers.dev webhook.site
  `),
}

/** Returns an operation's names, with and without the final dot. A wildcard replaces the dash: the log uses several. */
export function spellings(name: string, endings: readonly string[]): string[] {
  if (/ - /.test(name)) return [`${pattern(name)}*`]
  return endings.map((ending) => quoted(`${name}${ending}`))
}

/** Returns a condition that one pattern field contains any of these texts. */
export function containsOneOf(field: string, texts: readonly string[]): Native {
  const patterns = [...new Set(texts.map(contains))]
  return leaf(`${field}: ${patterns.length === 1 ? patterns[0] : `(${patterns.join(' or ')})`}`)
}
