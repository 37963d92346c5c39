// Exchange roles and mailbox rights. Exchange identifies their holder by the object ID of a service principal or a person.
import { getPath } from '../../mappings/kernel/path.ts'
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
}

/** Returns the roles and rights that an event grants or removes, in the form that the entity store keeps. */
export function exchangeRightsOf({ app, document, oauth }: Subject): string[] {
  const { provider, outcome, action = '' } = document.event
  if (provider !== 'Exchange' || outcome === 'failure') return []
  if (oauth?.action !== 'app_role_grant' && oauth?.action !== 'app_role_revoke') return []
  const word = action
    .slice(action.indexOf('-') + 1)
    .toLowerCase()
    .replace(/^rolegroup$/, 'rolegroupmember')
  const noun = rightNouns.find((each) => each.toLowerCase() === word)
  const isRole = noun === 'RoleGroupMember' || noun === 'ManagementRoleAssignment'
  const isScoped = isRole && oauth.grant?.breadth !== 'tenant'
  const name = oauth.role?.name ?? ''
  const mailbox = getPath(document.o365, ['audit', 'Parameters', 'Identity'])
  const target = isRole ? name : typeof mailbox === 'string' ? mailbox : (oauth.account?.name ?? '')
  if (app === undefined || noun === undefined || target === '') return []
  const isNamed = noun === 'MailboxPermission' || noun === 'RecipientPermission'
  // One command may remove some of the rights that another command granted.
  const rights = isNamed ? name.split(/[\s,]+/).slice(0, 10) : [isScoped ? 'scoped' : '']
  const [holder, place] = [appKeyId(app).slice(0, 100), target.slice(0, 256)]
  return rights.map((right) => [noun, right.slice(0, 100), holder, place].join('|'))
}

export function parseExchangeRight(detail: string): ExchangeRight | undefined {
  const [word, rights = '', holder = '', ...target] = detail.split('|')
  const noun = rightNouns.find((each) => each === word)
  return noun === undefined ? undefined : { noun, rights, holder, target: target.join('|') }
}
