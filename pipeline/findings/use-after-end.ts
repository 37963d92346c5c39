// Uses after the end of an account that was learned of later: when the use was stored, the account seemed active.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { AccountStatus } from '../remember/account-acts.ts'
import { accountView } from '../remember/identities.ts'
import type { Lookup } from '../remember/lookup.ts'
import type { Memorable } from '../remember/remember.ts'
import { putStamps, stampsOf } from '../remember/stamp.ts'
import { hasEnded } from '../remember/stamp-account.ts'
import { readSubject } from '../remember/subject.ts'
import { idsOfAccount, type Moment, nameOfAccount, subjectOf } from './about.ts'
import { type Finding, referenceTo, toFinding } from './finding.ts'
import type { History } from './history.ts'
import type { Span } from './settings.ts'

/** Uses of accounts that ended within a span, that are not marked as such. */
export async function findUsesAfterEnd(history: History, span: Span, environment: Environment): Promise<Finding[]> {
  const found = await history.ends(span)
  if (found.length === 0) return []
  const ended = await history.read((lookup) =>
    found.flatMap(({ vendor, tenant, ids }) => {
      const moment = { vendor, tenant, at: span.until, lookup } as Moment
      const identities = idsOfAccount(moment, ids[0] ?? '')
      const ends = accountView(lookup, subjectOf(moment), identities)
        .transitions('status', span.until)
        .filter(({ value, at }) => at > span.from && hasEnded(value as AccountStatus))
      // An account that was enabled again since may have been used in between all the same.
      const since = ends.at(-1)?.at
      return since === undefined ? [] : [{ vendor: moment.vendor, tenant, ids: identities.map(({ id }) => id), since }]
    }),
  )
  if (ended.length === 0) return []
  const uses = await history.unmarkedUses(ended)
  return history.read((lookup) => uses.flatMap((use) => retell(use, lookup, environment) ?? []))
}

/** The use with what is known of it now; undefined when it was no use after an end. */
function retell(use: Memorable, lookup: Lookup, environment: Environment): Finding | undefined {
  const document = structuredClone(use.document)
  const subject = readSubject({ ...use, document })
  if (subject?.oauth === undefined || subject.account === undefined) return undefined
  const stamps = stampsOf(subject, lookup, environment)
  const status = stamps?.account.status
  if (stamps === undefined || status === undefined || status === 'unknown' || !hasEnded(status)) return undefined
  putStamps(subject, stamps)
  const { act, ...oauth } = subject.oauth
  const { service, user, source, related } = document
  const account = oauth.account?.name ?? nameOfAccount([{ id: oauth.account?.id ?? '' }])
  const app = oauth.app?.name ?? oauth.app?.id ?? 'an application'
  return toFinding({
    kind: 'use_after_end',
    vendor: subject.vendor,
    tenant: subject.tenant,
    // As many findings as uses: each is what the use would have been, had it arrived in time.
    entity: [use.id],
    due: subject.at,
    message: `"${app}" worked for ${account} when the account was ${status}; that it was became known later`,
    events: [referenceTo(use)],
    about: {
      oauth,
      ...(service !== undefined && { service }),
      ...(user !== undefined && { user }),
      ...(source !== undefined && { source }),
      ...(related !== undefined && { related }),
    },
  })
}
