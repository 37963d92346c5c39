// Administrators' acts on applications: delegation, trust, policies, installation, roles, revoked tokens. The
// administrator is the actor; `oauth.account` and `oauth.grant.principal` contain the affected account.
import type { OauthGroup } from '../../../fields/document.ts'
import type { OauthAction } from '../../../fields/oauth.ts'
import type { JsonObject } from '../../../kernel/json.ts'
import { present } from '../../../kernel/present.ts'
import type { SettingChange } from '../../../lib/operation.ts'
import { actStep, type DeriveStep, type Draft } from '../../../lib/step.ts'
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
import { type Direction, directionOf, marketplaceChoices } from './openness.ts'
import { splitScopes } from './scopes.ts'

type Policy = NonNullable<OauthGroup['policy']>

/** The trust level of one app. `level` is present if the event determines it. */
interface TrustChange {
  readonly name?: string
  readonly level?: string
  readonly added?: boolean
  readonly direction?: Direction
}

/** A setting for many applications. `setting` and `becomes` are present if the event determines them. */
interface PolicyChange {
  readonly name: string
  readonly setting?: string
  readonly becomes?: string
  readonly direction?: Direction
  /** The setting protects accounts: enabled is stricter than disabled. */
  readonly restricts?: boolean
}

function changing(
  step: DeriveStep,
  { name, direction }: { name: string; direction?: Direction | undefined },
): DeriveStep {
  const changes: SettingChange = { name, ...(direction !== undefined && { direction }) }
  return Object.assign(step, { changes })
}

/** Returns a reader of the admin block after the parameters step. */
export function reader(acts: readonly OauthAction[], read: (draft: Draft, block: JsonObject) => void): DeriveStep {
  return actStep(acts, (draft) => read(draft, streamBlock(draft.vendor, 'admin')))
}

/** The setting for who may install which Marketplace app, in the older Gmail settings events. */
const marketplaceEmailSetting = 'ENABLE_G_SUITE_MARKETPLACE'

/** Application settings events cover many topics. Only these settings are about third-party applications. */
function isMarketplaceSetting(block: JsonObject): boolean {
  const setting = textAt(block, 'setting', 'name')
  return (
    setting === marketplaceEmailSetting ||
    setting?.startsWith('Apps Access Setting') === true ||
    textAt(block, 'application', 'name')?.toLowerCase() === 'google workspace marketplace'
  )
}

/** Domain-wide delegation: the client may act as any user. */
export function readDelegation({ granted }: { readonly granted: boolean }): DeriveStep {
  const action = granted ? 'delegation_grant' : 'delegation_revoke'
  return reader([action], (draft, block) => {
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
    writeAct(draft, action, { grant, ...(app && { app }) })
  })
}

/** The accounts that a policy covers: an organizational unit, a group, or all users. */
export function policyScope({ vendor, document }: Draft): string {
  const block = streamBlock(vendor, 'admin')
  return (
    textAt(block, 'target', 'name') ??
    textAt(block, 'org_unit', 'full') ??
    textAt(block, 'org_unit', 'name') ??
    textAt(block, 'group', 'email') ??
    document.group?.name ??
    'tenant'
  )
}

function listedApp(block: JsonObject): App | undefined {
  return marketplaceApp(textAt(block, 'application', 'id'), textAt(block, 'application', 'name'))
}

const appAccessControl = 'App access control'
export const alertRules = 'Alert rules'
const reversed = { loosened: 'tightened', tightened: 'loosened', changed: 'changed' } as const

export const readTrust = (act: TrustChange): DeriveStep => {
  const name = act.name ?? appAccessControl
  const step = reader(['trust_change'], (draft, block) => {
    const app =
      clientApp(
        textAt(block, 'oauth2', 'application', 'id'),
        textAt(block, 'oauth2', 'application', 'name'),
        textAt(block, 'oauth2', 'application', 'type'),
      ) ?? listedApp(block)
    const old = act.level !== undefined && !act.added ? [act.level] : textsAt(block, 'old_value')
    const now = act.level !== undefined && act.added ? [act.level] : textsAt(block, 'new_value')
    const policy: Policy = {
      name,
      setting: 'app_access',
      direction: act.direction ?? directionOf(old[0], now[0]),
      scope: policyScope(draft),
    }
    if (old.length > 0) policy.old = old
    if (now.length > 0) policy.new = now
    writeAct(draft, 'trust_change', { policy, ...(app && { app }) }, policy.scope)
  })
  return changing(step, { name, direction: act.direction })
}

