// Google Cloud audit log entries of SignBlob: Google signs any bytes, also a token request, with the key of a service account.
import type { RawRecord } from './campaign.ts'
import { accountEmail, type ServiceAccount } from './google-cloud-layouts.ts'
import { type Caller, signedRequest, through } from './google-federation.ts'
import type { Network, Org } from './google-layouts.ts'

interface Parts {
  readonly at: number
  readonly from: Network
  readonly caller: Caller
  readonly account: ServiceAccount
}

export const subjectOf = (account: ServiceAccount): string => `serviceAccount:${accountEmail(account)}`

/** The caller lets the account sign bytes; the log does not hold the bytes. */
export const signBlob = (org: Org, parts: Parts): RawRecord => {
  const { account } = parts
  const entry = signedRequest(org, parts) as { readonly protoPayload: RawRecord }
  const resource = `projects/-/serviceAccounts/${account.number}`
  const permission = 'iam.serviceAccounts.signBlob'
  return {
    ...entry,
    protoPayload: {
      ...entry.protoPayload,
      methodName: 'SignBlob',
      authorizationInfo: [{ resource, permission, granted: true, resourceAttributes: { name: resource } }],
      request: {
        '@type': 'type.googleapis.com/google.iam.credentials.v1.SignBlobRequest',
        name: `projects/-/serviceAccounts/${accountEmail(account)}`,
      },
    },
  }
}

/** A service signs links with the key of its own account. */
export const signsForItself = (org: Org, at: number, account: ServiceAccount, from: Network): RawRecord =>
  signBlob(org, { at, from, account, caller: through(account) })
