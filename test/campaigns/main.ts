// `npm run campaigns [-- NAME…]` runs the pack over the public campaigns and the benign work of `rules/campaigns` and prints what it
// found; `--alerts` adds every alert, `--update` writes `results.json` and `RESULTS.md`.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { loadProduct } from '../../pipeline/content-check/check.ts'
import { makeRunInKibana } from './kibana-run.ts'
import { loadCampaigns, type Results, runCampaigns } from './results.ts'
import { makeRunCampaign } from './run.ts'
import { renderResults } from './table.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { alerts: { type: 'boolean', default: false }, update: { type: 'boolean', default: false } },
})
const campaigns = (await loadCampaigns()).filter(({ name }) => positionals.length === 0 || positionals.includes(name))
const product = await loadProduct()
const judges = { hunt: makeRunCampaign(product), kibana: makeRunInKibana(product) }
const results = await runCampaigns(judges, campaigns, (name, { alerts, deadLetters }) => {
  for (const { code, detail } of deadLetters) console.log(`${name}: dead letter ${code}: ${detail}`)
  if (!values.alerts) return
  for (const { '@timestamp': time, severity, rule, reason } of alerts)
    console.log(`${name}: ${time} ${severity} ${rule.name}: ${reason}`)
})
console.log(renderResults(results))
if (values.update) {
  const folder = join(packageRoot, 'rules/campaigns')
  const kept = JSON.parse(readFileSync(join(folder, 'results.json'), 'utf8')) as Results
  const merged =
    positionals.length === 0
      ? results
      : { attacks: { ...kept.attacks, ...results.attacks }, benign: { ...kept.benign, ...results.benign } }
  writeFileSync(join(folder, 'results.json'), `${JSON.stringify(merged, null, 2)}\n`)
  writeFileSync(join(folder, 'RESULTS.md'), `# Results of the campaigns\n\n${renderResults(merged)}\n`)
}
