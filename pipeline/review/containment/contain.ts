// Plans the containment of an application, or of a client of the vendor itself. This module runs no commands.
import { groupBy } from '../../../mappings/kernel/group-by.ts'
import { hourOf } from '../../entity-store/age.ts'
import { isEnded, stateOf, stillHasAccess, usedAfterEnd } from '../ended.ts'
import { usedWithoutUser } from '../grants.ts'
import type { ReviewedApp } from '../review.ts'
import { rightsInWords } from '../rights.ts'
import { accountsOf, type Containment, type Step } from './containment.ts'
import { containGoogle, googlePasswordSteps, googleSessionSteps } from './google.ts'
import {
  connectStep,
  containMicrosoft,
  type Device,
  deviceSteps,
  microsoftPasswordSteps,
  microsoftSessionSteps,
} from './microsoft.ts'
import { isAddress, isGuest, isMicrosoftAccount, unsafeAccounts } from './safe-words.ts'

export function containApp(app: ReviewedApp, devices: readonly Device[] = []): Containment {
  if (app.firstParty) return containClient({ vendor: app.vendor, tenant: app.tenant, names: app.actedFor, devices })
  if (app.status === 'attempted' && app.unproven === undefined) return containAttempted(app)
  const gone = new Set(app.grants.flatMap((grant) => (grant.accountStatus === 'deleted' ? [grant.principal] : [])))
  const isHere = (account: string) => !gone.has(account)
  const present: ReviewedApp = {
    ...app,
    actedFor: app.actedFor.filter(isHere),
    exposed: app.exposed.filter(isHere),
    grants: app.grants.filter(({ principal }) => isHere(principal)),
  }
  const { steps, gaps } = app.vendor === 'microsoft' ? containMicrosoft(present, devices) : containGoogle(present)
  return {
    breaks: [
      ...breaksOf(app, accountsOf(present)),
      ...(gone.size === 0 ? [] : [`The commands omit ${counted(gone.size)} that the records show as deleted.`]),
    ],
    steps,
    gaps,
  }
}

/** Nothing exists to block or remove: commands for it would fail. */
function containAttempted({ vendor, tenant, exposed }: ReviewedApp): Containment {
  const { steps, gaps } = containAccounts({ vendor, tenant, names: exposed })
  return {
    breaks: [
      'Nothing has to be removed: all recorded attempts to register the application, to grant it access or to get a token failed.',
      `The records do not show access that was granted before the first record. ${places[vendor]}`,
      ...(steps.length === 0 ? [] : ['The commands reset the passwords that an attacker may know.']),
    ],
    steps,
    gaps,
  }
}

const places = {
  microsoft: 'Search for the ID in the Entra admin center: Enterprise applications.',
  google: 'Search for the ID in the Admin console: Security > Access and data control > API controls.',
} as const

function breaksOf(app: ReviewedApp, accounts: readonly string[]): string[] {
  const { vendor, breadth, grants, lastUsed, registrationRemains, usedDelegation } = app
  const late = usedAfterEnd(app)
  const safe = accounts.filter(isSafe(vendor))
  const guests = safe.filter(isGuest).length
  const named = safe.length - guests
  const holders = grants.filter(({ revoked, granted }) => granted !== undefined && revoked === undefined).length
  return [
    isEnded(app)
      ? `The application is ${stateOf(app)} at the end of the records${stillHasAccess(late) ? '' : ': it gets no new tokens'}.`
      : breadth === 'tenant'
        ? 'The application stops working for the whole tenant.'
        : holders === 0
          ? 'The records show no active grant to the application.'
          : `The application stops working for ${counted(holders)}${usedWithoutUser({ vendor, grants }) ? ', and for everything that it does without a user' : ''}.`,
    ...(usedDelegation === true
      ? [
          'It acted for accounts through a domain-wide delegation, but the records contain no grant of this delegation: the delegation exists until you delete it in the Admin console.',
        ]
      : []),
    ...(registrationRemains === true
      ? [
          'The registration still exists with its secrets: an administrator or owner can create the service principal again.',
        ]
      : []),
    ...(late === undefined ? [] : [late.sentence]),
    // The entity store keeps one time of use per hour.
    lastUsed === undefined
      ? 'The records show no use of the application.'
      : `The last recorded use of the application was in ${hourOf(lastUsed)}.`,
    ...(vendor === 'microsoft' ? [issuedTokens] : []),
    ...rightsInWords(app),
    ...(named === 0
      ? []
      : [
          `The commands end the sessions of ${counted(named)} that granted the application access, from which it took data, or whose password an attacker may know.`,
        ]),
    ...(guests === 0 ? [] : [`The commands disable ${guests} guest account${guests === 1 ? '' : 's'}.`]),
  ]
}

const isSafe = (vendor: ReviewedApp['vendor']) => (vendor === 'microsoft' ? isMicrosoftAccount : isAddress)

/** Microsoft ends sessions and grants, but not access tokens. */
const issuedTokens = 'Access tokens that Entra ID already issued stay valid until they expire.'

const counted = (accounts: number): string => `${accounts} account${accounts === 1 ? '' : 's'}`

interface Accounts {
  readonly vendor: ReviewedApp['vendor']
  readonly tenant: string
  readonly names: readonly string[]
  readonly devices?: readonly Device[]
}

export interface Account extends Pick<ReviewedApp, 'vendor' | 'tenant'> {
  readonly name: string
}

/** The commands that end the sessions of accounts, tenant by tenant. */
export function sessionSteps(accounts: readonly Account[]): Step[] {
  const byTenant = groupBy(accounts, ({ vendor, tenant }) => `${vendor}|${tenant}`)
  return [...byTenant.values()].flatMap((some) => {
    const { vendor, tenant } = some[0] as Account
    const names = [...new Set(some.map(({ name }) => name))]
    return vendor === 'google' ? googleSessionSteps(names) : connected(tenant, microsoftSessionSteps(names))
  })
}

const connected = (tenant: string, steps: readonly Step[]): Step[] =>
  steps.length === 0 ? [] : [connectStep(tenant), ...steps]

/** The commands for accounts with a password that an attacker may know, and the accounts that no command can contain. */
export function containAccounts({
  vendor,
  tenant,
  names,
  devices = [],
}: Accounts): Pick<Containment, 'steps' | 'gaps'> {
  const gaps = unsafeAccounts(names, isSafe(vendor))
  if (vendor === 'google') return { steps: [...googlePasswordSteps(names), ...googleSessionSteps(names)], gaps }
  const steps = [...deviceSteps(devices), ...microsoftPasswordSteps(names), ...microsoftSessionSteps(names)]
  return { steps: connected(tenant, steps), gaps }
}

/** How to contain a client of the vendor, which works without a grant: the sessions and devices of its accounts. */
export function containClient(accounts: Accounts): Containment {
  const { vendor, names } = accounts
  const { steps, gaps } = containAccounts(accounts)
  return {
    breaks: [
      'A client of the vendor works without a grant: reset the passwords of the accounts, end their sessions, and check the devices that they registered.',
      ...(vendor === 'microsoft' ? [issuedTokens] : []),
    ],
    steps,
    gaps: [
      ...(names.length === 0
        ? ['sessions: the records of the entity store name no account; the report of a hunt lists the accounts']
        : []),
      ...gaps,
    ],
  }
}