export const readPolicy = (act: PolicyChange): DeriveStep => {
  const step = reader(['policy_change'], (draft, block) => {
    const setting = act.setting ?? textAt(block, 'oauth2', 'service', 'name') ?? textAt(block, 'setting', 'name')
    const old = textsAt(block, 'old_value')
    const now = act.becomes === undefined ? textsAt(block, 'new_value') : [act.becomes]
    const scale = setting === marketplaceEmailSetting ? marketplaceChoices : undefined
    const opening = directionOf(old[0], now[0], scale)
    const policy: Policy = {
      name: act.name,
      direction: act.direction ?? (act.restricts ? reversed[opening] : opening),
      scope: policyScope(draft),
    }
    if (setting !== undefined) policy.setting = setting
    if (old.length > 0) policy.old = old
    if (now.length > 0) policy.new = now
    writeAct(draft, 'policy_change', { policy }, `${setting ?? ''} ${policy.scope}`)
  })
  return changing(step, act)
}

const marketplacePolicy = readPolicy({ name: 'Marketplace apps' })

/** Reads changes of routes, content rules, gateways, delegation and monitors. Each can copy the mail of all users. */
export const readMailSetting: DeriveStep = readPolicy({ name: 'Gmail settings', direction: 'changed' })

/** Settings that give programs, delegates or other servers access to mail while they are enabled. */
const mailAccess =
  /^(?:IMAP_ACCESS|OUTBOUND_RELAY_ENABLED|ENABLE_(?:POP_ACCESS|EMAIL_AUTOFORWARDING|EMAIL_USER_IMPORT|OUTLOOK_SYNC|MAIL_DELEGATION_WITHIN_DOMAIN|MAILBOX_GROUP_DELEGATION))$/
const mailAccessPolicy = readPolicy({ name: 'Gmail settings' })

/** The older Gmail settings events also contain a Marketplace setting. */
export const readEmailSetting: DeriveStep = reader(['policy_change'], (draft, block) => {
  const opens = mailAccess.test(textAt(block, 'setting', 'name') ?? '')
  const read = isMarketplaceSetting(block) ? marketplacePolicy : opens ? mailAccessPolicy : readMailSetting
  read(draft)
})

/** Reads an event for the settings of every application. Only Marketplace settings are policies on applications. */
export const readMarketplaceSetting: DeriveStep = reader(['policy_change'], (draft, block) => {
  if (isMarketplaceSetting(block)) marketplacePolicy(draft)
})

// An email address in the list of receivers can begin with one of these words.
const switched =
  /(?:^|\bstatus changed (?:from \w+ )?to |\bto (?=NULL))(on|active|enabled|off|inactive|disabled|NULL)(?=\.?(?:[,\s]|$))/gi
const alertStates = [
  'SYSTEM_DEFINED_RULE_ACTION_STATUS_CHANGE',
  'SYSTEM_DEFINED_RULE_ACTION_RECEIVERS_CHANGE',
  'new_value',
]

/** Reads the new state of an alert rule, or of its emails. A rule that is off, or emails nobody, does not report an intruder. */
export const readAlertRule: DeriveStep = reader(['policy_change'], (draft, block) => {
  const states = alertStates.flatMap((member) =>
    [...(textAt(block, member) ?? '').matchAll(switched)].map(([, state = '']) => state),
  )
  if (states.length === 0) return
  const setting =
    textAt(block, 'SYSTEM_DEFINED_RULE_NAME') ?? textAt(block, 'alert', 'name') ?? textAt(block, 'rule', 'name')
  const isOff = states.some((state) => /^(?:off|inactive|disabled|NULL)$/i.test(state))
  const policy: Policy = {
    name: alertRules,
    direction: isOff ? 'loosened' : 'tightened',
    new: [isOff ? 'off' : 'on'],
    scope: 'tenant',
    ...(setting && { setting }),
  }
  writeAct(draft, 'policy_change', { policy }, setting)
})

/** Reads the installation of a Marketplace app for the whole domain. */
export function readInstall({ installed }: { readonly installed: boolean }): DeriveStep {
  const action = installed ? 'app_install' : 'app_uninstall'
  return reader([action], (draft, block) => {
    const app = listedApp(block)
    const grant: NonNullable<OauthGroup['grant']> = {
      kind: 'install',
      breadth: 'tenant',
      admin_consent: true,
      self: false,
    }
    writeAct(draft, action, { grant, ...(app && { app }) })
  })
}

