// Outlook add-ins of the organization in the unified audit log: Exchange Online PowerShell cmdlets.
import type { Log, Named, Person } from './microsoft-tenant.ts'
import { cmdlet } from './microsoft-workloads.ts'

/** The client that Exchange Online PowerShell uses to sign in. */
export const exchangeShell: Named = {
  name: 'Microsoft Exchange REST API Based Powershell',
  appId: 'fb78d390-0c51-40cd-8e17-fdbfab77341b',
}

export interface AddIn {
  readonly id: string
  readonly name: string
  readonly manifest: string
}

interface Command {
  readonly by: Person
  readonly operation: 'New-App' | 'Set-App' | 'Remove-App'
  readonly addIn: AddIn
  readonly parameters: Readonly<Record<string, string>>
  readonly ip?: string
}

/** An administrator installs, changes or removes an add-in of the organization. Returns the ID. */
export const organizationAddIn = (log: Log, at: number, command: Command): string => {
  const { by, addIn } = command
  return cmdlet(log, at, {
    by,
    operation: command.operation,
    objectId: command.operation === 'New-App' ? '' : addIn.id,
    ip: command.ip ?? by.ip,
    clientAppId: exchangeShell.appId,
    parameters: {
      OrganizationApp: 'True',
      ...(command.operation === 'New-App' ? { Url: addIn.manifest } : { Identity: addIn.id }),
      ...command.parameters,
    },
  })
}
