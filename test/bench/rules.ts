// The cost of rules in a hunt, on one core: 60 rules and 600 rules made from the rules of the pack, and the whole pack,
// compared with a hunt without rules. `npm run bench:rules` measures the bundled samples, most of which alert, without
// the entity store. `npm run bench:rules -- --baseline` measures the newest records of the benign baseline, which
// rarely alert, with the entity store. `npm run bench:rules -- PATH…` measures the records of files.
import { emptyEnvironment } from '../../mappings/environment/environment.ts'
import { fieldCatalog } from '../../pipeline/catalog.ts'
import { loadMappings, makeChain } from '../../pipeline/chain.ts'
import { loadRules } from '../../pipeline/cli/content.ts'
import { baselineRecords, loadBaseline } from '../../pipeline/content-check/baseline.ts'
import { makeEvidenceStore } from '../../pipeline/content-check/proof.ts'
import { loadSamples } from '../../pipeline/content-check/samples.ts'
import { InMemoryStore } from '../../pipeline/entity-store/in-memory-store.ts'
import { makeUpdateEntities, withoutEntityStore } from '../../pipeline/entity-store/update-entities.ts'
import { hunt } from '../../pipeline/hunt/hunt.ts'
import type { RawValue } from '../../pipeline/outcome.ts'
import { compileRules } from '../../rules/lib/engine.ts'
import { readsAlerts } from '../../rules/lib/filters.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { loadScenarios } from '../../rules/lib/scenario.ts'
import { median, readTexts, round } from './common.ts'
import { freshRecord, toMoulds } from './fresh-records.ts'

const rounds = 7
const recordsPerRound = 20_000

async function newestBaselineRecords(): Promise<string[]> {
  const scenarios = (await loadScenarios()).map((content) => content.value)
  const texts: string[] = []
  for await (const values of baselineRecords(await loadBaseline(makeEvidenceStore(samples, scenarios))))
    for (const { text } of values) texts.push(text as string)
  return texts.slice(-recordsPerRound)
}

const samples = loadSamples()
const mappings = await loadMappings()
const chain = makeChain(mappings, emptyEnvironment)
const args = process.argv.slice(2)
const isBaseline = args[0] === '--baseline'
const texts = isBaseline ? await newestBaselineRecords() : await readTexts(args)
const moulds = isBaseline ? [] : toMoulds(texts, (decoded) => chain.process(decoded).some(({ ok }) => ok))
const pack = (await loadRules()).filter((rule) => !readsAlerts(rule))

/** Returns `count` rules: the pack's rules repeated, each copy limited to an application that only this copy has. */
function rulesLikeThePack(count: number): Rule[] {
  return Array.from({ length: count }, (_, i) => {
    const rule = pack[i % pack.length] as Rule
    const copy = Math.floor(i / pack.length)
    if (copy === 0 || rule.type === 'eql') return rule
    const query = `(${rule.query}) and oauth.app.id: "copy-${copy}"`
    return { ...rule, name: `${rule.name} ${copy}`, query }
  })
}

async function* records(): AsyncGenerator<readonly RawValue[]> {
  for (let from = 0; from < recordsPerRound; from += 500)
    yield Array.from({ length: 500 }, (_, i) => ({
      delivery: { source: 'bench', offset: String(from + i) },
      text: isBaseline ? (texts[from + i] as string) : freshRecord(moulds, from + i),
    }))
}

const nowhere = { documents: async () => {}, alerts: async () => {}, deadLetters: async () => {} }

/** Microseconds of CPU per record, and alerts. */
async function timed(rules: readonly Rule[]): Promise<{ cost: number; alerts: number }> {
  const engine = compileRules(rules, emptyEnvironment, fieldCatalog(mappings))
  const before = process.cpuUsage()
  const { alerts } = await hunt({
    values: records(),
    chain,
    rules,
    engine,
    environment: emptyEnvironment,
    updateEntities: isBaseline ? makeUpdateEntities(new InMemoryStore(), emptyEnvironment) : withoutEntityStore,
    output: nowhere,
  })
  const { user, system } = process.cpuUsage(before)
  return { cost: (user + system) / recordsPerRound, alerts: alerts.total }
}

const counts = [0, 60, pack.length, 600]
const costs = new Map<number, number[]>(counts.map((count) => [count, []]))
const alerts = new Map<number, number>()
for (let turn = 0; turn <= rounds; turn++)
  for (const count of counts) {
    const outcome = await timed(rulesLikeThePack(count))
    // The first round is a warm-up and does not count.
    if (turn > 0) costs.get(count)?.push(outcome.cost)
    alerts.set(count, outcome.alerts)
  }

const without = costs.get(0) ?? []
console.log(`${recordsPerRound} records in each round`)
console.table(
  counts.map((count) => {
    const whole = costs.get(count) ?? []
    // Compares each round with its own hunt without rules, because the speed of the machine varies over time.
    const rules = whole.map((cost, i) => cost - (without[i] as number))
    const share = median(rules.map((cost, i) => cost / (whole[i] as number)))
    return {
      rules: count,
      'hunt µs': round(median(whole)),
      'rules µs': round(median(rules)),
      'rules %': round(share * 100),
      alerts: alerts.get(count),
    }
  }),
)
