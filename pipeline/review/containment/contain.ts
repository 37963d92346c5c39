// How to contain an application, or a client of the vendor itself. Nothing here runs a command.
import { hourOf } from '../../entity-store/age.ts'
import { usedAfterEnd, usedWithoutUser } from '../grants.ts'
import type { ReviewedApp } from '../review.ts'
import type { Containment } from './containment.ts'
import { containGoogle, googlePasswordSteps, googleSessionSteps } from './google.ts'
import {
  connectStep,
  containMicrosoft,
  type Device,
  deviceSteps,
  microsoftPasswordSteps,
  microsoftSessionSteps,
} from './microsoft.ts'
import { isAddress, isMicrosoftAccount, unsafeAccounts } from './safe-words.ts'

/** How to contain an application on its vendor. */
export function containApp(app: ReviewedApp): Containment {
  if (app.firstParty) return containClient({ vendor: app.vendor, names: app.actedFor })
  const { steps, gaps } = app.vendor === 'microsoft' ? containMicrosoft(app) : containGoogle(app)
  return { breaks: breaksOf(app), steps, gaps }
}

function breaksOf(app: ReviewedApp): string[] {
  const { vendor, breadth, grants, actedFor, lastUsed, status } = app
  const late = usedAfterEnd(app)
  const named = actedFor.filter(isSafe(vendor)).length
  const accounts = grants.filter(({ revoked, granted }) => granted !== undefined && revoked === undefined).length
  return [
    status === 'disabled' || status === 'deleted'
      ? `The application is ${status} at the end of the records${late === undefined ? ': it gets no new tokens' : ''}.`
      : breadth === 'tenant'
        ? 'The application stops working for the whole tenant.'
        : accounts === 0
          ? 'The records show no active grant to the application.'
          : `The application stops working for ${counted(accounts)}${usedWithoutUser({ vendor, grants }) ? ', and for all data that it used without a user' : ''}.`,
    ...(late === undefined ? [] : [late]),
    // The entity store keeps one time of use an hour.
    lastUsed === undefined
      ? 'The records show no use of the application.'
      : `The last recorded use of the application was in ${hourOf(lastUsed)}.`,
    ...(vendor === 'microsoft' ? [issuedTokens] : []),
    ...(named === 0
      ? []
      : [
          `The commands end the sessions of ${counted(named)} with grants to the application or with data that it took.`,
        ]),
  ]
}

const isSafe = (vendor: ReviewedApp['vendor']) => (vendor === 'microsoft' ? isMicrosoftAccount : isAddress)

/** Microsoft ends sessions and grants, but not access tokens. */
const issuedTokens = 'Access tokens that Entra ID already issued stay valid until they expire.'

const counted = (accounts: number): string => `${accounts} account${accounts === 1 ? '' : 's'}`

/** How to contain a client of the vendor, which needs no grant: the sessions and devices of its accounts. */
export function containClient({
  vendor,
  names,
  devices = [],
}: {
  readonly vendor: ReviewedApp['vendor']
  readonly names: readonly string[]
  readonly devices?: readonly Device[]
}): Containment {
  const isMicrosoft = vendor === 'microsoft'
  return {
    breaks: [
      'A client of the vendor needs no grant: end the sessions of the accounts, reset their passwords, and check the devices that they registered.',
      ...(isMicrosoft ? [issuedTokens] : []),
    ],
    steps: isMicrosoft
      ? [
          ...(names.length === 0 ? [] : [connectStep]),
          ...deviceSteps(devices),
          ...microsoftSessionSteps(names),
          ...microsoftPasswordSteps(names),
        ]
      : [...googleSessionSteps(names), ...googlePasswordSteps(names)],
    gaps: [
      ...(names.length === 0
        ? ['sessions: the records of the entity store name no account; the report of a hunt lists the accounts']
        : []),
      ...unsafeAccounts(names, isSafe(vendor)),
    ],
  }
}
