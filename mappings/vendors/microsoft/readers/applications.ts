// Registrations and service principals: the application itself, its redirect addresses, and its credentials.
import type { OauthGroup } from '../../../fields/document.ts'
import { isObject, type Json } from '../../../kernel/json.ts'
import { without } from '../../../kernel/without.ts'
import { toBoolean } from '../../../lib/convert.ts'
import { redirectChange } from '../../../lib/oauth/redirect.ts'
import { scopeKey } from '../../../lib/oauth/scopes.ts'
import type { Changes } from './changes.ts'
import { readCredentials } from './credentials.ts'
import { type ActReader, type DirectoryAct, reader, readTargetApp } from './directory-act.ts'
import { type Direction, policyChange } from './policy-change.ts'
import { readRequestedPermissions } from './requested-permissions.ts'
import { textOf } from './values.ts'

type Action = NonNullable<OauthGroup['action']>

/** Actions, most severe first. A record has the most severe action. The field groups contain the others. */
const gravity: readonly Action[] = [
  'credential_add',
  'redirect_change',
  'audience_change',
  'lock_change',
  'permission_request',
  'credential_remove',
  'sp_enable',
  'sp_disable',
]

interface Found {
  readonly actions: Set<Action>
  readonly discriminator: string[]
}

const addressesOf = (list: readonly Json[]): string[] =>
  list.flatMap((entry) => textOf(isObject(entry) ? (entry.Address ?? entry.address ?? entry.Url) : entry) ?? [])

const implicitSettings = /implicit/

function readRedirects({ changes }: DirectoryAct, oauth: OauthGroup, found: Found): void {
  const change = redirectChange(
    addressesOf(changes.beforeList('AppAddress')),
    addressesOf(changes.afterList('AppAddress')),
  )
  const redirect: NonNullable<OauthGroup['redirect']> = {}
  if (change !== undefined) {
    for (const key of ['added', 'removed', 'added_domains'] as const)
      if (change[key].length > 0) redirect[key] = change[key]
    if (change.kind.length > 0) redirect.kind = change.kind
    found.actions.add('redirect_change')
    found.discriminator.push(scopeKey(change.added), scopeKey(change.removed))
  }
  const implicit = changes.names().find((name) => implicitSettings.test(name) && isSwitchedOn(changes, name))
  if (implicit !== undefined) redirect.implicit = true
  if (isSwitchedOn(changes, 'PublicClient')) redirect.public_client = true
  if (redirect.implicit || redirect.public_client) found.actions.add('redirect_change')
  if (Object.keys(redirect).length > 0) oauth.redirect = redirect
  if (redirect.public_client && oauth.app !== undefined) oauth.app.kind = 'public'
}

function isSwitchedOn(changes: Changes, name: string): boolean {
  return toBoolean(changes.afterText(name)) === true && toBoolean(textOf(changes.beforeList(name)[0])) !== true
}

interface Switch {
  readonly property: string
  readonly action: Action | undefined
  /** Values that allow more. */
  readonly open: readonly string[]
}

const switches: readonly Switch[] = [
  { property: 'AvailableToOtherTenants', action: 'audience_change', open: ['true'] },
  {
    property: 'SignInAudience',
    action: 'audience_change',
    open: ['azureadmultipleorgs', 'azureadandpersonalmicrosoftaccount', 'personalmicrosoftaccount'],
  },
  { property: 'AppRoleAssignmentRequired', action: undefined, open: ['false'] },
]

const lockProperty = 'ServicePrincipalLockConfiguration'

const valueTexts = (list: readonly Json[]): string[] => list.map((value) => textOf(value) ?? JSON.stringify(value))

function readSwitches({ changes }: DirectoryAct, oauth: OauthGroup, found: Found): void {
  for (const { property, action, open } of switches) {
    const before = valueTexts(changes.beforeList(property)).map((text) => text.toLowerCase())
    const after = valueTexts(changes.afterList(property)).map((text) => text.toLowerCase())
    if (before.length === 0 || after.length === 0 || before[0] === after[0]) continue
    const opened = open.includes(after[0] as string)
    const closed = !opened && open.includes(before[0] as string)
    setPolicy(oauth, property, before, after, opened ? 'loosened' : closed ? 'tightened' : 'changed')
    if (action !== undefined) found.actions.add(action)
    found.discriminator.push(property)
  }
  if (!changes.has(lockProperty)) return
  const before = changes.beforeList(lockProperty)
  const after = changes.afterList(lockProperty)
  const direction =
    lockLevel(after) < lockLevel(before) ? 'loosened' : lockLevel(after) > lockLevel(before) ? 'tightened' : 'changed'
  setPolicy(oauth, lockProperty, valueTexts(before), valueTexts(after), direction)
  found.actions.add('lock_change')
  found.discriminator.push(lockProperty)
}