export function readRole(act: { readonly granted: boolean; readonly role?: string }): DeriveStep {
  const action = act.granted ? 'role_grant' : 'role_revoke'
  return reader([action], (draft, block) => {
    const account = accountOf(textAt(block, 'user', 'email'))
    const id = textAt(block, 'role', 'id')
    const name = act.role ?? textAt(block, 'role', 'name')
    const group: OauthGroup = { role: present({ id, name }) }
    if (account !== undefined) group.account = account
    // A person's role is not an act on an application. The group only shows the account's privileges.
    if (account?.kind !== 'service' || account.name === undefined) {
      draft.document.oauth = group
      return
    }
    group.app = serviceAccountApp(account.name)
    writeAct(draft, action, group, name)
  })
}

/** Reads a privilege that a role gained: all its members hold it. Names of read-only privileges end with these words. */
export const readPrivilege: DeriveStep = reader([], (draft, block) => {
  const privilege = textAt(block, 'privilege', 'name') ?? ''
  const name = `${textAt(block, 'role', 'name') ?? ''}: ${privilege}`
  draft.document.oauth = { role: { name, tier: /_(?:ACCESS|READ|RETRIEVE)$/.test(privilege) ? 'low' : 'high' } }
})

/** Reads the new address of a user. The earlier one becomes an alias: https://support.google.com/a/answer/9710299 */
export const readRename: DeriveStep = reader([], ({ document }, block) => {
  const email = textAt(block, 'new_value')
  if (email?.includes('@')) document.user = { ...document.user, changes: { email } }
})

/** Reads the revocation of a user's token by an administrator. */
export const readToken: DeriveStep = reader(['token_revoke'], (draft, block) => {
  const app = clientApp(textAt(block, 'application', 'id'), textAt(block, 'application', 'name'), undefined)
  const account = accountOf(textAt(block, 'user', 'email'))
  const grant: NonNullable<OauthGroup['grant']> = {
    kind: 'delegated',
    breadth: 'user',
    self: account !== undefined && account.name === actorAccount(draft)?.name,
  }
  if (account?.name !== undefined) grant.principal = { name: account.name }
  writeAct(draft, 'token_revoke', { grant, ...(app && { app }), ...(account && { account }) }, account?.name)
})

export const readAppPassword: DeriveStep = reader(['token_revoke'], (draft, block) => {
  const account = accountOf(textAt(block, 'user', 'email'))
  const id = textAt(block, 'application', 'asp_id')
  const credential: NonNullable<OauthGroup['credential']> = { kind: 'secret', removed: 1 }
  if (id !== undefined) credential.id = id
  writeAct(draft, 'token_revoke', { credential, ...(account && { account }) }, account?.name)
})

/** Reads a new key of the domain's OAuth consumer (key: the domain name). With it, older APIs read every account. */
export const readConsumerKey = (kind: 'secret' | 'certificate'): DeriveStep =>
  reader(['credential_add'], (draft, block) => {
    const domain = textAt(block, 'domain', 'name')
    const app: App | undefined = domain === undefined ? undefined : { id: domain, name: domain, own_tenant: true }
    writeAct(draft, 'credential_add', { credential: { kind, added: 1 }, ...(app && { app }) })
  })

const takesAway = /(?:^|_)(?:REMOVE|DELETE|REVOKE|UNASSIGN|WITHDRAW|DEAUTHORIZE)D?(?:_|$)/

/**
 * Determines the subject of an unknown event from its parameters: an application and its level, a Google service and
 * its access, a client and its scopes, a role and an account.
 */
function readerByParameters(block: JsonObject, name: string): DeriveStep | undefined {
  const changes = textAt(block, 'new_value') !== undefined || textAt(block, 'old_value') !== undefined
  if (textAt(block, 'api', 'client', 'name') !== undefined && textAt(block, 'api', 'scopes') !== undefined) {
    return readDelegation({ granted: !takesAway.test(name) })
  }
  if (textAt(block, 'oauth2', 'application', 'id') !== undefined) return changes ? readTrust({}) : undefined
  if (textAt(block, 'oauth2', 'service', 'name') !== undefined) {
    return changes ? readPolicy({ name: 'Google service access' }) : undefined
  }
  const hasRole = textAt(block, 'role', 'id') ?? textAt(block, 'role', 'name')
  if (hasRole !== undefined && textAt(block, 'user', 'email') !== undefined) {
    return readRole({ granted: !takesAway.test(name) })
  }
  return isMarketplaceSetting(block) && changes ? readMarketplaceSetting : undefined
}

/** Reads events with unknown names. Google renames its admin events, but an act keeps its parameters. */
export const readUnknownEvent: DeriveStep = (draft) =>
  readerByParameters(streamBlock(draft.vendor, 'admin'), draft.document.event.action ?? '')?.(draft)
