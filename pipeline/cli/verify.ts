// `consentry verify`: deploys the pack into a scratch space, replays its evidence, and compares Kibana's alerts with ours.
import { createHash } from 'node:crypto'
import { toLine } from '../../dashboards/lib/kibana/saved-object.ts'
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { minuteMs } from '../../mappings/kernel/durations.ts'
import { emitPack, renderPack } from '../../rules/lib/emit.ts'
import { isShipped } from '../../rules/lib/rule.ts'
import { runningRules } from '../../rules/lib/rule-state.ts'
import { fieldCatalog, templateFields } from '../catalog.ts'
import { makeClient } from '../clients/elasticsearch.ts'
import { realRuntime } from '../clients/retry.ts'
import { loadProduct } from '../content-check/check.ts'
import { attackReleaseOf, dashboardLayoutOf } from '../deploy/kibana-version.ts'
import { DependencyError } from '../errors/dependency-error.ts'
import { UsageError } from '../errors/usage-error.ts'
import { count } from '../hunt/report/words.ts'
import { stopOnSignals } from '../service/signals.ts'
import { buildCases, type CaseOptions, type Cases } from '../verify/cases.ts'
import { isProven, reportOf, summaryOf } from '../verify/report.ts'
import { makeScratch, type Scratch } from '../verify/scratch.ts'
import { type Leftover, ScratchStore } from '../verify/store.ts'
import { type Proof, verify } from '../verify/verify.ts'
import type { CommonOptions } from './common-options.ts'
import { openConfig } from './config.ts'
import { chooseRule } from './content.ts'
import { savedObjectsOf } from './dashboards.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { connectKibana } from './kibana.ts'
import { refuseUnwritable, writeOutFile } from './output.ts'
import { printResult } from './result.ts'
import { printable } from './terminal.ts'

export interface VerifyCommandOptions extends CommonOptions {
  readonly rule?: readonly string[]
  readonly report: string
  /** Minutes. */
  readonly timeout: number
  readonly keep?: boolean
}

/** Exit code 1 where a rule, a saved object or the cleaning fails. */
export async function verifyCommand(options: VerifyCommandOptions, version: string): Promise<ExitCode> {
  const { space, keep = false } = options
  const scratch = makeScratch(space)
  if (options.dryRun) return await printPlan(options, scratch)
  const config = openConfig(options.config)
  if ((process.env.ES_URL ?? '') === '' && options.config === undefined)
    throw new UsageError('ES_URL is not set; set ES_URL or --config: verify writes documents into Elasticsearch')
  await refuseUnwritable(options.report)
  const asOf = Date.now()
  const { signal, release } = stopOnSignals()
  const runtime = { ...realRuntime, sleep: (ms: number) => realRuntime.sleep(ms, signal) }
  const connect = (name: string, use: 'working' | 'cleaning') =>
    connectKibana({ space: name, settings: config.kibana, runtime: use === 'working' ? runtime : realRuntime })
  const client = await makeClient(config.elasticsearch)
  try {
    const root = connect('default', 'working')
    const attack = await attackReleaseOf(root)
    const objects = await savedObjectsOf(await dashboardLayoutOf(root), {
      content: options.content,
      space: scratch.space,
    })
    const content = await loadVerified(options)
    const cases = await buildCases({ ...content.options, scratch, now: asOf, ...(attack !== undefined && { attack }) })
    const store = new ScratchStore(client, scratch, content.datasets)
    const proof = await verify(
      {
        scratch,
        connect,
        store,
        cases,
        asOf,
        objects,
        keep,
        signal,
        lists: content.lists,
        timeoutMs: options.timeout * minuteMs,
        runtime: realRuntime,
        onStep: (text) => console.error(printable(text)),
      },
      (left) => reportLeft(left, scratch, keep),
    )
    const hidden = [config.kibana.url ?? '', ...config.elasticsearch.urls].flatMap(addressesIn)
    const inSections = await savedObjectsOf('sections', { content: options.content })
    const pack = createHash('sha256')
      .update(content.pack)
      .update(inSections.map(toLine).join(''))
      .digest('hex')
      .slice(0, 12)
    const facts = { proof, scratch, version, pack, documents: cases.documents.length, keep, hidden }
    // The result is visible even if the report cannot be written.
    printResult(options, briefly(proof), () => summaryOf(proof))
    reportLeft(proof.leftovers, scratch, keep)
    await writeOutFile(options.report, reportOf(facts))
    if (!options.json) console.log(`wrote ${options.report}`)
    return isProven(proof) ? exitCodes.done : exitCodes.found
  } catch (error) {
    if (!signal.aborted) throw error
    throw new DependencyError('interrupted', 'interrupted: no report was written', { cause: error })
  } finally {
    release()
    await client.close()
  }
}

