// A second credential in addition to the first is a rotation for some days. After that, it is a second way in.
import type { apps } from '../../mappings/entities/types.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { appView, wholeApp } from '../entity-store/identities.ts'
import { deletion } from '../entity-store/standing.ts'
import { subjectAt } from '../entity-store/subject.ts'
import type { View } from '../entity-store/view.ts'
import { about, isFirstParty, type Moment, subjectOf } from './about.ts'
import { type Finding, toFindings, type UnresolvedFinding } from './finding.ts'
import type { PassOptions } from './history.ts'
import { earlier, type FindingSettings, type Span } from './settings.ts'

/** Returns applications that have more credentials `overlapMs` after a change than before the change. */
export async function findCredentialOverlaps(
  { history, settings, environment }: PassOptions,
  span: Span,
): Promise<Finding[]> {
  const { overlapMs } = settings
  const changes = earlier(span, overlapMs)
  const found = await history.credentialChanges(changes)
  if (found.length === 0) return []
  const ids = await history.read((lookup) =>
    found.map((app) => wholeApp(lookup, subjectAt(app.vendor, app.tenant, 0), app.ids[0] ?? '')),
  )
  const overlaps = await history.read((lookup) => {
    const byId = new Map<string, UnresolvedFinding>()
    for (const [i, { vendor, tenant }] of found.entries()) {
      const of = { vendor, tenant, lookup, environment }
      const appIds = ids[i] as readonly string[]
      const view = appView(lookup, subjectOf({ ...of, at: span.until }), appIds)
      for (const change of view.transitions('credential_totals', changes.until + 1)) {
        if (change.at <= changes.from) continue
        const overlap = overlapOf({ ...of, at: change.at + overlapMs }, appIds, view, change, settings)
        if (overlap !== undefined) byId.set(`${vendor}|${tenant}|${appIds[0]}|${change.at}`, overlap)
      }
    }
    return [...byId.values()]
  })
  return toFindings(history, overlaps)
}

function overlapOf(
  moment: Moment,
  appIds: readonly string[],
  view: View<typeof apps>,
  change: { readonly at: number; readonly value: string; readonly event: string },
  { overlapMs }: FindingSettings,
): UnresolvedFinding | undefined {
  const { vendor, tenant, at: due } = moment
  const recorded = view.last('credential_totals', change.at)?.value
  // For an application older than the log, the first record of an added key contains the number of credentials.
  const added = view
    .members('credential_ids', change.at + 1)
    .some((id) => view.first('credential_ids', id, change.at + 1) === change.at)
  const before = recorded === undefined && added ? Number(change.value) - 1 : Number(recorded)
  const now = Number(view.last('credential_totals', due)?.value)
  // The first credential overlaps with no other credential. A removal adds no credential.
  if (!(before >= 1 && Number(change.value) > before && now > before)) return undefined
  if (isFirstParty(moment, appIds) || deletion(view, due) !== 0) return undefined
  const groups = about(moment, appIds)
  return {
    kind: 'credential_overlap',
    vendor,
    tenant,
    entity: [appIds[0] ?? ''],
    due,
    message: `"${groups.service?.name}" has ${now} credentials ${Math.round(overlapMs / dayMs)} days after another was added to ${before}`,
    documents: [change.event],
    value: now,
    baseline: before,
    about: groups,
  }
}
