// The settings that an application changed with Exchange commands, inbox rules and calls, in the form of the entity store.
import type { Transition } from '../../mappings/entities/transitions.ts'
import { forwardedTo, isSetting } from '../../mappings/fields/setting.ts'
import { getPath } from '../../mappings/kernel/path.ts'
import { actorOf } from './actor.ts'
import type { Subject } from './subject.ts'
import { transition } from './transition.ts'

export interface MailSetting {
  /** The mailbox, or another object of a command. */
  readonly target: string
  /** The name or number of an inbox rule, or the mailbox folder. */
  readonly rule: string
  /** The account that received a right. */
  readonly holder: string
  readonly rights: string
  /** The recipients of forwarded mail. */
  readonly to: string
}

const parts = ['target', 'rule', 'holder', 'rights', 'to'] as const

/** Exchange writes the path of a mailbox before its rule: `…/contoso.onmicrosoft.com/mara\17639250888751054849`. */
const afterPath = (identity: string | undefined): string | undefined =>
  identity?.includes('\\') === true ? identity.slice(identity.lastIndexOf('\\') + 1) : undefined

/** The command or the method is the value; the parts are the detail. */
export function settingOf(subject: Subject): Transition | undefined {
  const { document } = subject
  const { event, oauth, o365, saas } = document
  const value = oauth?.activity?.method ?? event.action
  if (!isSetting(document) || event.outcome === 'failure' || value === undefined) return undefined
  const textAt = (...path: readonly string[]) => {
    const found = getPath(o365, ['audit', ...path])
    return typeof found === 'string' && found !== '' ? found : undefined
  }
  const parameter = (name: string) => textAt('Parameters', name)
  const isRule = saas?.mail_rule !== undefined
  const account = oauth?.account?.name ?? oauth?.account?.id
  const owner = account ?? saas?.mailbox?.name
  const identity = parameter('Identity')
  const setting: MailSetting = {
    target:
      (isRule ? (parameter('Mailbox') ?? owner) : (identity ?? parameter('Name') ?? textAt('ObjectId') ?? owner)) ?? '',
    rule: isRule ? (afterPath(identity) ?? afterPath(textAt('ObjectId')) ?? saas.mail_rule?.name ?? '') : '',
    holder: parameter('User') ?? parameter('Trustee') ?? '',
    rights: parameter('AccessRights') ?? '',
    to: forwardedTo(document).slice(0, 5).join(' '),
  }
  const detail = parts.map((part) => setting[part].replaceAll('|', ' ').slice(0, 256)).join('|')
  return transition(subject, value.slice(0, 128), { by: actorOf(subject), detail })
}

export function parseSetting(detail = ''): MailSetting {
  const [target = '', rule = '', holder = '', rights = '', to = ''] = detail.split('|')
  return { target, rule, holder, rights, to }
}
