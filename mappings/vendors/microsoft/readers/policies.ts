// Tenant settings that control consent to applications.
import type { OauthGroup } from '../../../fields/document.ts'
import type { Json } from '../../../kernel/json.ts'
import { put } from '../../../lib/put.ts'
import { restrictionChange } from './app-management.ts'
import { type ActReader, type DirectoryAct, reader } from './directory-act.ts'
import { prefixedId } from './entity.ts'
import { textOf } from './values.ts'

type Policy = NonNullable<OauthGroup['policy']>
type Direction = NonNullable<Policy['direction']>

/** How much a default user may consent to, by a part of the policy ID. The first match counts. */
const consentReach: readonly (readonly [string, number])[] = [
  ['microsoft-user-default-legacy', 8],
  ['microsoft-user-default-recommended', 6],
  ['microsoft-user-default-low', 4],
  ['managepermissiongrantsforself.', 5],
  ['managepermissiongrantsforownedresource.', 1],
]

function reachOf(policies: readonly string[]): number {
  return policies.reduce((most, policy) => {
    const folded = policy.toLowerCase()
    return Math.max(most, consentReach.find(([piece]) => folded.includes(piece))?.[1] ?? 0)
  }, 0)
}

/** Switches that allow more when they are on. */
const openingSwitches = ['allowuserconsentforriskyapps', 'allowedtocreateapps', 'userpermissiontoconsent'] as const

const flatten = (value: Json): string[] => {
  const text = textOf(value)
  return text === undefined ? [JSON.stringify(value)] : [text]
}

/** The lists of a permission grant policy: each entry permits consent, or forbids it. */
const conditions: ReadonlyMap<string, 1 | -1> = new Map([
  ['includes', 1],
  ['excludes', -1],
])

function listChange(before: readonly string[], after: readonly string[]): number {
  const added = after.some((entry) => !before.includes(entry))
  const removed = before.some((entry) => !after.includes(entry))
  return Number(added) - Number(removed)
}

function directionOf(setting: string, before: readonly string[], after: readonly string[]): Direction {
  const condition = conditions.get(setting)
  const change =
    condition !== undefined
      ? condition * listChange(before, after)
      : setting.includes('permissiongrantpolic')
        ? reachOf(after) - reachOf(before)
        : openingSwitches.some((name) => setting.includes(name))
          ? Number(after[0]?.toLowerCase() === 'true') - Number(before[0]?.toLowerCase() === 'true')
          : 0
  return change > 0 ? 'loosened' : change < 0 ? 'tightened' : 'changed'
}

/** Properties that only list names. Elastic's integration writes spaces in their names as dots. */
const nameOnly = new Set([
  'included updated properties',
  'included.updated.properties',
  'targetid.serviceprincipalnames',
])

/** Returns the most relevant setting: a setting with a direction has priority over a setting that only changed. */
function readSetting({ changes }: DirectoryAct): Policy | undefined {
  let found: Policy | undefined
  for (const name of changes.names()) {
    if (nameOnly.has(name)) continue
    const before = changes.beforeList(name).flatMap(flatten)
    const after = changes.afterList(name).flatMap(flatten)
    if (before.join('\0') === after.join('\0')) continue
    const direction = directionOf(name, before, after)
    const policy: Policy = { setting: changes.label(name), direction }
    if (before.length > 0) policy.old = before
    if (after.length > 0) policy.new = after
    if (found === undefined || (found.direction === 'changed' && direction !== 'changed')) found = policy
  }
  return found
}

export const readPolicy: ActReader = reader(['policy_change'], (act, oauth) => {
  const { target, object, operation } = act
  const policy = restrictionChange(act.changes) ?? readSetting(act) ?? {}
  put(policy, 'name', target.name ?? (operation === 'update authorization policy' ? 'authorization policy' : undefined))
  put(policy, 'scope', act.tenant)
  oauth.action = 'policy_change'
  oauth.policy = policy
  return [policy.setting ?? '', target.objectId ?? prefixedId(object) ?? '']
})

/** A change to a domain's sign-in is not an OAuth act. It has an act ID because both directory logs contain it. */
export const readDomain: ActReader = reader([], () => [])

/** Company settings change for many reasons. Only settings about consent are acts. */
export const readCompanyInformation: ActReader = reader(['policy_change'], (act, oauth) => {
  const policy = readSetting(act)
  if (policy?.setting?.toLowerCase().includes('consent')) return readPolicy(act, oauth)
  return []
})

/**
 * A policy of an access package decides who may ask for its groups and applications. Everybody outside, without approval, is
 * nobody's guest.
 */
export const readAssignmentPolicy: ActReader = reader(['policy_change'], (act, oauth) => {
  const { target, changes } = act
  const scope = changes.afterText('AllowedTargetScope')
  const approval = changes.afterText('IsApprovalRequiredForAdd')
  const isOpen = scope?.toLowerCase() === 'allexternalusers' && approval?.toLowerCase() === 'false'
  const policy: Policy = { setting: 'AllowedTargetScope', direction: isOpen ? 'loosened' : 'changed' }
  const before = changes.beforeList('AllowedTargetScope').flatMap(flatten)
  if (before.length > 0) policy.old = before
  if (scope !== undefined) policy.new = [scope]
  put(policy, 'name', target.name)
  oauth.action = 'policy_change'
  oauth.policy = policy
  return [policy.setting ?? '', target.objectId ?? '']
})

/** A partner whose accounts may be synchronized can create accounts here at any time. */
export const readAccountSynchronization: ActReader = reader(['policy_change'], (act, oauth) => {
  const { target, changes } = act
  const isClosed = changes.afterList('UserSyncInbound').flatMap(flatten).join().includes('false')
  const policy: Policy = { setting: 'UserSyncInbound', direction: isClosed ? 'tightened' : 'loosened' }
  put(policy, 'name', target.name)
  oauth.action = 'policy_change'
  oauth.policy = policy
  return [policy.setting ?? '', target.objectId ?? '']
})

/** Members of a cross-tenant access setting that trust the other tenant: its MFA, its consents or its users. */
const trusting = /"(?:\w{1,40}Accepted|\w{1,20}Allowed|isServiceProvider)": ?true|"accessType": ?"allowed"/gi
/** Operations that join a multitenant organization, or give a reseller administrator roles. */
const joining = /multitenantorg|partner to company/

/** Reads trust in another tenant: https://learn.microsoft.com/entra/external-id/cross-tenant-access-overview */
export const readTenantTrust: ActReader = reader(['policy_change'], (act, oauth) => {
  const { target, changes, operation } = act
  const trusts = (values: readonly Json[]) => values.flatMap(flatten).join().match(trusting)?.length ?? 0
  const more = (name: string) => trusts(changes.afterList(name)) - trusts(changes.beforeList(name))
  const opened = changes.names().find((name) => more(name) > 0)
  const isOpened = opened !== undefined || joining.test(operation)
  const policy: Policy = {
    setting: opened === undefined ? 'tenant' : changes.label(opened),
    direction: isOpened ? 'loosened' : operation.startsWith('delete') ? 'tightened' : 'changed',
  }
  put(policy, 'name', target.name)
  oauth.action = 'policy_change'
  oauth.policy = policy
  return [policy.setting ?? '', target.objectId ?? '']
})
