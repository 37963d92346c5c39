// Files that the OneDrive client syncs to a computer, and sign-ins whose session began on another device.
import type { RawRecord } from './campaign.ts'
import { firstParty } from './microsoft-clients.ts'
import { type UserSignIn, userSignIn } from './microsoft-entra-signin.ts'
import { Log, type Person } from './microsoft-tenant.ts'
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
  const side = new Log(log.random, log.tenant, log.entra)
  const id = file(side, at, {
    person: use.person,
    client: firstParty.oneDriveSync,
    ip: use.ip,
    agent: syncAgent,
    file: use.file,
    site: use.site,
    operation: use.partial ? 'FileSyncDownloadedPartial' : 'FileSyncDownloadedFull',
  })
  const [record] = side.records()
  return log.add(at, id, {
    ...record,
    IsManagedDevice: use.computer.managed,
    FileSyncBytesCommitted: '0',
    ImplicitShare: 'No',
    MachineDomainInfo: use.computer.domain,
    MachineId: use.computer.id,
    Platform: 'WinDesktop',
  })
}

export type TransferMethod = 'none' | 'deviceCodeFlow' | 'authenticationTransfer'

/** A sign-in that shows how its session reached the device. Returns the ID. */
export const transferredSignIn = (log: Log, at: number, method: TransferMethod, signIn: UserSignIn): string => {
  const side = new Log(log.random, log.tenant, log.entra)
  const id = userSignIn(side, at, signIn)
  const [record] = side.records()
  const inner = (record?.properties ?? record ?? {}) as RawRecord
  const changed = {
    ...inner,
    ...(signIn.interactive === false ? { clientAppUsed: 'Mobile Apps and Desktop clients' } : {}),
    originalTransferMethod: method,
  }
  return log.add(at, id, record?.properties ? { ...record, properties: changed } : changed)
}
