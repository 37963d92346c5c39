// Runs rules over documents without a cluster: the same queries, filters, counts and clocks that Kibana is given.
import { type Environment, emptyEnvironment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { type Alert, countedBy, toAlert } from './alert.ts'
import { toAlertDocuments } from './alert-document.ts'
import { type CompiledRule, compileRule, type Stream } from './compile-rule.ts'
import { alertsDataset } from './datasets.ts'
import type { Entry, Evaluator, Finding } from './evaluate/evaluator.ts'
import { HeldAlerts } from './held-alerts.ts'
import { hasHistory } from './history.ts'
import { tuneRule } from './parameters.ts'
import { precedingRules } from './precedence.ts'
import { commonCatalog, type FieldCatalog } from './query/catalog.ts'
import type { Rule } from './rule.ts'
import { indexRules, type Select, type Selective } from './rule-index.ts'
import { enabledRules } from './rule-state.ts'
import { inKibana, type Repetition, repetitionOf } from './suppression.ts'

export type { Alert } from './alert.ts'
export type { Entry } from './evaluate/evaluator.ts'

export interface RuleEngine {
  /**
   * The rules with a query and filters that match a document of a dataset, in the given order. This includes rules that
   * count or that need several documents for an alert.
   */
  match(document: object, dataset: string): Rule[]
  /** Starts a run over a stream of documents, with empty counts and no history. */
  start(options?: StartOptions): RuleRun
  /** Returns how many documents each approval has excluded so far, by client ID. */
  excused(): ReadonlyMap<string, number>
}

export interface StartOptions extends Pick<Stream, 'isSorted'> {
  /** Selects documents to watch. */
  readonly watch?: ((document: EcsDocument) => boolean) | undefined
}

/** A run of rules over one stream of documents. */
export interface RuleRun {
  /** Takes the next document and returns the alerts that are due. Documents must arrive in the order of `visible`. */
  take(entry: Entry): Alert[]
  /** Returns the alerts that were still due at the end of the stream, and the alerts held to collect repetitions. */
  end(): Alert[]
  /** Returns the missing condition of a final alert; undefined if the query found no document or if one document is enough. */
  shortfall(rule: Rule): string | undefined
  /** Whether an alert counts a document that `watch` selects. */
  isWatched(alert: Alert): boolean
}

interface Compiled extends CompiledRule, Selective {
  readonly order: number
  readonly repetition: Repetition | undefined
}

/**
 * Compiles rules for a run. Throws when a query cannot run against the catalog. Pass a catalog with the fields of the
 * vendors if rules read these fields. `form` selects the form in which rules run: as in a hunt, or as in Kibana.
 */
export function compileRules(
  rules: readonly Rule[],
  environment: Environment = emptyEnvironment,
  catalog: FieldCatalog = commonCatalog,
  form: 'hunt' | 'kibana' = 'hunt',
): RuleEngine {
  const running = enabledRules(rules, environment)
  const compiled = running.map((rule, order) => {
    const preceding = precedingRules(rule, running, environment)
    const tuned = tuneRule(rule, environment)
    const run = form === 'kibana' ? inKibana(tuned) : tuned
    return { ...compileRule(run, environment, catalog, preceding), order, repetition: repetitionOf(run) }
  })
  const select = indexRules(compiled)
  const readsAlerts = compiled.some(({ datasets }) => datasets.includes(alertsDataset))
  return {
    match: (document, dataset) => select(document, dataset).map(({ rule }) => rule),
    start: (options) => new Run({ rules: compiled, select, environment, readsAlerts, ...options }),
    excused() {
      const total = new Map<string, number>()
      for (const { excused } of compiled) for (const [id, count] of excused) total.set(id, (total.get(id) ?? 0) + count)
      return total
    },
  }
}

interface RunOptions extends StartOptions {
  readonly rules: readonly Compiled[]
  readonly select: Select<Compiled>
  readonly environment: Environment
  readonly readsAlerts: boolean
}

class Run implements RuleRun {
  readonly #rules: readonly Compiled[]
  readonly #select: Select<Compiled>
  readonly #environment: Environment
  readonly #readsAlerts: boolean
  readonly #evaluators: Evaluator[]
  readonly #begin = new Map<string, number>()
  readonly #beginOf = (dataset: string): number => this.#begin.get(dataset) ?? Number.POSITIVE_INFINITY
  /** Alerts for rules that read alerts, until they become visible. */
  #waiting: Entry[] = []
  #due = Number.POSITIVE_INFINITY
  readonly #watched = new WeakSet<Alert>()
  readonly #held = new HeldAlerts(this.#watched)
  readonly #watch: RunOptions['watch']

  constructor({ rules, select, environment, readsAlerts, watch, isSorted = false }: RunOptions) {
    this.#rules = rules
    this.#select = select
    this.#environment = environment
    this.#readsAlerts = readsAlerts
    this.#watch = watch
    this.#evaluators = rules.map(({ start }) => start({ begin: this.#beginOf, isSorted }))
  }

  take(entry: Entry): Alert[] {
    const alerts: Alert[] = []
    if (this.#next() < entry.visible) this.#catchUp(entry.visible, alerts)
    // Calls `watch` now, because the entries that rules keep have fewer members than `watch` may read.
    this.#judge(this.#watch?.(entry.document) === true ? { ...entry, watched: true } : entry, alerts)
    return alerts
  }

  end(): Alert[] {
    const alerts: Alert[] = []
    this.#catchUp(Number.POSITIVE_INFINITY, alerts)
    for (const alert of this.#held.release()) alerts.push(alert)
    return alerts
  }

  shortfall({ id }: Rule): string | undefined {
    return this.#evaluators[this.#rules.findIndex(({ rule }) => rule.id === id)]?.shortfall?.()
  }

  isWatched(alert: Alert): boolean {
    return this.#watched.has(alert)
  }

  #next(): number {
    return Math.min(this.#due, this.#waiting[0]?.visible ?? Number.POSITIVE_INFINITY)
  }

  /** Processes everything before an instant in chronological order: due runs, and alerts that become visible. */
  #catchUp(instant: number, alerts: Alert[]): void {
    for (let next = this.#next(); next < instant; next = this.#next()) {
      if (next < this.#due) this.#judge(this.#waiting.shift() as Entry, alerts)
      else this.#runDue(alerts)
    }
  }

  #runDue(alerts: Alert[]): void {
    const now = this.#due
    this.#due = Number.POSITIVE_INFINITY
    this.#evaluators.forEach((evaluator, order) => {
      if (evaluator.due === now) for (const finding of evaluator.run()) this.#raise(order, finding, alerts)
      if (evaluator.due < this.#due) this.#due = evaluator.due
    })
  }

  #judge(entry: Entry, alerts: Alert[]): void {
    if (!this.#begin.has(entry.dataset)) this.#begin.set(entry.dataset, entry.visible)
    // One copy for all rules, because they keep entries.
    const logs = { dataset: entry.dataset, begin: this.#beginOf }
    const certain = hasHistory(entry.document) ? undefined : { ...entry, certain: true }
    for (const { order, isCertain } of this.#select(entry.document, entry.dataset)) {
      const evaluator = this.#evaluators[order] as Evaluator
      const judged = certain !== undefined && isCertain(entry.document, logs) ? certain : entry
      for (const finding of evaluator.take(judged)) this.#raise(order, finding, alerts)
      if (evaluator.due < this.#due) this.#due = evaluator.due
    }
  }

  #raise(order: number, finding: Finding, alerts: Alert[]): void {
    const { rule, repetition } = this.#rules[order] as Compiled
    const alert = toAlert(rule, finding, this.#environment)
    if (countedBy(finding).some(({ watched }) => watched === true)) this.#watched.add(alert)
    const key = repetition?.keyOf(finding)
    if (repetition === undefined || key === undefined) alerts.push(alert)
    else {
      if (this.#held.repeats(`${order} ${key}`, alert, finding.at)) return
      alerts.push(...this.#held.hold(`${order} ${key}`, alert, finding.at + repetition.within))
    }
    // No rule reads the alerts of rules that read alerts; in Kibana, a filter excludes them.
    if (!this.#readsAlerts || rule.datasets.includes(alertsDataset)) return
    for (const [i, { document, behind }] of toAlertDocuments(rule, finding, alert).entries())
      this.#wait({
        document,
        id: `${rule.id}:${finding.entries.map(({ id }) => id).join(',')}:${Object.values(finding.terms ?? {}).join(',')}:${i}`,
        dataset: alertsDataset,
        // A run does not see documents that other runs write at the same time.
        visible: finding.at + 1,
        behind,
      })
  }

  /** Keeps the order of time: alerts usually arrive in it, and a sort for each would take quadratic time. */
  #wait(entry: Entry): void {
    const before = this.#waiting.findLastIndex(({ visible }) => visible <= entry.visible)
    this.#waiting.splice(before + 1, 0, entry)
  }
}
