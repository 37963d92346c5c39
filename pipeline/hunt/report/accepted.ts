// Sign-ins that failed after a correct first factor: the person may know the password. Conditional Access and
// MFA come after the first factor: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { fieldValues } from '../../../mappings/kernel/path.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import { limits } from './limits.ts'
import { count, list, time } from './words.ts'

const policy = ['53000', '53001', '53002', '53003', '53009', '53011', '530002', '530003', '530032']
const factors = ['50072', '50074', '50076', '50079', '50158', '500121']

/** The obstacle that stopped a sign-in, by error code. Omits a disabled account (50057): its password may be wrong. */
const stops: ReadonlyMap<string, string> = new Map([
  ...policy.map((code) => [code, 'Conditional Access blocked the sign-in'] as const),
  ...factors.map((code) => [code, 'the second factor was missing'] as const),
  ['50055', 'the password had expired'],
])

/** A user with a forgotten password causes fewer failures from one address. */
const mostMistakes = 4

interface Accepted {
  readonly account: string
  readonly address: string
  readonly at: string
  readonly stop: string
  /** By a device code, or by a password without a browser. */
  readonly isUnusual: boolean
}

const signInProperties = 'azure.signinlogs.properties'
const propertyOf = (document: EcsDocument, name: string): string =>
  String(fieldValues(document, `${signInProperties}.${name}`.split('.'))[0] ?? '')

const keyOf = ({ source, user }: EcsDocument): string =>
  `${source?.ip} ${(user?.email ?? user?.id ?? '').toLowerCase()}`

/** The obstacle after a correct first factor; undefined for any other record. A refresh token is not a password. */
export function stopOf(document: EcsDocument): string | undefined {
  if (document.event.outcome !== 'failure' || document.source?.ip === undefined || document.user === undefined)
    return undefined
  const stop = stops.get(document.error?.code ?? '')
  return stop === undefined || /refreshtoken/i.test(propertyOf(document, 'incoming_token_type')) ? undefined : stop
}

export class AcceptedSignIns {
  readonly #found = new Map<string, Accepted>()
  /** Failed sign-ins by address. */
  readonly #failed = new Map<string, number>()
  /** Addresses with successful sign-ins, and pairs of an address and an account. */
  readonly #signedIn = new Set<string>()
  readonly #alerted = new Set<string>()

  alert({ source }: Alert): void {
    if (source !== undefined && this.#alerted.size < limits.addresses) this.#alerted.add(source.ip)
  }

  see(document: EcsDocument): void {
    const { event, source, user } = document
    const address = source?.ip
    if (address === undefined || document.oauth?.action !== 'app_sign_in') return
    if (event.outcome !== 'failure') {
      if (this.#signedIn.size < limits.tokens) this.#signedIn.add(address).add(keyOf(document))
      return
    }
    if (this.#failed.has(address) || this.#failed.size < limits.addresses)
      this.#failed.set(address, (this.#failed.get(address) ?? 0) + 1)
    const stop = stopOf(document)
    if (stop === undefined || this.#found.size >= limits.addresses) return
    lookedUp(this.#found, keyOf(document), () => ({
      account: user?.email ?? user?.id ?? '',
      address,
      at: document['@timestamp'] ?? '',
      stop,
      isUnusual: /^(?:deviceCode|ropc)$/i.test(propertyOf(document, 'authentication_protocol')),
    }))
  }

  /**
   * Whether an attacker may be behind it: the account never signed in from the address, and the address is that of an alert, or
   * nobody signed in from there, with many failures or an unusual protocol.
   */
  #isSuspect(key: string, { address, isUnusual }: Accepted): boolean {
    if (this.#signedIn.has(key)) return false
    if (this.#alerted.has(address)) return true
    return !this.#signedIn.has(address) && (isUnusual || (this.#failed.get(address) ?? 0) > mostMistakes)
  }

  /** Whether a document is a suspicious sign-in with a correct first factor. */
  has(document: EcsDocument): boolean {
    const known = stopOf(document) === undefined ? undefined : this.#found.get(keyOf(document))
    return known !== undefined && this.#isSuspect(keyOf(document), known)
  }

  sentences(): string[] {
    const firsts = new Map<string, Accepted>()
    for (const [key, each] of this.#found)
      if (this.#isSuspect(key, each)) lookedUp(firsts, each.account.toLowerCase(), () => each)
    const suspects = [...firsts.values()]
    const shown = suspects.slice(0, limits.names)
    return [
      ...shown.map(
        ({ account, address, at, stop }) =>
          `The password (or the code) of ${account} was accepted from ${address} at ${time(at)}, then ${stop}: reset the password, and end the sessions.`,
      ),
      ...(suspects.length > shown.length
        ? [
            `The password of ${count(suspects.length - shown.length, 'other account')} was accepted, too: ${list(suspects.slice(shown.length, 2 * shown.length).map(({ account }) => account))}; timeline.csv contains all of these sign-ins.`,
          ]
        : []),
    ]
  }
}
