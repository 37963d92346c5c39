// Words of records that a command may contain: only what a shell and PowerShell read as plain text.

const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const address = /^[0-9a-z._+-]{1,64}@[0-9a-z.-]{1,253}$/
const keyId = /^[0-9a-f]{20,64}$/
const serviceAccount = /^(\d{18,30}|[a-z0-9._-]{1,100}@[a-z0-9.-]{1,200}\.gserviceaccount\.com)$/
const googleClient = /^[0-9A-Za-z-]{1,100}(\.apps\.googleusercontent\.com)?$/

export const isGuid = (text: string): boolean => guid.test(text)
export const isAddress = (text: string): boolean => address.test(text)
/** An account of Microsoft: its address or its ID. */
export const isMicrosoftAccount = (text: string): boolean => address.test(text) || guid.test(text)
export const isKeyId = (text: string): boolean => keyId.test(text)
/** The number or the address of a service account of Google Cloud. A project has a shorter number. */
export const isServiceAccount = (text: string): boolean => serviceAccount.test(text)
export const isGoogleClient = (text: string): boolean => googleClient.test(text)

/** The accounts that no command can name. */
export function unsafeAccounts(accounts: readonly string[], isSafe: (account: string) => boolean): string[] {
  return accounts
    .filter((account) => !isSafe(account))
    .map((account) => `${JSON.stringify(account)} is not an address that is safe in a command`)
}
