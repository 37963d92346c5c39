// The end of the access of an application, and its use after that.
import { minuteMs } from '../../mappings/kernel/durations.ts'
import { hourOf, time } from '../entity-store/age.ts'
import { everybody } from '../entity-store/entity-ids.ts'
import { isStanding } from './grants.ts'
import type { ReviewedApp } from './review.ts'

/**
 * How long an access token is valid.
 * https://learn.microsoft.com/entra/identity-platform/access-tokens and concept-continuous-access-evaluation;
 * https://developers.google.com/identity/protocols/oauth2
 */
const tokenLife = {
  microsoft: { minutes: 90, words: '60 to 90 minutes (28 hours with continuous access evaluation)' },
  google: { minutes: 60, words: 'one hour' },
} as const

/** Use after the recorded end of access. */
export interface LateUse {
  readonly sentence: string
  /** A token that was issued before the end may still have been valid. */
  readonly isExplained: boolean
  /** The reason for a review, if issued tokens cannot explain the use. */
  readonly reason?: string
}

/** Whether an application was used after its access should have ended, and issued tokens cannot explain the use. */
export const stillHasAccess = (late: LateUse | undefined): boolean => late?.isExplained === false

/** Whether an application is disabled, blocked or deleted: it gets no new tokens. */
export const isEnded = ({ status }: Pick<ReviewedApp, 'status'>): boolean =>
  status !== 'enabled' && status !== 'attempted'

/** The label of an application without an active grant that still has access. */
export const didNotEnd = 'access did not end'

/** The state of an application in words. */
export const stateOf = ({
  status,
  registrationRemains,
}: Pick<ReviewedApp, 'status' | 'registrationRemains'>): string =>
  registrationRemains === true ? 'deleted without its registration' : status

interface End {
  readonly at: string
  /** The account that lost its access; absent for all accounts. */
  readonly principal?: string
  /** A clause: `it was disabled`. */
  readonly what: string
  readonly used: string | undefined
  readonly issued: string | undefined
}

type Ended = Pick<ReviewedApp, 'vendor' | 'status' | 'registrationRemains' | 'ended' | 'lastUsed' | 'grants'>

const newest = (times: readonly (string | undefined)[]): string | undefined =>
  times
    .filter((at) => at !== undefined)
    .sort()
    .at(-1)

/** Each end of access: of the application, and of the accounts and grants that no grant for the whole tenant covers. */
function endsOf(app: Ended): End[] {
  const { ended, lastUsed, grants } = app
  const open = grants.filter(isStanding)
  const whole = grants.find(({ principal }) => principal === everybody)
  const isOpenForAll = whole !== undefined && isStanding(whole)
  const issued = newest(grants.map(({ lastIssued }) => lastIssued))
  return [
    ...(ended === undefined ? [] : [{ at: ended, what: `it was ${stateOf(app)}`, used: lastUsed, issued }]),
    ...grants.flatMap((grant): End[] => {
      const { revoked, principal, lastUsed: used, lastIssued, accountEnded, accountStatus } = grant
      if (isOpenForAll) return []
      if (principal !== everybody) {
        const about = { principal, used, issued: lastIssued }
        const at = newest([revoked, whole?.revoked]) as string
        const what = `the account ${principal} was ${accountStatus}`
        return [
          ...(revoked === undefined ? [] : [{ at, what: `its access was revoked for ${principal}`, ...about }]),
          ...(accountEnded === undefined ? [] : [{ at: accountEnded, what, ...about }]),
        ]
      }
      if (revoked === undefined) return []
      const at = newest(grants.map((each) => each.revoked)) as string
      return open.length > 0 ? [] : [{ at, what: 'its access was revoked for the whole tenant', used, issued }]
    }),
  ]
}

/** The records of one click are less than a minute apart. */
const minutesAfter = (end: string, at: string): number => Math.floor((Date.parse(at) - Date.parse(end)) / minuteMs)

/** Tests whether access to the data of an account had ended by a time. */
export function endTest(app: Ended): (account: string, at: string) => boolean {
  const ends = endsOf(app)
  return (account, at) =>
    ends.some(
      ({ principal, at: end }) =>
        (principal === undefined || principal.toLowerCase() === account.toLowerCase()) && minutesAfter(end, at) >= 1,
    )
}

/** The most severe use after access ended: with a token from after the end, else a use that issued tokens cannot explain. */
export function usedAfterEnd(app: Ended): LateUse | undefined {
  const { minutes: valid, words } = tokenLife[app.vendor]
  const renewed: LateUse[] = []
  const late: LateUse[] = []
  for (const { at: end, what, used, issued } of endsOf(app)) {
    if (issued !== undefined && minutesAfter(end, issued) >= 1) {
      const sentence = `It obtained a new token at ${time(issued)}, after ${what} (${time(end)}): its access did not end. The block does not work, or someone restored the access.`
      const act = what.startsWith('its access was revoked') ? 'its revocation' : what
      renewed.push({ sentence, isExplained: false, reason: `new token after ${act}` })
      continue
    }
    const minutes = used === undefined ? 0 : minutesAfter(end, used)
    if (used === undefined || minutes < 1) continue
    const older =
      issued === undefined ? '' : `all tokens in the records were issued before that (the newest at ${time(issued)})`
    late.push(
      minutes > valid
        ? {
            sentence: `It was used more than ${valid} minutes after ${what} (${time(end)}), but issued tokens are valid for ${words}; the last use was in ${hourOf(used)}${older === '' ? '' : `, and ${older}`}: it may still have access that the records do not explain.`,
            isExplained: false,
            reason: `used after ${what}`,
          }
        : {
            sentence: `It was used ${minutes} minute${minutes === 1 ? '' : 's'} after ${what} (${time(end)}): ${older === '' ? 'a token from before may still have been valid' : `${older}, and one may still have been valid`}.`,
            isExplained: true,
          },
    )
  }
  return renewed[0] ?? late.find(({ isExplained }) => !isExplained) ?? late[0]
}
