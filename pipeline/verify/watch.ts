// Waits for Kibana to run the rules: reads their last execution and their alerts until everything is there, or until the
// deadline. Alerts may come later than the state of the run that raised them.
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { fieldValues, splitPath } from '../../mappings/kernel/path.ts'
import { type Kibana, refusal } from '../clients/kibana.ts'
import type { Runtime } from '../clients/retry.ts'
import { readRules } from '../deploy/deploy.ts'
import { type ComparedAlert, comparedMembers, kibanaAlert } from './alert-key.ts'
import type { Probe } from './cases.ts'

interface Execution {
  /** `succeeded`, `partial failure`, `failed`, `running`, `going to run` */
  readonly status: string
  readonly message: string
}

export interface Observed {
  readonly alerts: readonly ComparedAlert[]
  /** Absent for a rule that has not run. */
  readonly execution?: Execution
}

export interface WatchOptions {
  readonly runtime: Runtime
  /** Epoch milliseconds at which the waiting ends. */
  readonly deadline: number
  readonly signal: AbortSignal
  readonly onProgress: (text: string) => void
}

const pollMs = 5_000

/** Returns the state of each rule, by the ID of its copy. */
export async function watchRules(
  kibana: Kibana,
  probes: readonly Probe[],
  { runtime, deadline, signal, onProgress }: WatchOptions,
): Promise<ReadonlyMap<string, Observed>> {
  const expected = probes.reduce((sum, probe) => sum + probe.expected.length, 0)
  let shown = ''
  for (;;) {
    const observed = await observe(kibana, probes)
    const states = [...observed.values()]
    const run = states.filter(({ execution }) => isOver(execution)).length
    const alerts = states.reduce((sum, { alerts: found }) => sum + found.length, 0)
    const progress = `${run} of ${probes.length} rules have run, ${alerts} of ${expected} alerts found`
    if (progress !== shown) onProgress(progress)
    shown = progress
    const isComplete = probes.every((probe) => isSettled(probe, observed.get(probe.id)))
    if (isComplete || signal.aborted || runtime.now() >= deadline) return observed
    await runtime.sleep(Math.min(pollMs, deadline - runtime.now()), signal)
  }
}

/** Checks whether all expected alerts of a rule exist. After a failure or lost alerts, later runs count as well. */
function isSettled({ expected }: Probe, observed: Observed | undefined): boolean {
  if (observed === undefined || !isOver(observed.execution)) return false
  const found = new Set(observed.alerts.map(({ key }) => key))
  return expected.every(({ key }) => found.has(key))
}

const isOver = (execution: Execution | undefined) =>
  execution !== undefined && ['succeeded', 'partial failure', 'failed'].includes(execution.status)

async function observe(kibana: Kibana, probes: readonly Probe[]): Promise<Map<string, Observed>> {
  // The states are read first: if an alert is missing afterwards, the runs in these states did not write it.
  const executions = await readExecutions(kibana)
  const alerts = await readAlerts(kibana, probes)
  return new Map(
    probes.map(({ id }): [string, Observed] => {
      const execution = executions.get(id)
      return [id, { alerts: alerts.get(id) ?? [], ...(execution !== undefined && { execution }) }]
    }),
  )
}

/** Returns the last run in the `execution_summary` of each rule, by the ID of its copy. */
async function readExecutions(kibana: Kibana): Promise<Map<string, Execution>> {
  const found = new Map<string, Execution>()
  for (const { rule_id: id, execution_summary: summary } of await readRules(kibana)) {
    const last = isObject(summary) ? summary.last_execution : undefined
    if (isObject(last)) found.set(String(id), { status: String(last.status), message: String(last.message ?? '') })
  }
  return found
}

/** Elasticsearch returns at most this many hits. */
const mostAlerts = 10_000

/** The alerts of the space by the id of the rule, without the parts of sequences. */
async function readAlerts(kibana: Kibana, probes: readonly Probe[]): Promise<Map<string, ComparedAlert[]>> {
  const answer = await kibana.send('POST', '/detection_engine/signals/search', {
    query: { match_all: {} },
    size: mostAlerts,
    _source: [...comparedMembers],
    track_total_hits: true,
  })
  if (!answer.ok) throw refusal(kibana, 'alerts cannot be read', answer)
  const hits = isObject(answer.body) && isObject(answer.body.hits) ? answer.body.hits.hits : undefined
  if (!Array.isArray(hits)) throw refusal(kibana, 'alerts cannot be read', answer)
  const byId = new Map(probes.map((probe) => [probe.id, { probe, documents: new Set(probe.evidenceOf.keys()) }]))
  const found = new Map<string, ComparedAlert[]>()
  for (const { _source: source } of hits as { _source: JsonObject }[]) {
    const one = (field: string) => fieldValues(source, splitPath(field))[0]
    const id = String(one('kibana.alert.rule.rule_id'))
    const known = byId.get(id)
    if (known === undefined || one('kibana.alert.building_block_type') !== undefined) continue
    const alert = kibanaAlert(known.probe.rule, source, known.documents)
    found.set(id, [...(found.get(id) ?? []), alert])
  }
  return found
}
