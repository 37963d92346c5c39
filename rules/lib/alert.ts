// The line that an offline run writes for each alert.
import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { present } from '../../mappings/kernel/present.ts'
import { riskScores, severityOf, severityOfAlert } from './emit.ts'
import type { Entry, EventReference, Finding } from './evaluate/evaluator.ts'
import { hasHistory, needsHistory } from './history.ts'
import { ruleFields } from './portable.ts'
import { fieldReader } from './query/field-reader.ts'
import { reasonOf } from './reason.ts'
import type { Rule, Severity, ThresholdRule } from './rule.ts'
import { sharedMembers } from './shared-members.ts'
import { type Ties, tiesOf } from './ties.ts'

type Oauth = NonNullable<EcsDocument['oauth']>
type Grant = NonNullable<Oauth['grant']>

const actorMembers = ['id', 'object_id', 'name'] as const
const grantMembers = ['scopes', 'tier', 'tier_reason', 'breadth', 'kind'] as const

export interface Alert {
  readonly '@timestamp': string
  readonly rule: { readonly id: string; readonly name: string }
  readonly severity: Severity
  readonly risk_score: number
  /** A sentence that describes the event. */
  readonly reason: string
  /** False while the history is too short for facts like "never seen before". */
  readonly settled: boolean
  readonly events: readonly EventReference[]
  /** Repeated matches in the period in which the rule raises one alert. `events` also contains their events. */
  readonly repeats?: number
  /** The number of accounts that consented to an application that is new to the tenant, if several did. */
  readonly accounts?: number
  /** What a hunt needs to join alerts on one act. No output contains it. */
  readonly ties?: Ties
  /** Other alerts on the same act. A hunt does not show them separately. */
  readonly also?: readonly Pick<Alert, '@timestamp' | 'rule' | 'severity'>[]
  /** The values of the group or the new combination, by field. */
  readonly terms?: Readonly<Record<string, string>>
  readonly oauth?: {
    readonly app?: NonNullable<Oauth['app']>
    /** The application that acted, if no event is about an application. */
    readonly actor_app?: Pick<NonNullable<Oauth['actor_app']>, (typeof actorMembers)[number]>
    readonly grant?: Pick<Grant, (typeof grantMembers)[number]>
    readonly account?: NonNullable<Oauth['account']>
  }
  readonly user?: NonNullable<EcsDocument['user']>
  readonly source?: { readonly ip: string }
  readonly organization?: NonNullable<EcsDocument['organization']>
}

/** Builds the alert of a rule. Its members hold for all of its events, except the application's last known name. */
export function toAlert(rule: Rule, finding: Finding, environment: Environment = emptyEnvironment): Alert {
  const counted = countedBy(finding)
  const { oauth, user, source, organization, last, settled, app, lastName, isAboutApps } = inCommon(counted)
  const named = oauth?.app ?? app ?? {}
  const about = present({
    app: filled(named.name === undefined && hasId(named) ? { ...named, ...present({ name: lastName }) } : named),
    actor_app: isAboutApps ? undefined : filled(pick(oauth?.actor_app ?? {}, actorMembers)),
    grant: filled(pick(oauth?.grant ?? {}, grantMembers)),
    account: filled(oauth?.account ?? {}),
  })
  return {
    '@timestamp': last,
    rule: { id: rule.id, name: rule.name },
    severity: severityOfAlert(rule, counted.length === 1 ? (counted[0] as Entry).document : { oauth }, environment),
    risk_score: riskScores[severityOf(rule, environment)],
    reason: reasonOf(finding),
    settled: finding.settled && (settled || isSettledFor(rule, counted)),
    events: uniqueEvents(counted),
    ties: tiesOf(counted.map(({ document }) => document)),
    ...present({
      terms: filled(finding.terms ?? {}),
      oauth: filled(about),
      user: filled(user ?? {}),
      source: source?.ip === undefined ? undefined : { ip: source.ip },
      organization: filled(organization ?? {}),
    }),
  }
}

/** Returns the documents that an alert counts; for a rule on alerts, the documents behind those alerts. */
export function countedBy(finding: Finding): Entry[] {
  return finding.entries.flatMap((entry) => entry.behind ?? [entry])
}

type App = NonNullable<Oauth['app']>