async function printPlan(options: VerifyCommandOptions, scratch: Scratch): Promise<ExitCode> {
  const content = await loadVerified(options)
  const objects = await savedObjectsOf('sections', { content: options.content })
  const cases = await buildCases({ ...content.options, scratch, now: Date.now() })
  const plan = planOf(scratch, cases, objects.length)
  printResult(options, plan, () => planLines(plan))
  return exitCodes.done
}

/** Loads the rules with their evidence, and the options for building their cases. */
async function loadVerified({ rule: names = [], content }: VerifyCommandOptions): Promise<{
  readonly options: Omit<CaseOptions, 'scratch' | 'now'>
  readonly datasets: ConstructorParameters<typeof ScratchStore>[2]
  readonly lists: ReturnType<typeof emitPack>['lists']
  readonly pack: string
}> {
  const product = await loadProduct(content)
  const contents = product.rules.filter(({ value }) => isShipped(value))
  const shipped = contents.map(({ value }) => value)
  const running = runningRules(shipped, emptyEnvironment)
  const catalog = fieldCatalog(product.mappings)
  const rules = names.length === 0 ? running : names.map((name) => chooseRule(contents, name).value)
  const { evidence: store, chain, environment } = product
  return {
    options: { rules, running, shipped, store, chain, catalog, environment },
    datasets: templateFields(product.mappings),
    lists: emitPack(shipped, emptyEnvironment, catalog).lists,
    pack: renderPack(shipped, emptyEnvironment, catalog),
  }
}

function planOf(scratch: Scratch, { documents, probes }: Cases, savedObjects: number) {
  const proven = probes.filter(({ evidence }) => evidence.length > 0)
  return {
    ...scratch,
    documents: documents.length,
    streams: [...new Set(documents.map(({ dataset }) => `logs-${dataset}-${scratch.namespace}`))].sort(),
    rules: new Set(proven.map(({ rule }) => rule.id)).size,
    testRules: probes.length,
    alerts: probes.reduce((sum, { expected }) => sum + expected.length, 0),
    savedObjects,
  }
}

function planLines(plan: ReturnType<typeof planOf>): string[] {
  return [
    `create the space ${plan.space}`,
    `install the templates and entity indices of the namespace ${plan.namespace}`,
    `import ${plan.savedObjects} saved objects and the Timeline template`,
    `write ${count(plan.documents, 'document')} of the evidence to`,
    ...plan.streams.map((stream) => `  ${stream}`),
    `create and enable ${count(plan.rules, 'rule')} as ${count(plan.testRules, 'test rule')} on these data streams only`,
    `wait for ${plan.alerts} alerts, and compare them with the alerts of the built-in engine`,
    `open ${plan.savedObjects} saved objects`,
    'delete the rules, the space, the data streams, the indices, the templates and the alerts',
    'nothing was written; run verify without --dry-run',
  ]
}

function briefly({ rules, ...proof }: Proof): object {
  return { ...proof, rules: rules.map(({ rule: { id, name }, ...outcome }) => ({ id, name, ...outcome })) }
}

function reportLeft(left: readonly Leftover[], { space, namespace }: Scratch, keep: boolean): void {
  if (keep) console.error(`kept: space ${space}, namespace ${namespace}`)
  for (const { what, reason } of left) console.error(printable(`not removed: ${what}: ${reason}`))
}

/** Returns a URL and its names, longest first. Skips a hostname without a dot, which may be an ordinary word. */
function addressesIn(url: string): string[] {
  if (!URL.canParse(url)) return []
  const { origin, host, hostname } = new URL(url)
  return [url, origin, host, ...(hostname.includes('.') ? [hostname] : [])]
}
