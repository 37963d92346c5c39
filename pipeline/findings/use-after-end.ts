// Uses after the end of an account that was learned of later: when the use was stored, the account seemed active.
import type { accounts } from '../../mappings/entities/types.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import { hasEnded, statuses } from '../entity-store/annotate-account.ts'
import type { EntityEvent } from '../entity-store/entity-event.ts'
import { accountView } from '../entity-store/identities.ts'
import type { Lookup } from '../entity-store/lookup.ts'
import { subjectAt } from '../entity-store/subject.ts'
import type { View } from '../entity-store/view.ts'
import { firstOfActs, knownNow } from './about.ts'
import { endedOnce } from './ended-accounts.ts'
import { type Finding, groupsOf, referenceTo, toFinding } from './finding.ts'
import type { PassOptions } from './history.ts'
import type { Span } from './settings.ts'

/** Uses of accounts that ended within a span, that are not marked as such. */
export async function findUsesAfterEnd({ history, environment }: PassOptions, span: Span): Promise<Finding[]> {
  const found = await history.ends(span)
  if (found.length === 0) return []
  const ended = await history.read((lookup) =>
    endedOnce(lookup, found, span).flatMap(({ vendor, tenant, identities }) => {
      const view = accountView(lookup, subjectAt(vendor, tenant, span.until), identities)
      const ids = identities.map(({ id }) => id)
      return endedSpans(view, span).map((each) => ({ vendor, tenant, ids, while: each }))
    }),
  )
  if (ended.length === 0) return []
  const uses = firstOfActs(await history.unmarkedUses(ended))
  return history.read((lookup) => uses.flatMap((use) => judge(use, lookup, environment) ?? []))
}

/**
 * The end times of an account that ended within a period, newest first. Its use after a return is not requested: an
 * application may have written any number of records since then.
 */
function endedSpans(view: View<typeof accounts>, { from, until }: Span): Span[] {
  const spans: Span[] = []
  let end = until
  for (const { at, value } of statuses(view, until)) {
    const [last] = spans.slice(-1)
    if (!hasEnded(value)) end = at
    else if (at > from && last?.until === end) spans.splice(-1, 1, { from: at, until: end })
    else if (at > from) spans.push({ from: at, until: end })
  }
  return spans
}

/** The use with what is known of it now; undefined when it was no use after an end. */
function judge(use: EntityEvent, lookup: Lookup, environment: Environment): Finding | undefined {
  const subject = knownNow(use, lookup, environment)
  const status = subject?.oauth?.account?.status
  if (subject?.oauth === undefined || status === undefined || status === 'unknown' || !hasEnded(status))
    return undefined
  const { act, ...oauth } = subject.oauth
  const { name, id = '' } = oauth.account ?? {}
  const account = name ?? id
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
      ...groupsOf(use.document),
    },
  })
}
