// The applications with alerts, and which of them a document is about.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { firstPartyApp } from '../../../mappings/knowledge/apps.ts'
import type { Alert } from '../../../rules/lib/alert.ts'
import { raiseSeverity, type Severity } from '../../../rules/lib/rule.ts'
import { tenantId } from '../../entity-store/subject.ts'
import { endTest } from '../../review/ended.ts'
import type { ReviewedApp } from '../../review/review.ts'
import { alertedApps, gravest, indexApps } from '../report/alerted-apps.ts'
import type { AlertedId, Collector } from '../report/collect.ts'
import { appKey } from '../report/tallies.ts'
import { appIds } from '../view/view.ts'
import type { FirstUse } from './data-taken.ts'

export interface EvidenceApp {
  readonly key: string
  readonly id: string
  readonly name: string
  /** The severity of its most severe alert, shown or not; absent without an alert. */
  readonly severity?: Severity
  /** Its place in the report. An application outside the report comes after all others. */
  readonly place: number
  /** Whether its access to the data of an account had ended by a time. */
  readonly hasEnded: (account: string, at: string) => boolean
}

export type EvidenceApps = ReadonlyMap<string, EvidenceApp>

/** Returns the applications with alerts, shown or not, and that of `--app`, which may be without an alert. */
export function evidenceApps(
  collector: Collector,
  apps: readonly ReviewedApp[],
  asked: readonly string[] = [],
): EvidenceApps {
  const known = indexApps(apps)
  const tenants = ['', ...collector.tenants.keys()]
  const named: readonly AlertedId[] = [
    ...tenants.flatMap((tenant) => asked.map((id) => ({ tenant, id }))),
    ...collector.hidden.values(),
    ...[...collector.alerted.groups.values()].flatMap(({ app, name }) =>
      app === undefined ? [] : [{ ...app, ...(name !== undefined && { name }) }],
    ),
  ]
  const nameOf = (key: string) => known.get(key)?.names[0] ?? collector.trailOf(key)?.name
  const severities = new Map<string, Severity>()
  const places = new Map<string, number>()
  for (const [i, { key, app, group }] of alertedApps(collector, known).entries()) {
    const own = evidenceKey(key, app)
    raiseSeverity(severities, own, gravest(group.bySeverity))
    if (!places.has(own)) places.set(own, i)
  }
  for (const [key, { severity }] of collector.hidden)
    if (severity !== undefined) raiseSeverity(severities, evidenceKey(key, known.get(key)), severity)
  const found = new Map<string, EvidenceApp>()
  const reviewed = new Map<ReviewedApp, EvidenceApp>()
  for (const { tenant, id, name = '' } of named) {
    const key = appKey(tenant, id)
    const app = known.get(key)
    const hasEnded = app === undefined ? () => false : endTest(app)
    const own = evidenceKey(key, app)
    const severity = severities.get(own)
    const each = {
      key: own,
      id: app?.id ?? id,
      name: nameOf(key) ?? (name || (firstPartyApp(id)?.name ?? '')),
      ...(severity !== undefined && { severity }),
      place: places.get(own) ?? places.size,
      hasEnded,
    }
    found.set(key, each)
    if (app !== undefined) reviewed.set(app, each)
  }
  for (const [key, app] of known) {
    const each = reviewed.get(app)
    if (each !== undefined) found.set(key, each)
  }
  return found
}

export function firstUsesOf(apps: EvidenceApps, uses: ReadonlyMap<string, FirstUse>): Map<string, FirstUse> {
  const found = new Map<string, FirstUse>()
  for (const [key, { key: own }] of apps) {
    const [use, known] = [uses.get(key), found.get(own)]
    if (use === undefined) continue
    const newLater = new Set([...use.newLater, ...(known?.newLater ?? [])])
    found.set(own, { ...(known === undefined || use.first < known.first ? use : known), newLater })
  }
  return found
}

/** One application has one key, even if the records contain several of its IDs. */
export function evidenceKey(key: string, app: ReviewedApp | undefined): string {
  return app === undefined ? key : appKey(app.tenant, app.id)
}

export function appOf(document: EcsDocument | Alert, apps: EvidenceApps): EvidenceApp | undefined {
  const tenant = tenantId(document.organization?.id, 'google')
  return appIds(document)
    .map((id) => apps.get(appKey(tenant, id)))
    .find((app) => app !== undefined)
}
