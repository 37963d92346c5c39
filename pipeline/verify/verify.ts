// Verifies the pack in the user's own Kibana: deploys the pack in a scratch space and the evidence in a scratch
// namespace, compares the alerts of Kibana with our alerts, and removes everything at the end, even after an error.
import type { SavedObject } from '../../dashboards/lib/kibana/saved-object.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { messageOf } from '../../mappings/kernel/thrown.ts'
import type { Kibana } from '../clients/kibana.ts'
import type { Runtime } from '../clients/retry.ts'
import { applyPlan, planDeploy } from '../deploy/deploy.ts'
import { readVersion } from '../deploy/kibana-version.ts'
import { applyObjects, planObjects } from '../deploy/saved-objects.ts'
import { applyTimeline, planTimeline } from '../deploy/timeline.ts'
import { applyRemoval, planRemoval } from '../deploy/undeploy.ts'
import { Writer, type Written } from '../deploy/writer.ts'
import type { Cases, Probe } from './cases.ts'
import { compareRules, type RuleOutcome, type Storing } from './compare.ts'
import { type ObjectOutcome, openObjects } from './objects.ts'
import { createSpace, deleteSpace, requireNoSpace, type Scratch } from './scratch.ts'
import type { Leftover, ScratchStore } from './store.ts'
import { type Observed, watchRules } from './watch.ts'

export interface VerifyOptions {
  readonly scratch: Scratch
  /** Returns the client for a space of Kibana. A client for `cleaning` continues after an interruption. */
  readonly connect: (space: string, use: 'working' | 'cleaning') => Kibana
  readonly store: ScratchStore
  readonly cases: Cases
  /** The time for which the cases were built, in epoch milliseconds. */
  readonly asOf: number
  readonly lists: readonly JsonObject[]
  readonly objects: readonly SavedObject[]
  /** How long Kibana may take to run the rules. */
  readonly timeoutMs: number
  readonly keep: boolean
  readonly runtime: Runtime
  readonly signal: AbortSignal
  readonly onStep: (text: string) => void
}

interface Versions {
  /** Empty if Kibana does not report its version. */
  readonly kibana: string
  readonly elasticsearch: string
}

export interface Proof {
  readonly versions: Versions
  readonly rules: readonly RuleOutcome[]
  readonly objects: readonly ObjectOutcome[]
  readonly leftovers: readonly Leftover[]
}

/** Verifies the pack. Throws after the cleanup if a server fails or the signal aborts. `onLeft` gets what remains. */
export async function verify(options: VerifyOptions, onLeft: (left: readonly Leftover[]) => void): Promise<Proof> {
  const { scratch, connect, store, keep, onStep } = options
  const root = connect('default', 'working')
  const versions = { kibana: await readVersion(root), elasticsearch: await store.version() }
  await requireNoSpace(root, scratch.space)
  await store.requireAbsent()
  let leftovers: Leftover[] = []
  const clean = async () => {
    if (keep) return
    onStep('removing the space, the documents and the templates')
    leftovers = await removeAll(options)
  }
  try {
    const found = await prove(options, root, versions)
    await clean()
    return { versions, ...found, leftovers }
  } catch (error) {
    await clean()
    onLeft(leftovers)
    throw error
  }
}

