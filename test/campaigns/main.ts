// `npm run campaigns [-- NAME…]` runs the pack on the public campaigns and the benign work of `rules/campaigns` and
// prints the results; `--alerts` adds every alert, `--update` writes `results.json`, `RESULTS.md` and the totals in
// `README.md`. `--mutations` runs changed forms of the attacks instead and prints how much of each is found; with
// `--update` it writes `mutations.json` and `MUTATIONS.md`. `--edition portable` runs the portable edition and compares
// it with the stored results of the full edition; with `--update` it writes `PORTABLE.md`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { product } from '../support/product.ts'
import { makeRunInKibana, makeRunPortable } from './kibana-run.ts'
import { renderMutations, runMutations } from './mutations/run.ts'
import { loadCampaigns, type Results, runCampaigns } from './results.ts'
import { type CampaignRun, makeRunCampaign, type RunCampaign } from './run.ts'
import { renderComparison, renderResults, renderTotals } from './table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    alerts: { type: 'boolean', default: false },
    edition: { type: 'string', default: 'full' },
    mutations: { type: 'boolean', default: false },
    update: { type: 'boolean', default: false },
  },
})
const all = await loadCampaigns()
const campaigns = all.filter(({ name }) => positionals.length === 0 || positionals.includes(name))
const hunt = makeRunCampaign()
if (values.edition !== 'full' && values.edition !== 'portable') throw new Error('--edition is full or portable')
if (values.edition === 'portable') await reportEdition()
else await (values.mutations ? reportMutations() : reportResults())

async function reportResults(): Promise<void> {
  const results = await runCampaigns({ hunt, kibana: makeRunInKibana(product) }, campaigns, report)
  console.log(renderResults(results))
  const kept = readKept<Results>('results.json')
  const { attacks, benign } = results
  const merged = { attacks: merge(kept.attacks, attacks), benign: merge(kept.benign, benign) }
  if (!values.update) return
  write('results.json', merged, 'RESULTS.md', 'Results of the campaigns', renderResults(merged))
  const readme = join(packageRoot, 'README.md')
  const totals = /<!-- Totals: .*<!-- End of the totals. -->/s
  writeFileSync(
    readme,
    readFileSync(readme, 'utf8').replace(totals, () => renderTotals(merged)),
  )
}

function report(name: string, { alerts, deadLetters }: CampaignRun): void {
  for (const { code, detail } of deadLetters) console.log(`${name}: dead letter ${code}: ${detail}`)
  if (!values.alerts) return
  for (const { '@timestamp': time, severity, rule, reason } of alerts)
    console.log(`${name}: ${time} ${severity} ${rule.name}: ${reason}`)
}

/** Reports on the portable edition, which runs only in Kibana. */
async function reportEdition(): Promise<void> {
  const run = onceByName(makeRunPortable(product))
  const results = await runCampaigns({ hunt: run, kibana: run }, campaigns, report)
  const table = renderComparison(readKept<Results>('results.json'), results)
  console.log(table)
  if (values.update && positionals.length === 0)
    writeFileSync(pathOf('PORTABLE.md'), `# The editions on the campaigns\n\n${table}\n`)
}

function onceByName(run: RunCampaign): RunCampaign {
  const runs = new Map<string, Promise<CampaignRun>>()
  return (name, records) => {
    const found = runs.get(name) ?? run(name, records)
    runs.set(name, found)
    return found
  }
}

async function reportMutations(): Promise<void> {
  const recalls = await runMutations(hunt, campaigns)
  console.log(renderMutations(recalls))
  if (!values.update) return
  const merged = merge(readKept<typeof recalls>('mutations.json'), recalls)
  write('mutations.json', merged, 'MUTATIONS.md', 'Mutations of the attacks', renderMutations(merged))
}

function pathOf(file: string): string {
  return join(packageRoot, 'rules/campaigns', file)
}

function readKept<T>(file: string): T {
  return JSON.parse(readFileSync(pathOf(file), 'utf8')) as T
}

/** Returns the results of this run. If it ran only some of the campaigns, adds the stored results of the others. */
function merge<T>(kept: Readonly<Record<string, T>>, now: Readonly<Record<string, T>>): Record<string, T> {
  return positionals.length === 0 ? { ...now } : { ...kept, ...now }
}

function write(json: string, results: object, markdown: string, title: string, table: string): void {
  writeFileSync(pathOf(json), `${JSON.stringify(results, null, 2)}\n`)
  writeFileSync(pathOf(markdown), `# ${title}\n\n${table}\n`)
}
