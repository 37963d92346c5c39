// Sign-ins that failed after a correct first factor: the person may know the password. Conditional Access and
// MFA come after the first factor: https://learn.microsoft.com/entra/identity-platform/reference-error-codes
// So does the second factor of Google: https://developers.google.com/workspace/admin/reports/v1/appendix/activity/login

import { type Vendor, vendorOf } from '../../../mappings/entities/key.ts'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { lookedUp } from '../../../mappings/kernel/looked-up.ts'
import { fieldValues } from '../../../mappings/kernel/path.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import { time } from '../../entity-store/age.ts'
import { containAccounts } from '../../review/containment/contain.ts'
import type { Step } from '../../review/containment/containment.ts'
import { Counter } from '../counter.ts'
import { hasRoom } from './kept.ts'
import { type Capped, capped, limits } from './limits.ts'
import { tenantOf } from './tallies.ts'
import { count, shortList } from './words.ts'

const noSecondFactor = 'the second factor was missing'
const policy = ['53000', '53001', '53002', '53003', '53009', '530002', '530003', '530032']
const factors = ['50072', '50074', '50076', '50079', '50158', '500121']

/** The obstacle that stopped a sign-in, by error code. Omits a disabled account (50057): its password may be wrong. */
const stops: ReadonlyMap<string, string> = new Map([
  ...policy.map((code) => [code, 'Conditional Access blocked the sign-in'] as const),
  ...factors.map((code) => [code, noSecondFactor] as const),
  ...['53004', '53010'].map((code) => [code, 'the registration of a second factor was blocked'] as const),
  ...['50055', '50144'].map((code) => [code, 'the password had expired'] as const),
  ['53011', "the sign-in was blocked because of user risk in the account's home tenant"],
  ['50125', 'the user had to reset the password'],
  ['530035', 'security defaults blocked the sign-in'],
])

/** A user with a forgotten password causes fewer failures from one address. */
const mostMistakes = 4

export interface AcceptedPasswords {
  readonly rows: Capped<AcceptedRow>
  readonly steps: readonly Step[]
  /** The accounts that no command can contain. */
  readonly gaps: Capped<string>
}

/** The first such sign-in of an account. */
export interface AcceptedRow {
  readonly account: string
  readonly tenant: string
  readonly address: string
  readonly at: string
  /** What stopped the sign-in. */
  readonly stop: string
}

interface Accepted extends AcceptedRow {
  readonly vendor: Vendor
  /** True for a sign-in with a device code, or with a password without a browser. */
  readonly isUnusual: boolean
  /** Whether the network was new to the account. */
  readonly isNewNetwork: boolean
  /** The time of the first later success from the address without a second factor in the record. */
  entered?: string
}

const signInProperties = 'azure.signinlogs.properties'
const propertyOf = (document: EcsDocument, name: string): string =>
  String(fieldValues(document, `${signInProperties}.${name}`.split('.'))[0] ?? '')

const keyOf = ({ source, user }: EcsDocument): string =>
  `${source?.ip} ${(user?.email ?? user?.id ?? '').toLowerCase()}`

/** The obstacle after a correct first factor; undefined for any other record. A refresh token is not a password. */
function stopOf(document: EcsDocument): string | undefined {
  const { event, error, source, user } = document
  if (event.outcome !== 'failure' || source?.ip === undefined || user === undefined) return undefined
  if (event.dataset === googleLogins)
    return fieldValues(document, ['google_workspace', 'login', 'is_second_factor'])[0] === true
      ? noSecondFactor
      : undefined
  const stop = stops.get(error?.code ?? '')
  return stop === undefined || /refreshtoken/i.test(propertyOf(document, 'incoming_token_type')) ? undefined : stop
}

const googleLogins = 'google_workspace.login'

/** Google records sign-ins of accounts apart from the tokens of applications. */
const isSignIn = ({ event, oauth }: EcsDocument): boolean =>
  oauth?.action === 'app_sign_in' || (event.dataset === googleLogins && event.outcome !== undefined)

/** The user agent of a password grant by a mail client of an old protocol: the unified audit log contains no protocol. */
const passwordClient = 'BAV2ROPC'

/**
 * Whether a success after a stopped sign-in used a second factor. Logs that do not record the factors only let a sign-in
 * that lacked the second factor succeed with it.
 */
function hasSecondFactor(document: EcsDocument, { stop }: Accepted): boolean {
  const requirement = propertyOf(document, 'authentication_requirement')
  return requirement === '' ? stop === noSecondFactor : requirement === 'multiFactorAuthentication'
}

function outcomeOf({ stop, entered }: Accepted): string {
  if (entered === undefined) return stop
  return `${stop}; at ${time(entered)}, a sign-in from the same address was successful, and no record shows a second factor`
}

const namesOf = (all: readonly Accepted[]): string => shortList(all.map(({ account }) => account))

export class AcceptedSignIns {
  readonly #found = new Map<string, Accepted>()
  readonly #failed = new Counter()
  /** Accounts with such a sign-in from a network that was new to them, by address. */
  readonly #newTo = new Map<string, Set<string>>()
  /** Addresses with successful sign-ins, and pairs of an address and an account; without later ones that lack a second factor. */
  readonly #signedIn = new Set<string>()
  readonly #alerted = new Set<string>()