/** Returns the number of active locks: 0 if the whole configuration is off. */
function lockLevel(list: readonly Json[]): number {
  const lock = list.find(isObject)
  if (lock === undefined) return 0
  const members = Object.fromEntries(Object.entries(lock).map(([name, value]) => [name.toLowerCase(), value]))
  if (toBoolean(members.isenabled) === false) return 0
  return Object.values(members).filter((value) => toBoolean(value) === true).length
}

function setPolicy(oauth: OauthGroup, setting: string, before: string[], after: string[], direction: Direction): void {
  oauth.policy ??= policyChange(setting, direction, before, after)
}

function readEnabled({ changes }: DirectoryAct, found: Found): void {
  const before = toBoolean(textOf(changes.beforeList('AccountEnabled')[0]))
  const after = toBoolean(changes.afterText('AccountEnabled'))
  if (after === undefined || before === undefined || before === after) return
  found.actions.add(after ? 'sp_enable' : 'sp_disable')
}

function readContent(act: DirectoryAct, oauth: OauthGroup): Found {
  const found: Found = { actions: new Set(), discriminator: [] }
  readTargetApp(act, oauth)
  const credentials = readCredentials(act.changes, oauth)
  if (credentials.action !== undefined) found.actions.add(credentials.action)
  found.discriminator.push(...credentials.discriminator)
  readRedirects(act, oauth, found)
  readSwitches(act, oauth, found)
  const requested = readRequestedPermissions(act.changes, oauth)
  if (requested.added) found.actions.add('permission_request')
  readInheritance(act, oauth, found)
  if (requested.key !== undefined) found.discriminator.push(requested.key)
  if (act.target.kind !== 'Application') readEnabled(act, found)
  return found
}

const inheritance = /inheritablepermission/i

/** Reads the permissions that agents inherit from a blueprint. */
function readInheritance({ changes }: DirectoryAct, oauth: OauthGroup, found: Found): void {
  const name = changes.names().find((one) => inheritance.test(one))
  if (name === undefined) return
  const before = valueTexts(changes.beforeList(name))
  const after = valueTexts(changes.afterList(name))
  const added = without(after, before)
  setPolicy(oauth, 'InheritablePermissions', before, after, added.length > 0 ? 'loosened' : 'tightened')
  if (added.length > 0) found.actions.add('permission_request')
  found.discriminator.push(name)
}

/** Returns the names of the changes, sorted and with letters only, because some routes replace other characters. */
const changedNames = ({ changes }: DirectoryAct): string =>
  changes
    .names()
    .map((name) => name.replace(/[^A-Za-z]/g, ''))
    .sort()
    .join()

/** Reads the creation of an app or service principal as the action. The field groups hold the initial settings. */
export function readCreated(action: 'app_register' | 'sp_add'): ActReader {
  return reader([action], (act, oauth) => {
    const { discriminator } = readContent(act, oauth)
    if (action === 'sp_add') {
      // The key store ids of a new service principal are not credentials that someone added.
      delete oauth.credential
    }
    oauth.action = action
    return [changedNames(act), ...discriminator.sort()]
  })
}

/** Reads a change of an application or service principal. The action is the most severe change in the record. */
export function readUpdated(otherwise: 'app_update' | 'sp_update'): ActReader {
  return reader([...gravity, otherwise], (act, oauth) => {
    const { actions, discriminator } = readContent(act, oauth)
    oauth.action = gravity.find((action) => actions.has(action)) ?? otherwise
    // Entra often logs one change twice, once without properties. The property names distinguish the two records.
    return [changedNames(act), ...discriminator.sort()]
  })
}

/** Acts that change nothing inside the application. */
export function readWhole(action: Action): ActReader {
  return reader([action], (act, oauth) => {
    readTargetApp(act, oauth)
    oauth.action = action
    return [act.operation]
  })
}

/** Reads credential changes. If the properties show no change, the operation name determines the action. */
export function readCredentialChange(action: 'credential_add' | 'credential_remove'): ActReader {
  return reader(['credential_add', 'credential_remove'], (act, oauth) => {
    readTargetApp(act, oauth)
    const { action: found, discriminator } = readCredentials(act.changes, oauth)
    oauth.action = found ?? action
    return [changedNames(act), ...discriminator]
  })
}
