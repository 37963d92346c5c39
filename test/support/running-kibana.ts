// A fake Kibana with spaces that runs its rules. Each rule runs once, when its state is first read after its creation.
// Faults can be planted in the run, in the stored alerts and in the responses.
import type { FieldCatalog } from '../../rules/lib/query/catalog.ts'
import { type FakeKibana, refuse, startFakeKibana } from './fake-kibana.ts'
import type { Answer } from './local-server.ts'
import { runRule, type Stored, type StoredDocument } from './rule-runner.ts'

interface RunningKibanaOptions {
  readonly catalog: FieldCatalog
  readonly now: () => number
  /** The documents in Elasticsearch, without alerts. */
  readonly documents: () => Promise<readonly StoredDocument[]> | readonly StoredDocument[]
  readonly apiKey?: string
}

export interface RunningKibana {
  readonly kibana: FakeKibana
  readonly spaces: Set<string>
  /** Alerts by the alias of their space. The alerts outlive the space, as in Kibana. */
  readonly alerts: Map<string, Stored[]>
  /** Returns a result that replaces the run. */
  onRun: ((rule: Stored) => { readonly status: string; readonly message: string } | 'never' | undefined) | undefined
  /** Returns the rule that runs instead of the stored rule. */
  asRun: (rule: Stored) => Stored
  /** Returns the alerts that are stored instead of the alerts of a run. */
  asStored: (rule: Stored, alerts: readonly Stored[]) => readonly Stored[]
  /** Number of searches for alerts before the alerts become visible. */
  lateBy: number
  /** Called before anything else. */
  intercept: FakeKibana['intercept']
  close(): Promise<void>
}

const searchMembers = new Set('query aggs size track_total_hits _source fields runtime_mappings sort'.split(' '))

export async function startRunningKibana(options: RunningKibanaOptions): Promise<RunningKibana> {
  const kibana = await startFakeKibana(options.apiKey)
  let documents: readonly StoredDocument[] = []
  let asked = 0
  const running: RunningKibana = {
    kibana,
    spaces: new Set(),
    alerts: new Map(),
    onRun: undefined,
    asRun: (rule) => rule,
    asStored: (_, alerts) => alerts,
    lateBy: 0,
    intercept: undefined,
    close: () => kibana.close(),
  }

  function runDue(space: string): void {
    const alias = `.alerts-security.alerts-${space}`
    for (const rule of kibana.rules.values()) {
      if (rule.enabled !== true || rule.execution_summary !== undefined) continue
      const stored = running.alerts.get(alias) ?? []
      running.alerts.set(alias, stored)
      const instead = running.onRun?.(rule)
      if (instead === 'never') continue
      const last = instead ?? { status: 'succeeded', message: 'Rule execution completed successfully' }
      const date = new Date(options.now()).toISOString()
      rule.execution_summary = { last_execution: { date, status_order: 0, metrics: {}, ...last } }
      if (last.status === 'failed') continue
      const seen = stored.map((source, i): StoredDocument => ({ index: alias, id: `alert-${i}`, source }))
      const alerts = runRule(running.asRun(rule), [...documents, ...seen], {
        now: options.now(),
        catalog: options.catalog,
      })
      stored.push(...running.asStored(rule, alerts))
    }
  }

  function decide(method: string, path: string, body: Stored, space: string | undefined): Answer | undefined {
    const [, named] = /^\/api\/spaces\/space\/([^/]+)$/.exec(path) ?? []
    if (named !== undefined) {
      if (!running.spaces.has(named)) return refuse(404, 'Not Found')
      if (method === 'GET') return { status: 200, body: { id: named, name: named, disabledFeatures: [] } }
      if (method === 'DELETE') {
        running.spaces.delete(named)
        for (const part of [kibana.rules, kibana.lists, kibana.items, kibana.timelines, kibana.savedObjects.objects])
          part.clear()
        return { status: 204, body: '' }
      }
    }
    if (method === 'POST' && path === '/api/spaces/space') {
      if (running.spaces.has(String(body.id)))
        return refuse(409, `A space with the identifier ${body.id} already exists.`)
      running.spaces.add(String(body.id))
      return { status: 200, body }
    }
    if (path === '/api/status') return undefined
    if (space === undefined || !running.spaces.has(space)) return refuse(404, 'Not Found')
    if (method === 'GET' && path === '/api/detection_engine/rules/_find') runDue(space)
    if (method === 'POST' && path === '/api/detection_engine/signals/search') return search(space, body)
    return opened(method, path)
  }

  function search(space: string, body: Stored): Answer {
    const unknown = Object.keys(body).find((name) => !searchMembers.has(name))
    if (unknown !== undefined) return refuse(400, `[request body]: ${unknown} is not a member`)
    const stored = asked++ < running.lateBy ? [] : (running.alerts.get(`.alerts-security.alerts-${space}`) ?? [])
    const hits = stored.map((source, i) => ({ _index: '.internal', _id: `alert-${i}`, _source: source }))
    return {
      status: 200,
      body: { took: 0, timed_out: false, hits: { total: { value: hits.length, relation: 'eq' }, hits } },
    }
  }

  function opened(method: string, path: string): Answer | undefined {
    const [, kind, id = ''] = /^\/api\/(data_views\/data_view|dashboards)\/([^/]+)$/.exec(path) ?? []
    if (method !== 'GET' || kind === undefined) return undefined
    const object = kibana.savedObjects.objects.get(`${kind === 'dashboards' ? 'dashboard' : 'index-pattern'}/${id}`)
    if (object === undefined) return refuse(404, 'Not Found')
    const { attributes } = object as { attributes: Stored }
    if (kind === 'dashboards') return { status: 200, body: { id, data: { title: attributes.title }, meta: {} } }
    const fields = { '@timestamp': { name: '@timestamp', type: 'date' } }
    return { status: 200, body: { data_view: { id, title: attributes.title, fields } } }
  }

  kibana.intercept = (method, path, body, space) =>
    running.intercept?.(method, path, body, space) ?? decide(method, path, body, space)
  // Reads the documents when the first rule is created: they are written by then.
  kibana.beforeAnswer = async (method, path) => {
    if (method === 'POST' && path === '/api/detection_engine/rules') documents = await options.documents()
  }
  return running
}
