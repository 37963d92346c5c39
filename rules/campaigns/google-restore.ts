// Builders of a backup vendor that acts through a delegated service account: nightly reads, and restores into mailboxes.
import type { RawRecord } from './campaign.ts'
import { accountEmail, type ServiceAccount } from './google-cloud-layouts.ts'
import { delegatedApp } from './google-cloud-trust.ts'
import { impersonation } from './google-events.ts'
import { calls } from './google-grants.ts'
import { type App, DAY, type Network, network, type Org, type Person } from './google-layouts.ts'

export interface BackupVendor {
  readonly account: ServiceAccount
  readonly app: App
  readonly from: Network
}

export const backupVendor = (org: Org, name: string): BackupVendor => {
  const account = {
    project: 'vendor-backup-eu',
    name: `customer-${org.random.digits(5)}`,
    number: `1${org.random.digits(20)}`,
  }
  const scopes = ['https://mail.google.com/', 'drive', 'calendar', 'contacts', 'admin.directory.user.readonly']
  return { account, app: delegatedApp(account, name, scopes), from: network('192.0.2.61', 64533, 'IE') }
}

interface VendorParts {
  readonly at: number
  readonly who: Person
  readonly vendor: BackupVendor
}

const vendorCalls = (
  org: Org,
  parts: VendorParts & { readonly count: number; readonly gap: readonly [number, number] },
  methods: readonly string[],
  bytes: readonly [number, number],
): RawRecord[] => {
  const { at, who, vendor } = parts
  const { app, from, account } = vendor
  return [
    impersonation(org, { at, who, app, from, account: accountEmail(account) }),
    ...calls(org, {
      start: at + 2000,
      count: parts.count,
      gap: parts.gap,
      who,
      app,
      from,
      methods,
      bytes,
      impersonates: true,
    }),
  ]
}

/** Each night the service fetches the new messages and files of some people. */
export const nightlyBackup = (
  org: Org,
  vendor: BackupVendor,
  parts: { readonly first: number; readonly days: number; readonly people: readonly Person[]; readonly each: number },
): RawRecord[] =>
  Array.from({ length: parts.days }, (_, day) => day).flatMap((day) =>
    Array.from({ length: parts.each }, (_, place) =>
      vendorCalls(
        org,
        {
          at: parts.first + day * DAY + place * 420_000 + org.random.integer(0, 120) * 1000,
          who: parts.people[(day * parts.each + place) % parts.people.length] ?? org.admin,
          vendor,
          count: 5,
          gap: [2, 15],
        },
        [
          'gmail.users.history.list',
          'gmail.users.messages.get',
          'gmail.users.messages.get',
          'drive.changes.list',
          'drive.files.get',
        ],
        [2_000, 90_000],
      ),
    ).flat(),
  )

/** The service inserts stored messages into a mailbox. The log names only the mailbox that receives them. */
export const restoreInto = (
  org: Org,
  parts: VendorParts & { readonly count: number; readonly gap: readonly [number, number] },
): RawRecord[] => vendorCalls(org, parts, ['gmail.users.messages.import'], [320, 640])
