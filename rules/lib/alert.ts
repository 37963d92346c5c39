// The line that an offline run writes for each rule and document that meet.
import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { riskScores, severityOf } from './emit.ts'
import { reason } from './reason.ts'
import type { Rule, Severity } from './rule.ts'

type Oauth = NonNullable<EcsDocument['oauth']>
type Grant = NonNullable<Oauth['grant']>

export interface Alert {
  readonly '@timestamp': string
  readonly rule: { readonly id: string; readonly name: string }
  readonly severity: Severity
  readonly risk_score: number
  /** A sentence that says what happened. */
  readonly reason: string
  /** False while the history is too short for facts like "never seen before". */
  readonly settled: boolean
  readonly events: readonly {
    readonly id?: string
    readonly _id: string
    readonly '@timestamp': string
    readonly dataset?: string
  }[]
  readonly oauth?: {
    readonly app?: NonNullable<Oauth['app']>
    readonly grant?: Pick<Grant, 'scopes' | 'tier' | 'breadth' | 'kind'>
    readonly account?: NonNullable<Oauth['account']>
  }
  readonly user?: NonNullable<EcsDocument['user']>
  readonly source?: { readonly ip: string }
}

/** The alert of a rule on a stored document; `id` is the document's `_id`. */
export function toAlert(
  rule: Rule,
  document: EcsDocument,
  id: string,
  environment: Environment = emptyEnvironment,
): Alert {
  const severity = severityOf(rule, environment)
  const time = document['@timestamp'] ?? ''
  const { oauth, user, source } = document
  const dataset = document.event.dataset ?? document.data_stream?.dataset
  const about = present({
    app: oauth?.app,
    grant: filled(pick(oauth?.grant ?? {}, ['scopes', 'tier', 'breadth', 'kind'])),
    account: oauth?.account,
  })
  return {
    '@timestamp': time,
    rule: { id: rule.id, name: rule.name },
    severity,
    risk_score: riskScores[severity],
    reason: reason(document),
    settled: oauth?.memory?.settled ?? true,
    events: [{ ...present({ id: document.event.id }), _id: id, '@timestamp': time, ...present({ dataset }) }],
    ...present({ oauth: filled(about), user, source: source?.ip === undefined ? undefined : { ip: source.ip } }),
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
