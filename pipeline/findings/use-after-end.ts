// Finds uses after the end of an account that became known later: when the use was stored, the account seemed active.
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

/** Returns findings for uses of accounts that ended within a span, if the uses are not yet marked as such. */
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
 * Returns the periods in which an account had ended, for ends within a span, newest first. Excludes the time after a
 * return, because an application may have written any number of records since then.
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
    // Each use has its own finding, with the facts that the use would have had if the end had arrived in time.
    entity: [use.id],
    due: subject.at,
    message: `"${app}" worked for ${account} when the account was ${status}; that it was became known later`,
    events: [referenceTo(use)],
    about: { oauth, ...groupsOf(use.document) },
  })
}
