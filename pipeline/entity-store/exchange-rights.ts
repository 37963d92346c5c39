// Exchange roles and mailbox rights. Exchange identifies their holder by the object ID of a service principal or a person.
import { getPath } from '../../mappings/kernel/path.ts'
import { granteesOf } from '../../mappings/vendors/m365/readers/app-access.ts'
import { isGuid } from '../../mappings/vendors/microsoft/readers/entity.ts'
import { isoTime } from './age.ts'
import { aliasId } from './entity-ids.ts'
import type { DeltaWriter } from './store.ts'
import { appKeyId, type Subject } from './subject.ts'

/** The nouns of the cmdlets that manage a kind of right. */
export const rightNouns = [
  'RoleGroupMember',
  'ManagementRoleAssignment',
  'MailboxPermission',
  'RecipientPermission',
  'MailboxFolderPermission',
] as const

export interface ExchangeRight {
  readonly noun: (typeof rightNouns)[number]
  /** The access right to a mailbox; `scoped` for a role or a role group with a scope; otherwise empty. */
  readonly rights: string
  /** The ID of the application in Exchange. */
  readonly holder: string
  /** The role group, the role or the mailbox. */
  readonly target: string
  /** The name of a role assignment: its removal contains neither the role nor the holder. */
  readonly assignment?: string
}

const noRights: ReadonlyMap<string, readonly string[]> = new Map()

/** A command may list the members of a large group. */
const mostHolders = 50

const parameterOf = ({ document }: Subject, name: string): unknown =>
  getPath(document.o365, ['audit', 'Parameters', name])

/**
 * Returns the roles and rights that an event grants or removes, in the form that the entity store keeps, by holder. One
 * command may concern several holders; only the first is in `oauth.app`.
 */
export function exchangeRightsOf(subject: Subject): ReadonlyMap<string, readonly string[]> {
  const { app, document, oauth } = subject
  const { provider, outcome, action = '' } = document.event
  if (provider !== 'Exchange' || outcome === 'failure') return noRights
  if (oauth?.action !== 'app_role_grant' && oauth?.action !== 'app_role_revoke') return noRights
  const word = action
    .slice(action.indexOf('-') + 1)
    .toLowerCase()
    .replace(/^rolegroup$/, 'rolegroupmember')
  const noun = rightNouns.find((each) => each.toLowerCase() === word)
  const isRole = noun === 'RoleGroupMember' || noun === 'ManagementRoleAssignment'
  const isScoped = isRole && oauth.grant?.breadth !== 'tenant'
  const name = oauth.role?.name ?? ''
  const mailbox = parameterOf(subject, 'Identity')
  const target = isRole ? name : typeof mailbox === 'string' ? mailbox : (oauth.account?.name ?? '')
  if (app === undefined || noun === undefined || target === '') return noRights
  const isNamed = noun === 'MailboxPermission' || noun === 'RecipientPermission'
  // One command may remove some of the rights that another command granted.
  const rights = isNamed ? name.split(/[\s,]+/).slice(0, 10) : [isScoped ? 'scoped' : '']
  const assignment = noun === 'ManagementRoleAssignment' ? getPath(document.o365, ['audit', 'ObjectId']) : undefined
  const place = [target.slice(0, 256), ...(typeof assignment === 'string' ? [nameIn(assignment)] : [])].join('|')
  const others = noun === 'ManagementRoleAssignment' ? [] : granteesOf((name) => parameterOf(subject, name))
  const holders = new Set([appKeyId(app), ...others.slice(0, mostHolders)])
  return new Map(
    [...holders].map((holder) => [
      holder,
      rights.map((right) => [noun, right.slice(0, 100), holder.slice(0, 100), place].join('|')),
    ]),
  )
}

export function parseExchangeRight(detail: string): ExchangeRight | undefined {
  const [word, rights = '', holder = '', ...target] = detail.split('|')
  const noun = rightNouns.find((each) => each === word)
  if (noun === undefined) return undefined
  const assignment = noun === 'ManagementRoleAssignment' && target.length > 1 ? target.pop() : undefined
  return { noun, rights, holder, target: target.join('|'), ...(assignment !== undefined && { assignment }) }
}

/** Commands that end a role for all holders except those in a list. */
const endings: ReadonlyMap<string, ExchangeRight['noun']> = new Map([
  ['remove-rolegroup', 'RoleGroupMember'],
  ['update-rolegroupmember', 'RoleGroupMember'],
  ['remove-managementroleassignment', 'ManagementRoleAssignment'],
])

/** Exchange may write the path of an object before its name. */
const nameIn = (identity: string): string => identity.slice(identity.lastIndexOf('\\') + 1).slice(0, 256)

export const roleAlias = (
  subject: Subject,
  { noun, target, assignment = '' }: Omit<ExchangeRight, 'rights' | 'holder'>,
) =>
  aliasId(
    subject.vendor,
    subject.tenant,
    'role',
    [noun, noun === 'RoleGroupMember' ? target : assignment].join('|').toLowerCase(),
  )

export function observeEndOfRole(subject: Subject, deltas: DeltaWriter): void {
  const { action = '', outcome, provider } = subject.document.event
  const noun = endings.get(action.toLowerCase())
  const identity = parameterOf(subject, 'Identity')
  if (
    noun === undefined ||
    provider !== 'Exchange' ||
    outcome === 'failure' ||
    typeof identity !== 'string' ||
    identity === ''
  )
    return
  const listed = action.toLowerCase().startsWith('update-') ? parameterOf(subject, 'Members') : ''
  const kept = typeof listed === 'string' ? listed.toLowerCase().split(/[,;]\s*/) : ['?']
  // A name may be the name of an application. Then the command may keep it.
  if (!kept.every((each) => each === '' || each.includes('@') || isGuid(each))) return
  const value = [isoTime(subject.at), ...kept.filter(isGuid)].join(' ').slice(0, 4096)
  const name = nameIn(identity)
  const alias = roleAlias(subject, { noun, target: name, assignment: name })
  deltas.observe('aliases', alias, 'links', { value, first: subject.at })
}
