// Words from records that a command may contain: only words that a shell and PowerShell read as one plain string.
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** Letters of any language and apostrophes, but no other quotation marks: PowerShell ends a string at each of them. */
const address = /^(?!-)(?!.*\p{DI})[\p{L}\p{M}\p{N}._+'-]{1,64}@[\p{L}\p{M}\p{N}.-]{1,253}$/u
/** Entra ID names can also contain these characters: the name of a guest contains `#EXT#`. */
const userPrincipalName = /^(?!-)(?!.*\p{DI})[\p{L}\p{M}\p{N}._+'!#^~-]{1,113}@[\p{L}\p{M}\p{N}.-]{1,253}$/u
const plainAddress = /^[0-9A-Za-z._+-]+@[0-9A-Za-z.-]+$/
const plainText = /^(?!-)(?!.*\p{DI})[\p{L}\p{M}\p{N} ._@#&()+:/\\-]{1,256}$/u
const keyId = /^[0-9a-f]{20,64}$/
const serviceAccount = /^(\d{18,30}|[a-z0-9._-]{1,100}@[a-z0-9.-]{1,200}\.gserviceaccount\.com)$/
const googleClient = /^[0-9A-Za-z-]{1,100}(\.apps\.googleusercontent\.com)?$/

export const isGuid = (text: string): boolean => guid.test(text)
export const isAddress = (text: string): boolean => address.test(text)
/** An account of Microsoft: its name or its ID. */
export const isMicrosoftAccount = (text: string): boolean => userPrincipalName.test(text) || guid.test(text)
export const isGuest = (text: string): boolean => /#ext#@/i.test(text)
export const isKeyId = (text: string): boolean => keyId.test(text)
/** The number or the address of a service account of Google Cloud. A project has a shorter number. */
export const isServiceAccount = (text: string): boolean => serviceAccount.test(text)
/** A name with spaces and the usual path characters, but no quotation marks. */
export const isPlainText = (text: string): boolean => plainText.test(text)
export const isGoogleClient = (text: string): boolean => googleClient.test(text)

export const powerShellText = (account: string): string => `'${account.replaceAll("'", "''")}'`
/** An account as a word for any shell: between double quotation marks, an apostrophe and a letter have no special meaning. */
export const shellWord = (account: string): string => (plainAddress.test(account) ? account : `"${account}"`)

/** Returns a sentence for each account that no command can contain. */
export function unsafeAccounts(accounts: readonly string[], isSafe: (account: string) => boolean): string[] {
  return [...new Set(accounts)]
    .filter((account) => !isSafe(account))
    .map(
      (account) =>
        `${JSON.stringify(account)}: a command cannot contain this name; end the sessions and reset the password of the account in the admin center`,
    )
}
