// `consentry rules diff` and `consentry rules deploy`: compares the pack with the rules in Kibana.
import type { RulePlan } from '../../rules/lib/deploy/plan.ts'
import type { OffReason } from '../../rules/lib/emit.ts'
import type { Kibana } from '../clients/kibana.ts'
import { applyPlan, type DeployPlan, isUpToDate, isWritten } from '../deploy/deploy.ts'
import type { ExceptionPlan } from '../deploy/exceptions.ts'
import { keyExpiry } from '../deploy/key-expiry.ts'
import { UsageError } from '../errors/usage-error.ts'
import { loadRules } from './content.ts'
import { openEnvironment, reportBlindRules, reportIdleSettings, withoutEndedApprovals } from './environment.ts'
import { type ExitCode, exitCodes } from './exit.ts'
import { connectKibana, planRules } from './kibana.ts'
import { printable, safeJson } from './terminal.ts'

export interface RulesDiffOptions {
  readonly environment?: string
  readonly content?: string
  readonly space?: string
  readonly suppression?: boolean
  readonly json?: boolean
}

export interface RulesDeployOptions extends RulesDiffOptions {
  readonly yes?: boolean
  readonly dryRun?: boolean
  readonly overwrite?: boolean
}

async function plan(kibana: Kibana, options: RulesDiffOptions): Promise<DeployPlan> {
  const environment = withoutEndedApprovals(openEnvironment(options.environment), Date.now())
  const rules = await loadRules(options.content)
  reportIdleSettings(environment, rules, options.environment)
  reportBlindRules(environment, rules)
  return planRules(kibana, rules, environment, options)
}

/** `consentry rules diff`: what a deployment would change; exit code 1 when it would change anything. */
export async function rulesDiffCommand(options: RulesDiffOptions): Promise<ExitCode> {
  const found = await plan(connectKibana(options.space), options)
  print(found, options)
  return isUpToDate(found) ? exitCodes.done : exitCodes.found
}

/** `consentry rules deploy`: writes exception lists and rules. In a terminal it only says what it would do, until it is told --yes. */
export async function rulesDeployCommand(options: RulesDeployOptions): Promise<ExitCode> {
  if (options.yes && options.dryRun) throw new UsageError('--yes and --dry-run cannot be combined')
  const kibana = connectKibana(options.space)
  const found = await plan(kibana, options)
  const overwrite = options.overwrite === true
  const dry = options.dryRun === true || (!options.yes && process.stdout.isTTY === true)
  if (dry) {
    print(found, options)
    if (!isUpToDate(found)) console.error('no changes were written; add --yes to write them')
    return exitCodes.done
  }
  await warnOfExpiringKey()
  const written = await applyPlan(kibana, found, {
    overwrite,
    onWritten: ({ what, refused }) => {
      if (!options.json)
        console.log(
          `${refused === undefined ? 'done' : 'REJECTED'}  ${printable(what)}${refused === undefined ? '' : `: ${printable(refused)}`}`,
        )
    },
  })
  const kept = found.rules.filter(({ kind }) => kind !== 'same' && !isWritten(kind, overwrite))
  const keptItems = found.exceptions.filter(({ kind }) => kind === 'drifted_item' && !overwrite)
  if (options.json)
    console.log(safeJson({ written, kept: kept.map(briefly), keptItems: keptItems.map(briefItem), left: found.left }))
  else
    for (const line of [...keptItems.map(exceptionLine), ...kept.map(ruleLine), ...leftLines(found)]) console.log(line)
  const refused = written.filter((each) => each.refused !== undefined).length
  const running = found.left.filter(({ enabled }) => enabled)
  const left = kept.length + keptItems.length + running.length
  if (!options.json) console.log(`${written.length - refused} written, ${refused} rejected, ${left} left unchanged`)
  return refused + left === 0 ? exitCodes.done : exitCodes.found
}

