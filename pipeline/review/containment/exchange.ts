// Exchange Online: cmdlets of the module ExchangeOnlineManagement. Entra ID cannot remove Exchange roles or mailbox rights.
// https://learn.microsoft.com/powershell/module/exchangepowershell/remove-rolegroupmember
// https://learn.microsoft.com/exchange/permissions-exo/application-rbac
import type { ReviewedApp } from '../review.ts'
import { type ReviewedRight, rightInWords } from '../rights.ts'
import { openSettings, type ReviewedSetting, settingInWords } from '../settings.ts'
import { distinctSteps, type Step } from './containment.ts'
import { isGuid, isPlainText, powerShellText } from './safe-words.ts'

/** The steps that save rights and settings, and the steps that remove them: evidence of the application itself belongs between them. */
export function exchangeSteps({
  id,
  otherIds,
  rights,
  settings,
}: Pick<ReviewedApp, 'id' | 'otherIds' | 'rights' | 'settings'>): Record<'save' | 'remove', Step[]> {
  const removable = rights.filter(isRemovable)
  const changed = openSettings(settings).filter(isSafe)
  if (removable.length + changed.length === 0) return { save: [], remove: [] }
  const saved = [
    ...removable.map(({ noun, target }) =>
      noun === 'ManagementRoleAssignment'
        ? `Get-ManagementRoleAssignment -Role ${powerShellText(target)}`
        : `Get-${noun} -Identity ${powerShellText(target)}`,
    ),
    ...changed.map(show),
  ]
  return {
    save: [
      {
        what: 'Connect to Exchange (module ExchangeOnlineManagement). Role: Exchange Administrator.',
        command: 'Connect-ExchangeOnline',
        prepares: true,
      },
      {
        what: 'Save the rights and settings in Exchange as evidence.',
        command: `@(${[...new Set(saved)].join('; ')}) | ConvertTo-Json -Depth 5 | Out-File exchange-${id}.json`,
      },
    ],
    remove: [
      ...removable.map((right) => ({
        what: `Remove the access of ${right.holder}: ${rightInWords(right)}.`,
        command: removal(right, [id, ...otherIds].filter(isGuid)),
      })),
      ...distinctSteps(changed.map(undoing)),
    ],
  }
}

/** The rights whose names no command can contain. */
export const exchangeGaps = ({ rights, settings }: ReviewedApp): string[] => [
  ...rights
    .filter((right) => right.revoked === undefined && !isRemovable(right))
    .map(
      (right) =>
        `${JSON.stringify(rightInWords(right))}: a command cannot contain this name; remove the right in Exchange`,
    ),
  ...openSettings(settings)
    .filter((setting) => !isSafe(setting))
    .map(
      (setting) =>
        `${JSON.stringify(settingInWords(setting))} (${setting.operation}): a command cannot contain this name; check the setting in Exchange`,
    ),
]

/** The noun of a command; for a call and for Outlook, the noun of the command that shows the same setting. */
function nounOf({ operation }: ReviewedSetting): string {
  if (/messageRules|^UpdateInboxRules$/i.test(operation)) return 'InboxRule'
  return /mailboxSettings/i.test(operation) ? 'MailboxAutoReplyConfiguration' : operation.replace(/^[A-Za-z]+-/, '')
}

/** A rule without a name and a setting without a target are shown with all others. */
const isSafe = (setting: ReviewedSetting): boolean =>
  /^[A-Za-z]+$/.test(nounOf(setting)) &&
  /^[A-Za-z, ]*$/.test(setting.rights) &&
  [setting.target, setting.rule, setting.holder].every((text) => text === '' || isPlainText(text))

function show(setting: ReviewedSetting): string {
  const noun = nounOf(setting)
  const isRule = noun === 'InboxRule'
  const target = setting.target === '' ? '' : ` -${isRule ? 'Mailbox' : 'Identity'} ${powerShellText(setting.target)}`
  return `Get-${noun}${target}${isRule ? ' -IncludeHidden' : ''}`
}

/** Removes what the application set, if the record contains it; otherwise shows the setting. */
function undoing(setting: ReviewedSetting): Step {
  const { holder, operation, rights, rule, target } = setting
  const noun = nounOf(setting)
  const words = settingInWords(setting)
  const place = powerShellText(target)
  const undo = (what: string, command: string): Step => ({
    what: `${what}, unless the owner of the mailbox wants it: ${words}. The application set it with ${operation}.`,
    command,
  })
  if (noun === 'InboxRule' && rule !== '' && target !== '')
    return undo(
      'Remove the inbox rule',
      `Remove-InboxRule -Mailbox ${place} -Identity ${powerShellText(rule)} -Confirm:$false`,
    )
  if (/^Mailbox(?:Folder)?Permission$|^RecipientPermission$/.test(noun) && holder !== '' && target !== '') {
    const isRecipient = noun === 'RecipientPermission'
    const access = noun === 'MailboxFolderPermission' || rights === '' ? '' : ` -AccessRights ${rights}`
    return undo(
      'Remove the right',
      `Remove-${noun} -Identity ${place} -${isRecipient ? 'Trustee' : 'User'} ${powerShellText(holder)}${access} -Confirm:$false`,
    )
  }
  if (noun === 'Mailbox' && setting.to !== '' && target !== '')
    return undo(
      'Remove the forwarding',
      `Set-Mailbox -Identity ${place} -ForwardingAddress $null -ForwardingSmtpAddress $null`,
    )
  // The record of a call does not contain the settings that it changed.
  if (/^Set-MailboxAutoReplyConfiguration$/i.test(operation) && target !== '')
    return undo('Switch off the automatic reply', `Set-${noun} -Identity ${place} -AutoReplyState Disabled`)
  return {
    what: `Check the setting that the application changed with ${operation}${words === '' ? '' : `: ${words}`}. Undo the change if nobody needs it.`,
    command: `${show(setting)} | Format-List`,
  }
}

const isRemovable = ({ revoked, holder, target, rights }: ReviewedRight): boolean =>
  revoked === undefined && isPlainText(target) && isGuid(holder) && /^[A-Za-z,]*$/.test(rights)

function removal({ noun, rights, holder, target }: ReviewedRight, ids: readonly string[]): string {
  const place = powerShellText(target)
  if (noun === 'ManagementRoleAssignment')
    return `Get-ManagementRoleAssignment -Role ${place} | Where-Object { $_.RoleAssigneeName -in @(${ids.map(powerShellText).join(', ')}) } | Remove-ManagementRoleAssignment -Confirm:$false`
  const parameter = noun === 'RoleGroupMember' ? 'Member' : noun === 'RecipientPermission' ? 'Trustee' : 'User'
  const access = rights === '' ? '' : ` -AccessRights ${rights}`
  return `Remove-${noun} -Identity ${place} -${parameter} '${holder}'${access} -Confirm:$false`
}
