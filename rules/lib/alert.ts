// The line that an offline run writes for each alert.
import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import type { FieldTable } from '../../mappings/fields/field.ts'
import { oauthFields } from '../../mappings/fields/oauth.ts'
import { riskScores, severityOf, severityOfAlert } from './emit.ts'
import type { Entry, EventReference, Finding } from './evaluate/evaluator.ts'
import { ruleFields } from './portable.ts'
import { reasonOf } from './reason.ts'
import type { Rule, Severity } from './rule.ts'
import { sharedMembers } from './shared-members.ts'

type Oauth = NonNullable<EcsDocument['oauth']>
type Grant = NonNullable<Oauth['grant']>

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
  /** How often the same happened again within the time for which the rule raises one alert. `events` holds those, too. */
  readonly repeats?: number
  /** What the group or the new combination of values is, by field. */
  readonly terms?: Readonly<Record<string, string>>
  readonly oauth?: {
    readonly app?: NonNullable<Oauth['app']>
    readonly grant?: Pick<Grant, (typeof grantMembers)[number]>
    readonly account?: NonNullable<Oauth['account']>
  }
  readonly user?: NonNullable<EcsDocument['user']>
  readonly source?: { readonly ip: string }
  readonly organization?: NonNullable<EcsDocument['organization']>
}

/** The alert of a rule on what it found. Its members hold for each of its events, but for the name of their one application: the last one known. */
export function toAlert(rule: Rule, finding: Finding, environment: Environment = emptyEnvironment): Alert {
  const counted = countedBy(finding)
  const documents = counted.map(({ document }) => document) as [EcsDocument, ...EcsDocument[]]
  const { oauth, user, source, organization } = shared(documents)
  const about = present({
    app: filled(withLastName(oauth?.app ?? onlyApp(documents), documents)),
    grant: filled(pick(oauth?.grant ?? {}, grantMembers)),
    account: filled(oauth?.account ?? {}),
  })
  return {
    '@timestamp': documents.map(timeOf).sort().at(-1) as string,
    rule: { id: rule.id, name: rule.name },
    severity: severityOfAlert(rule, documents.length === 1 ? documents[0] : { oauth }, environment),
    risk_score: riskScores[severityOf(rule, environment)],
    reason: reasonOf(finding),
    settled:
      finding.settled &&
      (!needsHistory(rule) || documents.every((document) => document.oauth?.entity_store?.baseline_ready !== false)),
    events: uniqueEvents(counted),
    ...present({
      terms: filled(finding.terms ?? {}),
      oauth: filled(about),
      user: filled(user ?? {}),
      source: source?.ip === undefined ? undefined : { ip: source.ip },
      organization: filled(organization ?? {}),
    }),
  }
}

/** The documents that an alert counts: those behind alerts that it reads. */
export function countedBy(finding: Finding): Entry[] {
  return finding.entries.flatMap((entry) => entry.behind ?? [entry])
}

type App = NonNullable<Oauth['app']>

/** The one application among these documents: sign-ins and policies that a sequence begins with have none. */
function onlyApp(documents: readonly EcsDocument[]): App {
  const [first, ...others] = documents.flatMap(({ oauth }) => oauth?.app ?? [])
  const isOne = first?.id !== undefined && others.every(({ id }) => id === first.id)
  return isOne ? sharedMembers([first, ...others]) : {}
}

/** Records may leave out the name of an application, and applications are renamed. */
function withLastName(app: App, documents: readonly EcsDocument[]): App {
  if ((app.id ?? app.object_id) === undefined || app.name !== undefined) return app
  const names = documents.flatMap(({ oauth }) => oauth?.app?.name ?? [])
  return { ...app, ...present({ name: names.at(-1) }) }
}

/** Whether a rule asks for what the entity store has seen for the first time, or not for long. */
function needsHistory(rule: Rule): boolean {
  const fields: FieldTable = oauthFields
  return ruleFields(rule).some((name) => fields[name]?.needsHistory === true)
}

function shared(
  documents: readonly [EcsDocument, ...EcsDocument[]],
): Pick<EcsDocument, 'oauth' | 'user' | 'source' | 'organization'> {
  const [first] = documents
  if (documents.length === 1) return first
  const parts = documents.map((document) => pick(document, ['oauth', 'user', 'source', 'organization']))
  return sharedMembers(parts as [(typeof parts)[0], ...typeof parts])
}

function timeOf(document: EcsDocument): string {
  return document['@timestamp'] ?? ''
}

/** An event that several of the counted alerts are about is one event. A finding is about the events that it points at, where there are any. */
function uniqueEvents(entries: readonly Entry[]): Alert['events'] {
  const byId = new Map(
    entries
      .flatMap((entry) => (entry.events?.length ? entry.events : [toReference(entry)]))
      .map((event) => [`${event.dataset}\0${event._id}`, event]),
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

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> }

function present<T extends object>(value: T): Present<T> {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined)) as Present<T>
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
