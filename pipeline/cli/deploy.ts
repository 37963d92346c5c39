// `consentry deploy`, `consentry rules deploy` and `consentry rules diff`: compare the pack with an installation and write the
// differences.
import type { Content } from '../../mappings/kernel/discover.ts'
import { datasetFacts } from '../../rules/lib/datasets.ts'
import { isForeign, needsDecision } from '../../rules/lib/deploy/plan.ts'
import { compareSeverity, type Rule, ruleType, severities } from '../../rules/lib/rule.ts'
import { inKibana } from '../../rules/lib/suppression.ts'
import { withClient } from '../clients/elasticsearch.ts'
import type { Kibana } from '../clients/kibana.ts'
import type { Config } from '../config/config.ts'
import { settings } from '../config/settings.ts'
import { applyPlan, type DeployPlan, isUpToDate } from '../deploy/deploy.ts'
import { keyExpiry } from '../deploy/key-expiry.ts'
import { dashboardLayoutOf } from '../deploy/kibana-version.ts'
import { applyObjects, isDeployed, type ObjectsPlan, planObjects } from '../deploy/saved-objects.ts'
import { applyTimeline, planTimeline, type TimelinePlan } from '../deploy/timeline.ts'
import { Writer } from '../deploy/writer.ts'
import { UsageError } from '../errors/usage-error.ts'
import type { SetupChange } from '../setup/elasticsearch.ts'
import type { CommonOptions } from './common-options.ts'
import { openConfig, openGiven, openSettings } from './config.ts'
import { chooseRule, loadRuleContents, reportRestingRules } from './content.ts'
import { savedObjectsOf } from './dashboards.ts'
import {
  briefItem,
  briefly,
  briefObject,
  exceptionLine,
  leftLines,
  objectLine,
  objectLines,
  planLines,
  retiredLine,
  ruleLine,
  stayingLines,
  timelineLine,
  writtenLine,
} from './deploy-text.ts'
import { environmentFile, openEnvironment, withoutEndedApprovals } from './environment.ts'
import { reportBlindRules, reportIdleSettings } from './environment-report.ts'
import { type ExitCode, exitCodeOfWrites, exitCodes } from './exit.ts'
import { connectKibana, kibanaSettings, planRules, type RulesPlan } from './kibana.ts'
import { printResult } from './result.ts'
import { installTemplates } from './templates.ts'

export interface DiffOptions extends CommonOptions {
  readonly suppression?: boolean
}

export interface DeployOptions extends DiffOptions {
  readonly yes?: boolean
  readonly overwrite?: boolean
  readonly prune?: boolean
  readonly enable?: readonly string[]
}

type Part = 'everything' | 'rules'

interface Plan {
  readonly rules: RulesPlan
  /** Absent if only rules are deployed. */
  readonly objects?: ObjectsPlan
  readonly timeline?: TimelinePlan
}

export async function rulesDiffCommand(options: DiffOptions): Promise<ExitCode> {
  const config = openGiven(options)
  const kibana = connectKibana({ space: options.space, settings: kibanaSettings(config) })
  const plan = await makePlan(kibana, 'rules', options, config)
  print(plan, options)
  return hasNoChanges(plan) ? exitCodes.done : exitCodes.found
}

export async function deployCommand(part: Part, options: DeployOptions): Promise<ExitCode> {
  if (options.yes && options.dryRun) throw new UsageError('--yes and --dry-run cannot be combined')
  const dryRun = options.yes !== true
  const config = openGiven(options)
  const settings = kibanaSettings(config)
  const kibana = connectKibana({ space: options.space, settings })
  const plan = await makePlan(kibana, part, options, config)
  const templates = part === 'everything' ? await deployTemplates(config, dryRun) : []
  if (dryRun) {
    print(plan, options, templates)
    if (hasNoChanges(plan) && !templates.some(isDifferent)) return exitCodes.done
    console.warn('no changes were written; add --yes to write them')
    return exitCodes.found
  }
  if (!options.json) for (const line of templateLines(templates)) console.log(line)
  await warnOfExpiringKey(settings, config)
  return write(kibana, plan, options)
}