async function prove(options: VerifyOptions, root: Kibana, versions: Versions) {
  const { scratch, connect, store, cases, asOf, objects, runtime, signal, timeoutMs, onStep } = options
  await createSpace(root, scratch.space)
  onStep(`created the space ${scratch.space}`)
  signal.throwIfAborted()
  await store.install()
  signal.throwIfAborted()
  const kibana = connect(scratch.space, 'working')
  const refusedObjects = await deployObjects(kibana, objects)
  onStep(`wrote ${objects.length} saved objects and the templates of the namespace ${scratch.namespace}`)
  signal.throwIfAborted()
  await store.write(cases.documents, { asOf, now: runtime.now() })
  onStep(`wrote ${cases.documents.length} documents`)
  const deadline = runtime.now() + timeoutMs
  const first = cases.probes.filter(({ readsAlerts }) => !readsAlerts)
  const second = cases.probes.filter(({ readsAlerts }) => readsAlerts)
  const observed = new Map<string, Observed>()
  const refused = new Map<string, string>()
  const altered = new Map<string, readonly string[]>()
  // Rules on alerts are deployed after the other rules' alerts: otherwise their next run may be an hour later.
  for (const probes of [first, second]) {
    if (probes.length === 0) continue
    signal.throwIfAborted()
    const storing = await deployRules(kibana, probes, options)
    for (const [id, reason] of storing.refused) refused.set(id, reason)
    for (const [id, members] of storing.altered) altered.set(id, members)
    const stored = probes.filter(({ id }) => !refused.has(id))
    onStep(`wrote ${stored.length} rules; waiting for Kibana to run them`)
    const states = await watchRules(kibana, stored, { runtime, deadline, signal, onProgress: onStep })
    for (const [id, state] of states) observed.set(id, state)
  }
  signal.throwIfAborted()
  const opened = await openObjects(kibana, objects, { version: versions.kibana })
  onStep(`opened ${opened.length} saved objects`)
  return {
    rules: compareRules(cases.probes, observed, { refused, altered }),
    objects: [...opened, ...(await timelineOutcome(kibana)), ...refusedObjects],
  }
}

async function deployObjects(kibana: Kibana, objects: readonly SavedObject[]): Promise<ObjectOutcome[]> {
  const writer = new Writer(kibana)
  await applyObjects(kibana, await planObjects(kibana, objects), { prune: false, writer })
  await applyTimeline(await planTimeline(kibana), writer)
  return refusals(writer.done).map(({ what, refused }) => ({
    name: what,
    defects: [`Kibana did not store it: ${refused}`],
  }))
}

const refusals = (written: readonly Written[]) =>
  written.flatMap(({ what, refused }) => (refused === undefined ? [] : [{ what, refused }]))

/** Writes the copies, and compares the stored copies with the written ones. */
async function deployRules(kibana: Kibana, probes: readonly Probe[], { lists }: VerifyOptions): Promise<Storing> {
  const pack = { rules: probes.map(({ body }) => body), lists, items: [], off: new Map() }
  const written = await applyPlan(kibana, await planDeploy(kibana, pack))
  const reasons = new Map(refusals(written).map(({ what, refused }) => [what, refused]))
  const plan = await planDeploy(kibana, pack)
  const absent = plan.rules.filter(({ kind }) => kind === 'create')
  const changed = plan.rules.filter(({ kind, kept }) => kind !== 'create' && (kind !== 'same' || kept.length > 0))
  return {
    refused: new Map(
      absent.map(({ id, name }) => [
        id,
        reasons.get(`create ${name}`) ?? 'Kibana does not list the rule after the write',
      ]),
    ),
    altered: new Map(changed.map(({ id, differing, conflicts, kept }) => [id, [...differing, ...conflicts, ...kept]])),
  }
}

async function timelineOutcome(kibana: Kibana): Promise<ObjectOutcome[]> {
  const { kind } = await planTimeline(kibana)
  return [
    {
      name: 'Timeline template',
      defects: kind === 'same' ? [] : ['Kibana stored a different template than was written'],
    },
  ]
}

/** Removes everything. If one part cannot be removed, the other parts are still removed. */
async function removeAll({ scratch, connect, store, lists, objects }: VerifyOptions): Promise<Leftover[]> {
  const attempt = async (what: string, remove: () => Promise<Leftover[]>): Promise<Leftover[]> => {
    try {
      return await remove()
    } catch (error) {
      return [{ what, reason: messageOf(error) }]
    }
  }
  return [
    // Kibana deletes the rules of a deleted space, but keeps their tasks. Therefore the rules are deleted first.
    ...(await attempt(`rules of the space ${scratch.space}`, async () => {
      const kibana = connect(scratch.space, 'cleaning')
      const written = await applyRemoval(kibana, await planRemoval(kibana, { lists, objects }))
      return refusals(written).map(({ what, refused }) => ({ what, reason: refused }))
    })),
    ...(await attempt(`space ${scratch.space}`, () => deleteSpace(connect('default', 'cleaning'), scratch.space))),
    ...(await attempt(`documents of the namespace ${scratch.namespace}`, () => store.remove())),
    ...(await store.removeAlerts()),
  ]
}
