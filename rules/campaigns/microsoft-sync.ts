// Files that the OneDrive client syncs to a computer, and sign-ins whose session began on another device.
import { firstParty } from './microsoft-clients.ts'
import { type UserSignIn, userSignIn } from './microsoft-entra-signin.ts'
import { addChanged, type Log, type Person } from './microsoft-tenant.ts'
import { file } from './microsoft-workloads.ts'

export const syncAgent = 'Microsoft SkyDriveSync 25.149.0803.0003 ship; Windows NT 10.0 (26100)'

export interface Computer {
  /** The ID of the machine, as reported by the client. */
  readonly id: string
  /** The Windows domain of the machine, as reported by the client. */
  readonly domain: string
  readonly managed: boolean
}

export interface Synced {
  readonly person: Person
  readonly ip: string
  readonly computer: Computer
  readonly file: string
  readonly site: string
  /** Only the changes of an existing file. */
  readonly partial?: boolean
}

/** A file that the client downloads. Returns the ID. */
export const syncedFile = (log: Log, at: number, use: Synced): string => {
  const download = (side: Log): string =>
    file(side, at, {
      person: use.person,
      client: firstParty.oneDriveSync,
      ip: use.ip,
      agent: syncAgent,
      file: use.file,
      site: use.site,
      operation: use.partial ? 'FileSyncDownloadedPartial' : 'FileSyncDownloadedFull',
    })
  return addChanged(log, at, download, (record) => ({
    ...record,
    IsManagedDevice: use.computer.managed,
    FileSyncBytesCommitted: '0',
    ImplicitShare: 'No',
    MachineDomainInfo: use.computer.domain,
    MachineId: use.computer.id,
    Platform: 'WinDesktop',
  }))
}

export type TransferMethod = 'none' | 'deviceCodeFlow' | 'authenticationTransfer'

/** A sign-in that shows how its session reached the device. Returns the ID. */
export const transferredSignIn = (log: Log, at: number, method: TransferMethod, signIn: UserSignIn): string =>
  addChanged(
    log,
    at,
    (side) => userSignIn(side, at, signIn),
    (record) => ({
      ...record,
      ...(signIn.interactive === false ? { clientAppUsed: 'Mobile Apps and Desktop clients' } : {}),
      originalTransferMethod: method,
    }),
  )
