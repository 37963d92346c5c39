// Exchange Online: cmdlets of the module ExchangeOnlineManagement. Entra ID cannot remove Exchange roles or mailbox rights.
// https://learn.microsoft.com/powershell/module/exchangepowershell/remove-rolegroupmember
// https://learn.microsoft.com/exchange/permissions-exo/application-rbac
import type { ReviewedApp } from '../review.ts'
import { type ReviewedRight, rightInWords } from '../rights.ts'
import type { Step } from './containment.ts'
import { isGuid, isPlainText, powerShellText } from './safe-words.ts'

/** The steps that save the rights, and the steps that remove them: evidence of the application itself belongs between them. */
export function exchangeSteps({ id, otherIds, rights }: ReviewedApp): Record<'save' | 'remove', Step[]> {
  const removable = rights.filter(isRemovable)
  if (removable.length === 0) return { save: [], remove: [] }
  const saved = removable.map(({ noun, target }) =>
    noun === 'ManagementRoleAssignment'
      ? `Get-ManagementRoleAssignment -Role ${powerShellText(target)}`
      : `Get-${noun} -Identity ${powerShellText(target)}`,
  )
  return {
    save: [
      {
        what: 'Connect to Exchange (module ExchangeOnlineManagement). Role: Exchange Administrator.',
        command: 'Connect-ExchangeOnline',
        prepares: true,
      },
      {
        what: 'Save the rights in Exchange as evidence.',
        command: `@(${[...new Set(saved)].join('; ')}) | ConvertTo-Json -Depth 5 | Out-File exchange-${id}.json`,
      },
    ],
    remove: removable.map((right) => ({
      what: `Remove the access of ${right.holder}: ${rightInWords(right)}.`,
      command: removal(right, [id, ...otherIds].filter(isGuid)),
    })),
  }
}

/** The rights whose names no command can contain. */
export const exchangeGaps = ({ rights }: ReviewedApp): string[] =>
  rights
    .filter((right) => right.revoked === undefined && !isRemovable(right))
    .map(
      (right) =>
        `${JSON.stringify(rightInWords(right))}: a command cannot contain this name; remove the right in Exchange`,
    )

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
