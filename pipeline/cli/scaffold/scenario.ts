import { join } from 'node:path'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import { type ExplainedClause, explainRule, nearestMiss } from '../../../rules/lib/explain.ts'
import type { FieldCatalog } from '../../../rules/lib/query/catalog.ts'
import type { Rule } from '../../../rules/lib/rule.ts'
import { folderOf } from '../../../rules/lib/rule-folder.ts'
import { UsageError } from '../../errors/usage-error.ts'
import { quoted } from '../../safe-output/command-line.ts'
import {
  checkName,
  contentFile,
  type Known,
  type KnownSample,
  type Scaffold,
  type ScaffoldOptions,
  sampleOf,
  splitName,
  toTitle,
  vendors,
} from './names.ts'

/** `<vendor>/<name>` for a shared scenario, `<vendor>/<rule>/match/<name>` or `<vendor>/<rule>/no-match/<name>` for one rule. */
function splitPlace(text: string, isOwn: boolean): { folder: string; rule?: string; name: string } {
  const split = (name: string) => splitName(name, isOwn ? undefined : vendors)
  const [folder, rule, kind, name, ...more] = text.split('/')
  if (rule === undefined || kind === undefined) return split(text)
  if (name === undefined || more.length > 0 || (kind !== 'match' && kind !== 'no-match'))
    throw new UsageError(`give the name as VENDOR/NAME or VENDOR/RULE/match/NAME; not ${JSON.stringify(text)}`)
  const own = split(`${folder}/${rule}`)
  return { folder: own.folder, rule: `${own.name}/${kind}`, name: checkName(name) }
}

/** Returns the two samples closest to the query of a rule; for a sequence, the closest sample for each step. */
function samplesFor(rule: Rule, samples: readonly KnownSample[], catalog: FieldCatalog): KnownSample[] {
  const explain = explainRule(rule, emptyEnvironment, catalog)
  const explained = samples
    .filter(({ dataset }) => rule.datasets.some((each) => each === dataset))
    .map((known) => ({ known, query: explain(known.document, known.dataset).query }))
  const nearest = (part: (query: ExplainedClause) => ExplainedClause) =>
    explained
      .map(({ known, query }) => ({ known, failed: nearestMiss(part(query)).length }))
      .sort((a, b) => a.failed - b.failed)
      .map(({ known }) => known)
  const isSequence = rule.type === 'eql' && /^\s*sequence\b/.test(rule.query)
  const steps = isSequence ? (explained[0]?.query.parts.length ?? 0) : 0
  return steps > 0
    ? Array.from({ length: steps }, (_, i) => nearest((query) => query.parts[i] ?? query)[0]).filter(
        (each) => each !== undefined,
      )
    : nearest((query) => query).slice(0, 2)
}

/** A scenario of the given samples, else of samples that suit the rule, an hour apart. */
export function emitScenarioScaffold(
  text: string,
  { like = [], content }: ScaffoldOptions,
  { samples, rules, catalog }: Known,
): Scaffold {
  const isOwn = content !== undefined
  const { folder, rule, name } = splitPlace(text, isOwn)
  const wanted = join(content ?? 'rules', folder, rule?.replace(/\/[^/]*$/, '') ?? '')
  const of = rules.find(({ file }) => folderOf(file) === wanted)
  const own = samples.filter(({ sample }) => folder === 'cross' || sample.ref.startsWith(`${folder}/`))
  const suitable = of === undefined ? own.slice(0, 2) : samplesFor(of.value, samples, catalog)
  const chosen = like.length > 0 ? like.map((reference) => sampleOf(reference, samples)) : suitable
  const [first] = chosen
  if (first === undefined) throw new UsageError('name the samples of the scenario: --like VENDOR/SAMPLE …')
  const value = {
    title: toTitle(name),
    start: first.time,
    steps: chosen.map(({ sample }, hour) => ({ sample: sample.ref, at: `PT${hour}H` })),
  }
  const file = contentFile('scenario', `${folder}/${rule ?? 'scenarios'}/${name}.scenario`, value, isOwn)
  const entry = isOwn ? `{ "scenario": "${folder}/${name}" }` : `{ scenario: '${folder}/${name}' }`
  return {
    files: [file],
    next: [
      `write the steps in ${join(content ?? '', file.path)}: samples, times, late or duplicate deliveries, replaced actors`,
      ...(rule === undefined ? [`list the scenario under tests of the rules: ${entry}`] : []),
      isOwn
        ? `run npx consentry rules test --content ${quoted(content ?? '')}`
        : 'run npm run build and npx consentry validate',
    ],
  }
}