  alert({ source }: Alert): void {
    if (source !== undefined && this.#alerted.size < limits.addresses) this.#alerted.add(source.ip)
  }

  see(document: EcsDocument): void {
    const { event, source, user } = document
    const address = source?.ip
    if (address === undefined || !isSignIn(document)) return
    if (event.outcome !== 'failure') {
      const stopped = this.#found.get(keyOf(document))
      if (stopped !== undefined && !hasSecondFactor(document, stopped)) stopped.entered ??= document['@timestamp'] ?? ''
      else if (this.#signedIn.size < limits.tokens) this.#signedIn.add(address).add(keyOf(document))
      return
    }
    if (hasRoom(this.#failed, address, limits.addresses)) this.#failed.add(address)
    const stop = stopOf(document)
    if (stop === undefined || this.#found.size >= limits.addresses) return
    const found = lookedUp(
      this.#found,
      keyOf(document),
      (): Accepted => ({
        vendor: vendorOf(event.dataset ?? ''),
        tenant: tenantOf(document),
        account: user?.email ?? user?.id ?? '',
        address,
        at: document['@timestamp'] ?? '',
        stop,
        isUnusual:
          /^(?:deviceCode|ropc)$/i.test(propertyOf(document, 'authentication_protocol')) ||
          document.user_agent?.original === passwordClient,
        isNewNetwork: document.oauth?.account?.network_new === true,
      }),
    )
    if (found.isNewNetwork) lookedUp(this.#newTo, address, () => new Set()).add(found.account.toLowerCase())
  }

  /**
   * Checks whether an attacker may have attempted the sign-in: the account never signed in from the address, and the
   * address is in an alert, or nobody signed in from it and it has many failures, an unusual protocol, or the passwords
   * of several accounts to which its network was new.
   */
  #isSuspect(key: string, { address, isUnusual }: Accepted): boolean {
    if (this.#signedIn.has(key)) return false
    if (this.#alerted.has(address)) return true
    if (this.#signedIn.has(address)) return false
    return isUnusual || (this.#newTo.get(address)?.size ?? 0) > 1 || this.#failed.of(address) > mostMistakes
  }

  /** Checks whether a document may be such a sign-in, or a later success from its address. */
  mayConcern(document: EcsDocument): boolean {
    return isSignIn(document) && this.#found.has(keyOf(document))
  }

  /** What a suspicious sign-in with a correct first factor, or a later success, shows; undefined for any other document. */
  noteOf(document: EcsDocument): string | undefined {
    const known = isSignIn(document) ? this.#found.get(keyOf(document)) : undefined
    if (known === undefined || !this.#isSuspect(keyOf(document), known)) return undefined
    if (document.event.outcome !== 'failure')
      return (document['@timestamp'] ?? '') < known.at
        ? undefined
        : 'an earlier attempt was stopped after a correct password (or code)'
    const stop = stopOf(document)
    return stop === undefined ? undefined : `the password (or the code) was accepted, but ${stop}`
  }

  /** The first such sign-in of each account. */
  #suspects(): Accepted[] {
    const firsts = new Map<string, Accepted>()
    for (const [key, each] of this.#found)
      if (this.#isSuspect(key, each)) lookedUp(firsts, `${each.tenant} ${each.account.toLowerCase()}`, () => each)
    return [...firsts.values()]
  }

  sentences(): string[] {
    const [first, ...others] = this.#suspects()
    if (first === undefined) return []
    if (others.length === 0) {
      const { account, address, at } = first
      return [
        `The password (or the code) of ${account} was accepted from ${address} at ${time(at)}, but ${outcomeOf(first)}: reset the password, and end the sessions.`,
      ]
    }
    const all = [first, ...others]
    const entered = all.filter((each) => each.entered !== undefined)
    return [
      `The passwords (or the codes) of ${count(all.length, 'account')} were accepted, but the sign-ins were stopped: reset the passwords, and end the sessions. The accounts: ${namesOf(all)}.`,
      ...(entered.length > 0 ? [`Later sign-ins from the same addresses were successful: ${namesOf(entered)}.`] : []),
    ]
  }

  /** The accounts with their commands, by tenant: no application or alert may name them. */
  passwords(): AcceptedPasswords {
    const all = this.#suspects().map((each) => ({ ...each, stop: outcomeOf(each) }))
    const rows = capped(all, limits.accountsOfApp)
    const byTenant = new Map<string, Accepted[]>()
    for (const each of rows.shown) lookedUp(byTenant, `${each.vendor} ${each.tenant}`, () => []).push(each)
    const parts = [...byTenant.values()].map((some) => {
      const { vendor, tenant } = some[0] as Accepted
      return containAccounts({ vendor, tenant, names: some.map(({ account }) => account.toLowerCase()) })
    })
    const gaps = parts.flatMap((part) => part.gaps)
    return { rows, steps: parts.flatMap(({ steps }) => steps), gaps: capped(gaps, limits.messages) }
  }
}
