// Tenant settings that control consent to applications.
import type { OauthGroup } from '../../../fields/document.ts'
import type { Json } from '../../../kernel/json.ts'
import { without } from '../../../kernel/without.ts'
import { put } from '../../../lib/put.ts'
import { restrictionChange } from './app-management.ts'
import { type ActReader, type DirectoryAct, reader } from './directory-act.ts'
import { prefixedId } from './entity.ts'
import { type Direction, listOf, type Policy, policyChange } from './policy-change.ts'
import { trustedNetworkChange } from './trusted-networks.ts'
import { parseJson, textOf } from './values.ts'

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
  return Number(without(after, before).length > 0) - Number(without(before, after).length > 0)
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
    const policy = policyChange(changes.label(name), direction, before, after)
    if (found === undefined || (found.direction === 'changed' && direction !== 'changed')) found = policy
  }
  return found
}

export const readPolicy: ActReader = reader(['policy_change'], (act, oauth) => {
  const { target, object, operation } = act
  const policy = trustedNetworkChange(act.changes) ?? restrictionChange(act.changes) ?? readSetting(act) ?? {}
  put(policy, 'name', target.name ?? (operation === 'update authorization policy' ? 'authorization policy' : undefined))
  put(policy, 'scope', act.tenant)
  oauth.action = 'policy_change'
  oauth.policy = policy
  return [policy.setting ?? '', target.objectId ?? prefixedId(object) ?? '']
})

/** Writes the change of a setting that belongs to the target. Returns the parts of its act ID. */
function writePolicy({ target }: DirectoryAct, oauth: OauthGroup, policy: Policy): string[] {
  put(policy, 'name', target.name)
  oauth.action = 'policy_change'
  oauth.policy = policy
  return [policy.setting ?? '', target.objectId ?? '']
}

/**
 * With the switch "Access management for Azure resources", a Global Administrator gains access to all subscriptions. Operations:
 * https://learn.microsoft.com/azure/role-based-access-control/elevate-access-global-admin
 */
export const readElevation = (direction: Direction): ActReader =>
  reader(['policy_change'], (act, oauth) =>
    writePolicy(act, oauth, { setting: 'Access management for Azure resources', direction }),
  )

/**
 * A change to a domain's sign-in is not an OAuth act, except its return to sign-in without an identity provider. It has an act ID
 * because both directory logs contain it.
 */
export const readDomain: ActReader = reader(['policy_change'], (act, oauth) => {
  const policy = readSetting(act)
  const isReturn = policy?.setting === 'LiveType' && policy.old?.[0] === 'Federated' && policy.new?.[0] === 'Managed'
  return isReturn ? writePolicy(act, oauth, policy) : []
})

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
  const { changes } = act
  const scope = changes.afterText('AllowedTargetScope')
  const approval = changes.afterText('IsApprovalRequiredForAdd')
  const isOpen = scope?.toLowerCase() === 'allexternalusers' && approval?.toLowerCase() === 'false'
  const before = changes.beforeList('AllowedTargetScope').flatMap(flatten)
  const policy = policyChange('AllowedTargetScope', isOpen ? 'loosened' : 'changed', before, listOf(scope))
  return writePolicy(act, oauth, policy)
})

/** A partner whose accounts may be synchronized can create accounts here at any time. */
export const readAccountSynchronization: ActReader = reader(['policy_change'], (act, oauth) => {
  const { changes } = act
  const isClosed = changes.afterList('UserSyncInbound').flatMap(flatten).join().includes('false')
  const policy: Policy = { setting: 'UserSyncInbound', direction: isClosed ? 'tightened' : 'loosened' }
  return writePolicy(act, oauth, policy)
})

/** Members of a cross-tenant access setting that trust the other tenant: its MFA, its consents or its users. */
const trusting = /^(?:\w{1,40}accepted|\w{1,20}allowed|isserviceprovider)$/
/** The same members in a text that is cut off. */
const trustingText = /"(\w{1,40}Accepted|\w{1,20}Allowed|isServiceProvider)": ?true|"(accessType)": ?"allowed"/gi