function briefly({ body: _, ...rest }: RulePlan): Omit<RulePlan, 'body'> {
  return rest
}

function briefItem({ kind, list, item }: ExceptionPlan): Pick<ExceptionPlan, 'kind' | 'list' | 'item'> {
  return { kind, list, ...(item !== undefined && { item }) }
}

function exceptionLine({ kind, list, item }: ExceptionPlan): string {
  if (kind === 'drifted_item')
    return `DRIFTED: a Kibana user changed an item of list ${list}; use --overwrite to overwrite the change\n    ${printable(item ?? list)}`
  return `${kind.replace('_', ' ').padEnd(12)} ${printable(item ?? list)}`
}

function print(found: DeployPlan, { json }: RulesDiffOptions): void {
  if (json) {
    const exceptions = found.exceptions.map(briefItem)
    console.log(
      safeJson({ rules: found.rules.map(briefly), exceptions, off: found.off, on: found.on, left: found.left }),
    )
    return
  }
  for (const exception of found.exceptions) console.log(exceptionLine(exception))
  for (const rule of found.rules.filter(({ kind }) => kind !== 'same')) console.log(ruleLine(rule))
  for (const { name, reason } of found.off) console.log(`${offTexts[reason]}\n    ${printable(name)}`)
  for (const { name } of found.on)
    console.log(
      `DISABLED, but listed in rules.enabled of the environment file; deploy enables it\n    ${printable(name)}`,
    )
  for (const line of leftLines(found)) console.log(line)
  const same = found.rules.filter(({ kind }) => kind === 'same').length
  const switched = [
    ...(found.off.length === 0 ? [] : [`, ${found.off.length} to be disabled`]),
    ...(found.on.length === 0 ? [] : [`, ${found.on.length} to be enabled`]),
  ].join('')
  console.log(`${found.rules.length} rules: ${same} up to date, ${found.rules.length - same} different${switched}`)
}

const offTexts: Readonly<Record<OffReason, string>> = {
  disabled: 'ENABLED, but listed in rules.disabled of the environment file; deploy disables it',
  draft: 'ENABLED, but a draft; deploy disables it',
  deprecated: 'ENABLED, but deprecated; deploy disables it',
  experimental: 'ENABLED, but experimental and not listed in rules.enabled of the environment file; deploy disables it',
}

const kindTexts: Readonly<Record<RulePlan['kind'], string>> = {
  create: 'new',
  update: 'outdated',
  same: 'up to date',
  drifted: 'DRIFTED: changed in Kibana since the last deployment; use --overwrite to overwrite the change',
  unknown: 'NOT DEPLOYED: Kibana has a rule with this ID from another source; use --overwrite to replace it',
  other_type: 'OTHER TYPE: Kibana cannot change the type of a rule; delete the rule in Kibana, then deploy again',
}

function ruleLine({ kind, name, from, to, differing }: RulePlan): string {
  const versions = from === undefined ? `version ${to}` : `version ${from} → ${to}`
  const what = differing.length === 0 ? '' : `\n    differences: ${differing.join(', ')}`
  return `${kindTexts[kind]}\n    ${printable(name)} (${versions})${what}`
}

function leftLines({ left }: DeployPlan): string[] {
  return left.map(({ name, enabled }) =>
    enabled
      ? `ENABLED, but not in the pack; disable or delete the rule in Kibana, or name its folder with --content\n    ${printable(name)}`
      : `not in the pack, left unchanged\n    ${printable(name)}`,
  )
}

/** Rules run with the rights of the key that wrote them, and stop with it. */
async function warnOfExpiringKey(): Promise<void> {
  const { ES_URL: url, KIBANA_API_KEY: key } = process.env
  if (url === undefined || key === undefined || url === '' || key === '') return
  const expires = await keyExpiry(url, key)
  if (expires !== undefined)
    console.error(
      `the API key expires on ${expires.toISOString().slice(0, 10)}: rules that were deployed with this key stop on that day`,
    )
}