function hasNoChanges({ rules, objects, timeline }: Plan): boolean {
  return isUpToDate(rules) && (objects === undefined || isDeployed(objects)) && (timeline?.kind ?? 'same') === 'same'
}

async function makePlan(kibana: Kibana, part: Part, options: DeployOptions, config?: Config): Promise<Plan> {
  const file = environmentFile(options.environment, config)
  const environment = withoutEndedApprovals(await openEnvironment(file), Date.now())
  const contents = await loadRuleContents(options.content)
  await reportRestingRules(contents, options.content)
  const rules = contents.map(({ value }) => value)
  reportIdleSettings(environment, rules, file)
  reportBlindRules(environment, rules)
  const overwrite = options.overwrite === true
  const enable = new Set((options.enable ?? []).flatMap((wanted) => toEnable(contents, wanted)))
  const rulesPlan = await planRules(kibana, rules, environment, { ...options, overwrite, enable })
  if (rulesPlan.suppression && options.suppression === undefined) {
    const retyped = retypedBy(rulesPlan, rules)
    console.warn(
      `consentry: alert suppression stays on, as in the deployed rules; --no-suppression removes it${retyped === 0 ? '' : `, but first delete in Kibana ${retyped === 1 ? 'the rule' : `the ${retyped} rules`} whose type it changes: a dry run lists them as OTHER TYPE`}`,
    )
  }
  if (part === 'rules') return { rules: rulesPlan }
  const { namespace } = config ?? openSettings(['namespace'])
  const { content } = options
  const objects = await savedObjectsOf(await dashboardLayoutOf(kibana), { content, namespace, space: kibana.space })
  return {
    rules: rulesPlan,
    objects: await planObjects(kibana, objects, { overwrite }),
    timeline: await planTimeline(kibana),
  }
}

/** Returns the number of deployed rules that have another type without suppression: Kibana cannot change a type. */
function retypedBy(plan: RulesPlan, rules: readonly Rule[]): number {
  const types = new Map<string, string>(rules.map((rule) => [rule.id, ruleType(inKibana(rule))]))
  return plan.rules.filter(({ id, current }) => current !== undefined && current.type !== types.get(id)).length
}

/** Returns the rules that a value of --enable selects: the rules of a minimum severity or of a vendor, or one rule. */
function toEnable(contents: readonly Content<Rule>[], wanted: string): string[] {
  const ofVendor = contents.filter(({ value }) => value.datasets.some((name) => datasetFacts(name).vendor === wanted))
  if (ofVendor.length > 0) return ofVendor.map(({ value: { id } }) => id)
  const floor = severities.find((severity) => severity === wanted)
  if (floor === undefined) return [chooseRule(contents, wanted, '--enable').value.id]
  return contents.flatMap(({ value: { id, severity } }) => (compareSeverity(severity, floor) < 0 ? [] : [id]))
}

/** Without ES_URL and --config, the default address of Elasticsearch is not used. */
const namesElasticsearch = (config: Config | undefined): boolean =>
  config !== undefined || (process.env.ES_URL ?? '') !== ''

async function deployTemplates(given: Config | undefined, dryRun: boolean): Promise<readonly SetupChange[]> {
  if (!namesElasticsearch(given)) {
    console.warn('templates: skipped, because ES_URL is not set; set ES_URL or --config, or run `consentry setup`')
    return []
  }
  const config = given ?? openConfig(undefined)
  return withClient(config.elasticsearch, (client) => installTemplates(client, config, dryRun))
}

const isDifferent = ({ change }: SetupChange): boolean => change !== 'unchanged'

function templateLines(changes: readonly SetupChange[]): string[] {
  if (changes.length === 0) return []
  const changed = changes.filter(isDifferent)
  return [
    ...changed.map(({ kind, name, change }) => `${change.padEnd(12)} ${kind} ${name}`),
    `${changes.length} templates and indices: ${changes.length - changed.length} up to date, ${changed.length} different`,
  ]
}

