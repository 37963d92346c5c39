// Compares the results of Kibana with the results of our engine, rule by rule.
import { groupBy } from '../../mappings/kernel/group-by.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import { type ComparedAlert, documentsOfKey } from './alert-key.ts'
import type { Probe } from './cases.ts'
import type { Observed } from './watch.ts'

/** The kinds of defects, as the report names them. */
export const outcomes = {
  not_stored: 'not stored',
  altered: 'stored in another form',
  not_run: 'did not run',
  error: 'failed to run',
  warning: 'ran with a warning',
  missing: 'alerts missing',
  unexpected: 'unexpected alerts',
  duplicate: 'duplicate alerts',
  wrong_app: 'application missing or wrong',
  wrong_account: 'account missing or wrong',
}

/** A defect of a rule in Kibana. Names only our evidence, because an alert may be about data of the user. */
export interface Defect {
  readonly kind: keyof typeof outcomes
  readonly message: string
}

export interface RuleOutcome {
  readonly rule: Rule
  /** Pieces of evidence that were replayed. */
  readonly evidence: number
  readonly expected: number
  /** The number of expected alerts that Kibana raised. */
  readonly raised: number
  readonly defects: readonly Defect[]
}

/** The result of storing the copies of rules in Kibana, by their IDs. */
export interface Storing {
  /** The reason why Kibana did not store a copy. */
  readonly refused: ReadonlyMap<string, string>
  /** The members that Kibana stored in another form. */
  readonly altered: ReadonlyMap<string, readonly string[]>
}

export function compareRules(
  probes: readonly Probe[],
  observed: ReadonlyMap<string, Observed>,
  storing: Storing,
): RuleOutcome[] {
  const byRule = groupBy(probes, ({ rule }) => rule.id)
  return [...byRule.values()].map((copies): RuleOutcome => {
    const found = copies.map((probe) => compareProbe(probe, observed.get(probe.id), storing))
    return {
      rule: (copies[0] as Probe).rule,
      evidence: copies.reduce((sum, { evidence }) => sum + evidence.length, 0),
      expected: copies.reduce((sum, { expected }) => sum + expected.length, 0),
      raised: found.reduce((sum, { raised }) => sum + raised, 0),
      defects: found.flatMap(({ defects }) => defects),
    }
  })
}

function compareProbe(
  probe: Probe,
  observed: Observed | undefined,
  storing: Storing,
): { readonly raised: number; readonly defects: readonly Defect[] } {
  const refused = storing.refused.get(probe.id)
  if (refused !== undefined)
    return { raised: 0, defects: [{ kind: 'not_stored', message: `Kibana did not store the rule: ${refused}` }] }
  const { alerts = [], execution } = observed ?? {}
  const byKey = groupBy(alerts, ({ key }) => key)
  const altered = storing.altered.get(probe.id) ?? []
  const defects: Defect[] = [
    ...(altered.length === 0
      ? []
      : [
          {
            kind: 'altered' as const,
            message: `Kibana stored a different value than was written: ${altered.join(', ')}`,
          },
        ]),
    ...executionDefects(execution),
  ]
  const keys = new Set(probe.expected.map(({ key }) => key))
  let raised = 0
  for (const wanted of probe.expected) {
    const [alert, ...more] = byKey.get(wanted.key) ?? []
    const where = wanted.evidence.join(', ')
    if (alert === undefined) {
      if (execution !== undefined) defects.push({ kind: 'missing', message: `no alert on ${where}` })
      continue
    }
    raised++
    if (more.length > 0) defects.push({ kind: 'duplicate', message: `${more.length + 1} alerts on ${where}, not one` })
    defects.push(...nameDefects(wanted, alert, where))
  }
  for (const key of byKey.keys()) {
    if (keys.has(key)) continue
    const named = [...new Set(documentsOfKey(key).flatMap((id) => probe.evidenceOf.get(id) ?? []))]
    const where = named.length === 0 ? 'a group without an alert of the built-in engine' : named.join(', ')
    defects.push({ kind: 'unexpected', message: `an alert on ${where}, but the built-in engine raised none` })
  }
  return { raised, defects }
}

function executionDefects(execution: Observed['execution']): Defect[] {
  if (execution === undefined) return [{ kind: 'not_run', message: 'Kibana did not run the rule before the deadline' }]
  const { status, message } = execution
  if (status === 'failed') return [{ kind: 'error', message: `the rule failed: ${message}` }]
  if (status === 'partial failure') return [{ kind: 'warning', message: `the rule ran with a warning: ${message}` }]
  if (status !== 'succeeded')
    return [{ kind: 'not_run', message: `the run was not over before the deadline (${status})` }]
  return []
}

/** Compares the application and the account of the alerts. The report does not contain the values of Kibana's alert. */
function nameDefects(wanted: ComparedAlert, found: ComparedAlert, where: string): Defect[] {
  const compare = (what: 'app' | 'account', name: string): Defect[] => {
    const [ours, theirs] = [wanted[what], found[what]]
    if (ours === theirs) return []
    const kind = what === 'app' ? 'wrong_app' : 'wrong_account'
    const should = ours === undefined ? `should name no ${name}` : `should name the ${name} ${ours}`
    return [
      {
        kind,
        message: `the alert on ${where} ${should}, but names ${theirs === undefined ? 'none' : 'another'}`,
      },
    ]
  }
  return [...compare('app', 'application'), ...compare('account', 'account')]
}
