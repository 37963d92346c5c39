// One click on a consent screen creates several records. A click is incomplete if a consent adds permissions but no
// grant follows, or if an account's grant has no consent. Then somebody cut the click short, or there was no click.
import { vendorOf } from '../../mappings/entities/key.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import { table } from '../../mappings/kernel/table.ts'
import type { EntityEvent } from '../entity-store/entity-event.ts'
import type { Lookup } from '../entity-store/lookup.ts'
import { firstOfActs, knownNow } from './about.ts'
import { type Finding, groupsOf, referenceTo, toFinding } from './finding.ts'
import type { LogSourceId, PassOptions } from './history.ts'
import { earlier, type FindingSettings, type Span } from './settings.ts'

type Part = 'consent' | 'grant'

/** Records of a consent in Microsoft's directory, where they have one correlation id. */
const partOf: Readonly<Record<string, Part>> = table({
  consent: 'consent',
  delegated_grant: 'grant',
  app_role_grant: 'grant',
})

const grants = Object.keys(partOf).filter((action) => partOf[action] === 'grant')

/** Clicks without one of their records after `clickMs`. */
export async function findIncompleteBundles(
  { history, settings, environment }: PassOptions,
  span: Span,
): Promise<Finding[]> {
  const clicks = (await history.clicks(earlier(span, settings.clickMs))).filter(isHalf)
  if (clicks.length === 0) return []
  const halves = await history.read((lookup) =>
    clicks.flatMap((click) => toHalf(firstOfActs(click), lookup, settings, span, environment) ?? []),
  )
  const found: Finding[] = []
  for (const { part, logSource, finding } of halves) {
    // An export of only consents has no grants. A grant is missing only if the log source has recorded other grants.
    if (part === 'grant' || (await history.hasRecorded(logSource, grants, finding.due))) found.push(finding)
  }
  return found
}

interface Half {
  readonly part: Part
  readonly logSource: LogSourceId
  readonly finding: Finding
}

const partsOf = (click: readonly EntityEvent[]): Part[] =>
  click.flatMap(({ document }) => partOf[document.oauth?.action ?? ''] ?? [])

/** In Google Workspace, one record covers both the consent and the grant. */
const isHalf = (click: readonly EntityEvent[]): boolean =>
  new Set(partsOf(click)).size === 1 && vendorOf(click[0]?.dataset ?? '') === 'microsoft'

function toHalf(
  acts: readonly EntityEvent[],
  lookup: Lookup,
  { clickMs }: FindingSettings,
  span: Span,
  environment: Environment,
): Half | undefined {
  const [event] = acts
  const [part] = partsOf(acts)
  const due = Date.parse(event?.document['@timestamp'] ?? '') + clickMs
  // Most clicks of a pass are not due, so annotation, the slowest step, comes last.
  if (event === undefined || part === undefined || due <= span.from || due > span.until) return undefined
  const subject = knownNow(event, lookup, environment)
  if (subject?.oauth === undefined || subject.oauth.app?.first_party === true) return undefined
  const { oauth, vendor, tenant, bundle = '' } = subject
  // A repeated consent creates no new grant. Application permissions, and permissions that an application grants,
  // need no consent.
  if (part === 'consent' && (oauth.grant?.scopes_added?.length ?? 0) === 0) return undefined
  if (part === 'grant' && (oauth.action !== 'delegated_grant' || oauth.actor_app !== undefined)) return undefined
  const { act, ...groups } = oauth
  const app = oauth.app?.name ?? oauth.app?.id ?? oauth.app?.object_id ?? 'an application'
  const finding = toFinding({
    kind: 'bundle_incomplete',
    vendor,
    tenant,
    entity: [bundle],
    due,
    message:
      part === 'consent'
        ? `a consent to "${app}" gave new permissions, and no record of the grant has come`
        : `"${app}" was granted permissions, and no record of a consent has come`,
    events: acts.map(referenceTo),
    value: 1,
    baseline: 2,
    about: { oauth: groups, ...groupsOf(event.document) },
  })
  return { part, logSource: { vendor, tenant, dataset: event.dataset }, finding }
}