async function write(kibana: Kibana, plan: Plan, options: DeployOptions): Promise<ExitCode> {
  const { rules, objects, timeline } = plan
  const onWritten: ConstructorParameters<typeof Writer>[1] = (written) => {
    if (!options.json) console.log(writtenLine(written))
  }
  const prune = options.prune === true
  const writer = new Writer(kibana, onWritten)
  if (objects !== undefined) await applyObjects(kibana, objects, { prune, writer })
  if (timeline !== undefined) await applyTimeline(timeline, writer)
  const written = [...writer.done, ...(await applyPlan(kibana, rules, { prune, onWritten }))]
  const left = stayingAsTheyAre(plan, prune)
  const refused = written.filter((each) => each.refused !== undefined).length
  const staying = left.rest.filter(({ enabled, changed }) => enabled || (prune && changed))
  const count = left.rules.length + left.items.length + left.objects.length + left.retired.length + staying.length
  const kept = { kept: left.rules.map(briefly), keptItems: left.items.map(briefItem) }
  printResult(
    options,
    { written, ...kept, keptObjects: [...left.objects.map(briefObject), ...left.retired], left: left.rest },
    () => [
      ...leftAsLines(plan, left),
      `${written.length - refused} written, ${refused} rejected, ${count} left unchanged`,
    ],
  )
  const code = exitCodeOfWrites(written)
  return code === exitCodes.done && count > 0 ? exitCodes.found : code
}

interface Staying {
  readonly rules: DeployPlan['rules']
  readonly items: DeployPlan['exceptions']
  readonly objects: ObjectsPlan['objects']
  readonly rest: DeployPlan['left']
  /** Without `--prune`, only a listing names retired objects. */
  readonly retired: ObjectsPlan['retired']
}

const isChanged = ({ changed }: { readonly changed?: true }): boolean => changed === true

/** Returns the differences from the pack that a deployment leaves for a decision by the user. */
function stayingAsTheyAre({ rules, objects }: Plan, prune: boolean): Staying {
  return {
    rules: rules.rules.filter(needsDecision),
    items: rules.exceptions.filter(({ kind }) => kind === 'drifted_item'),
    objects: objects?.objects.filter(({ kind }) => kind === 'drifted') ?? [],
    rest: prune ? rules.left.filter(isChanged) : rules.left,
    retired: prune ? (objects?.retired.filter(isChanged) ?? []) : [],
  }
}

function leftAsLines({ rules }: Plan, left: Staying): string[] {
  return [
    ...left.objects.map(objectLine),
    ...left.retired.map(retiredLine),
    ...left.items.map(exceptionLine),
    ...left.rules.filter(({ kind }) => isForeign(kind)).map(ruleLine),
    ...rules.rules.flatMap(stayingLines),
    ...leftLines({ ...rules, left: left.rest }),
  ]
}

function print({ rules, objects, timeline }: Plan, options: DiffOptions, templates: readonly SetupChange[] = []): void {
  const planned = objects && {
    templates: templates.filter(isDifferent),
    objects: objects.objects.map(briefObject),
    retired: objects.retired,
    timeline,
  }
  const { off, on, left } = rules
  const exceptions = rules.exceptions.map(briefItem)
  printResult(options, { rules: rules.rules.map(briefly), exceptions, off, on, left, ...planned }, () => [
    ...templateLines(templates),
    ...(objects === undefined ? [] : objectLines(objects)),
    ...(timeline === undefined ? [] : [timelineLine(timeline)]),
    ...planLines(rules),
  ])
}

/** Rules run with the privileges of the API key that wrote them, and stop when the key expires. */
async function warnOfExpiringKey({ apiKey }: Config['kibana'], config: Config | undefined): Promise<void> {
  if (!namesElasticsearch(config) || apiKey === undefined) return
  const { elasticsearch } = config ?? openSettings(['elasticsearch.urls', 'elasticsearch.caFile'])
  // A file with the settings of Kibana alone names no address that may see the key.
  const isDefault = elasticsearch.urls.join() === settings['elasticsearch.urls'].default.join()
  if (isDefault && (process.env.ES_URL ?? '') === '') return
  const expires = await keyExpiry(elasticsearch, apiKey)
  if (expires !== undefined)
    console.error(
      `the API key expires on ${expires.toISOString().slice(0, 10)}: rules that were deployed with this key stop on that day`,
    )
}