/** How many people or applications an access type admits, in ascending order. */
const reaches = ['nobody', 'listed', 'others', 'everybody'] as const

interface Access {
  readonly reach: (typeof reaches)[number]
  readonly targets: ReadonlySet<string>
}

interface Trust {
  readonly members: Set<string>
  /** By the path of the members `accessType` and `targets`. */
  readonly accesses: Map<string, Access>
}

function accessOf(type: string, targets: string): Access {
  const listed = new Set(
    Array.from(targets.toLowerCase().matchAll(/"target": ?"([^"]*)"/g), ([, target]) => `${target}`),
  )
  const isAll = listed.size === 0 || [...listed].some((target) => /^all(?:users|applications)$/.test(target))
  const reach = type === 'blocked' ? (isAll ? 'nobody' : 'others') : isAll ? 'everybody' : 'listed'
  return { reach, targets: listed }
}

/** No service nests settings deeply. */
function addTrust(value: Json | undefined, trust: Trust, path = '', depth = 0): Trust {
  const text = typeof value === 'string' ? value : ''
  const inner = text === '' ? value : parseJson(text)
  if (depth > 20 || typeof inner !== 'object' || inner === null) {
    for (const [, member, access] of text.matchAll(trustingText)) trust.members.add(`${member ?? access}`.toLowerCase())
    return trust
  }
  const members = Object.entries(inner).map(([name, member]) => [name.toLowerCase(), member] as const)
  const type = members.find(([name]) => name === 'accesstype')?.[1]
  if (typeof type === 'string') {
    const targets = members.find(([name]) => name === 'targets')?.[1]
    trust.accesses.set(path, accessOf(type.toLowerCase(), JSON.stringify(targets ?? [])))
  }
  for (const [name, member] of members) {
    if (trusting.test(name) && member === true) trust.members.add(name)
    else addTrust(member, trust, Array.isArray(inner) ? path : `${path}.${name}`, depth + 1)
  }
  return trust
}

/** Without a setting, a default setting counts that the record does not contain. */
function isWidened(before: Access | undefined, after: Access | undefined): boolean {
  if (after === undefined) return before?.reach === 'nobody' || before?.reach === 'others'
  if (before === undefined) return after.reach === 'listed' || after.reach === 'everybody'
  if (before.reach !== after.reach) return reaches.indexOf(after.reach) > reaches.indexOf(before.reach)
  const [less, more] = after.reach === 'others' ? [after, before] : [before, after]
  return ['listed', 'others'].includes(after.reach) && [...more.targets].some((target) => !less.targets.has(target))
}

function isMoreTrust(before: Trust, after: Trust): boolean {
  const paths = new Set([...before.accesses.keys(), ...after.accesses.keys()])
  return (
    [...after.members].some((member) => !before.members.has(member)) ||
    [...paths].some((path) => isWidened(before.accesses.get(path), after.accesses.get(path)))
  )
}

/** Operations that join a multitenant organization, or give a reseller administrator roles. */
const joining = /multitenantorg|partner to company/

/** Reads trust in another tenant: https://learn.microsoft.com/entra/external-id/cross-tenant-access-overview */
export const readTenantTrust: ActReader = reader(['policy_change'], (act, oauth) => {
  const { changes, operation } = act
  const trustIn = (values: readonly Json[]) => addTrust([...values], { members: new Set(), accesses: new Map() })
  const opened = changes
    .names()
    .find((name) => isMoreTrust(trustIn(changes.beforeList(name)), trustIn(changes.afterList(name))))
  const isOpened = opened !== undefined || joining.test(operation)
  const policy: Policy = {
    setting: opened === undefined ? 'tenant' : changes.label(opened),
    direction: isOpened ? 'loosened' : operation.startsWith('delete') ? 'tightened' : 'changed',
  }
  return writePolicy(act, oauth, policy)
})
