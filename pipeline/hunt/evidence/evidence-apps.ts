// The applications with alerts, and which of them a document is about.
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { tenantId } from '../../entity-store/subject.ts'
import type { ReviewedApp } from '../../review/review.ts'
import { indexApps } from '../report/apps.ts'
import type { Collector } from '../report/collect.ts'
import { appKey } from '../report/tallies.ts'
import { appIds } from '../view/view.ts'

export interface EvidenceApp {
  readonly key: string
  readonly id: string
  readonly name: string
}

/** Applications by each of their keys. */
export type EvidenceApps = ReadonlyMap<string, EvidenceApp>

export function evidenceApps(collector: Collector, apps: readonly ReviewedApp[]): EvidenceApps {
  const known = indexApps(apps)
  const alerted = new Map<string, EvidenceApp>()
  for (const [key, { app, name }] of collector.groups) {
    if (app === undefined) continue
    const reviewed = known.get(key)
    const found = { key, id: reviewed?.id ?? app.id, name: reviewed?.names[0] ?? name ?? '' }
    alerted.set(key, found)
    for (const [other, each] of known) if (reviewed !== undefined && each === reviewed) alerted.set(other, found)
  }
  return alerted
}

export function appOf(document: EcsDocument, apps: EvidenceApps): EvidenceApp | undefined {
  const tenant = tenantId(document.organization?.id, 'google')
  return appIds(document)
    .map((id) => apps.get(appKey(tenant, id)))
    .find((app) => app !== undefined)
}
