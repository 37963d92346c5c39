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
  /** The access rights to a mailbox; `scoped` for a role with a scope; otherwise empty. */
  readonly rights: string
  /** The ID of the application in Exchange. */
  readonly holder: string
  /** The role group, the role or the mailbox. */
  readonly target: string
}

/** Returns the role or right that an event grants or removes, in the form that the entity store keeps. */
export function exchangeRightOf({ app, document, oauth }: Subject): string | undefined {
  const { provider, outcome, action = '' } = document.event
  if (provider !== 'Exchange' || outcome === 'failure') return undefined
  if (oauth?.action !== 'app_role_grant' && oauth?.action !== 'app_role_revoke') return undefined
  const word = action
    .slice(action.indexOf('-') + 1)
    .toLowerCase()
    .replace(/^rolegroup$/, 'rolegroupmember')
  const noun = rightNouns.find((each) => each.toLowerCase() === word)
  const isRole = noun === 'RoleGroupMember' || noun === 'ManagementRoleAssignment'
  const isScoped = noun === 'ManagementRoleAssignment' && oauth.grant?.breadth !== 'tenant'
  const name = oauth.role?.name ?? ''
  const mailbox = getPath(document.o365, ['audit', 'Parameters', 'Identity'])
  const target = isRole ? name : typeof mailbox === 'string' ? mailbox : (oauth.account?.name ?? '')
  if (app === undefined || noun === undefined || target === '') return undefined
  const isNamed = noun === 'MailboxPermission' || noun === 'RecipientPermission'
  const rights = isNamed ? name.replaceAll(/\s/g, '') : isScoped ? 'scoped' : ''
  return [noun, rights.slice(0, 100), appKeyId(app).slice(0, 100), target.slice(0, 256)].join('|')
}

export function parseExchangeRight(detail: string): ExchangeRight | undefined {
  const [word, rights = '', holder = '', ...target] = detail.split('|')
  const noun = rightNouns.find((each) => each === word)
  return noun === undefined ? undefined : { noun, rights, holder, target: target.join('|') }
}