const hasId = ({ id, object_id }: App): boolean => (id ?? object_id) !== undefined

const commonMembers = ['oauth', 'user', 'source', 'organization'] as const

interface Common extends Pick<EcsDocument, (typeof commonMembers)[number]> {
  /** The latest time. */
  readonly last: string
  /** Whether every document has a long enough history. */
  readonly settled: boolean
  /** The only application; undefined for several. Documents without one (sign-ins, policy changes) do not count. */
  readonly app: App | undefined
  /** Whether a document is about an application. */
  readonly isAboutApps: boolean
  /** The last known name of the application: records may omit the name, and applications are renamed. */
  readonly lastName: string | undefined
}

/** Collects what all documents share without copying them: an alert may count tens of thousands of documents. */
function inCommon([first, ...others]: readonly Entry[]): Common {
  const { document } = first as Entry
  let members = others.length === 0 ? document : pick(document, commonMembers)
  let [last, settled] = [timeOf(document), isSettled(first as Entry)]
  let app = document.oauth?.app
  let lastName = app?.name
  let isOne = app === undefined || app.id !== undefined
  for (const entry of others) {
    const other = entry.document
    members = sharedMembers([members, pick(other, commonMembers)])
    if (timeOf(other) > last) last = timeOf(other)
    settled &&= isSettled(entry)
    const next = other.oauth?.app
    if (next === undefined) continue
    lastName = next.name ?? lastName
    isOne &&= next.id !== undefined && (app === undefined || next.id === app.id)
    app = app === undefined || !isOne ? next : sharedMembers([app, next])
  }
  const { oauth, user, source, organization } = members
  return {
    ...present({ oauth, user, source, organization }),
    last,
    settled,
    app: isOne ? app : undefined,
    lastName,
    isAboutApps: app !== undefined,
  }
}

const isSettled = ({ document, certain = false }: Entry): boolean => certain || hasHistory(document)

/** Checks that no document with a short history supplies new or recent facts: the entity store cannot know them yet. */
function isSettledFor(rule: Rule, counted: readonly Entry[]): boolean {
  const fields = ruleFields(rule).filter(needsHistory)
  if (fields.length === 0) return true
  if (rule.type === 'eql') {
    const readers = fields.map(fieldReader)
    return counted.every(
      (entry) => isSettled(entry) || readers.every(({ values }) => values(entry.document).length === 0),
    )
  }
  return rule.type === 'threshold' && isReachedBySettled(rule, counted)
}

/** Whether the documents with a long enough history alone reach the threshold. */
function isReachedBySettled(rule: ThresholdRule, counted: readonly Entry[]): boolean {
  const documents = counted.flatMap((entry) => (isSettled(entry) ? entry.document : []))
  const { value, cardinality = [] } = rule.threshold
  return (
    documents.length >= value &&
    cardinality.every(({ field, value: different }) => {
      const { values } = fieldReader(field)
      return new Set(documents.flatMap((document) => values(document))).size >= different
    })
  )
}

function timeOf(document: EcsDocument): string {
  return document['@timestamp'] ?? ''
}

/** Two logs may use the same ID for different events. */
export function eventKey({ dataset, _id }: EventReference): string {
  return `${dataset}\0${_id}`
}

/** Returns each event once, even if several alerts refer to it. A finding without referenced events is the event. */
function uniqueEvents(entries: readonly Entry[]): Alert['events'] {
  const byId = new Map(
    entries
      .flatMap((entry) => (entry.events?.length ? entry.events : [toReference(entry)]))
      .map((event) => [eventKey(event), event]),
  )
  return [...byId.values()]
}

function toReference({ document, id, origin }: Entry): EventReference {
  const dataset = document.event.dataset ?? document.data_stream?.dataset
  return {
    ...present({ id: document.event.id }),
    _id: id,
    '@timestamp': timeOf(document),
    ...present({ dataset }),
    ...origin,
  }
}

function pick<T extends object, K extends keyof T>(value: T, names: readonly K[]): Pick<T, K> {
  return Object.fromEntries(names.flatMap((name) => (value[name] === undefined ? [] : [[name, value[name]]]))) as Pick<
    T,
    K
  >
}

function filled<T extends object>(value: T): T | undefined {
  return Object.keys(value).length === 0 ? undefined : value
}
