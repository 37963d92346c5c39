// Compares the alerts of a run with what its campaign requires or allows.
import type { Attack, BenignWork, Level } from '../../rules/campaigns/campaign.ts'
import type { Alert } from '../../rules/lib/engine.ts'
import type { CampaignRun } from './run.ts'

const levels = ['none', 'low', 'medium', 'high', 'critical'] as const
const rank = (level: Level | 'none') => levels.indexOf(level)

/** The result of a campaign, in the form in which `results.json` stores it. */
export interface AttackResult {
  readonly required: number
  readonly found: number
  /** Acts without a sufficient alert. */
  readonly missed: readonly string[]
  /** From the first hostile record to the first high or critical alert; null without a high or critical alert. */
  readonly minutesToHigh: number | null
  /** Whether that alert came before data left; null where no data left. */
  readonly beforeDataLeft: boolean | null
  /** Alerts that name a required act, per found act. Alerts of rules on alerts do not count. */
  readonly alertsPerAct: number
  /** The number of alerts of each severity that name a required act. */
  readonly severities: Readonly<Partial<Record<Level, number>>>
  /** Background records with an alert above low. */
  readonly loud: number
  /** The same result if Kibana runs the rules. */
  readonly kibana: Pick<AttackResult, 'found' | 'missed' | 'alertsPerAct'>
}

export interface BenignResult {
  readonly alerts: number
  /** Alerts above the severity that the campaign allows for the work. */
  readonly above: number
  readonly high: number
  readonly critical: number
  /** The number of accounts that the work concerns, times the number of its days. */
  readonly accountDays: number
  /** The same result if Kibana runs the rules. */
  readonly kibana: Pick<BenignResult, 'alerts' | 'above' | 'high' | 'critical'>
}

const idsOf = (alert: Alert) => alert.events.flatMap(({ id }) => id ?? [])

export function scoreAttack(
  attack: Attack,
  { alerts, correlations }: Pick<CampaignRun, 'alerts' | 'correlations'>,
  timeOf: (id: string) => number,
): Omit<AttackResult, 'kibana'> {
  const best = new Map<string, number>()
  const count = new Map<string, number>()
  for (const alert of alerts)
    for (const id of new Set(idsOf(alert))) {
      best.set(id, Math.max(best.get(id) ?? 0, rank(alert.severity)))
      if (!correlations.has(alert.rule.id)) count.set(id, (count.get(id) ?? 0) + 1)
    }
  const levelOf = (ids: readonly string[]) => Math.max(0, ...ids.map((id) => best.get(id) ?? 0))
  const missed = attack.required.filter(({ ids, minimum }) => levelOf(ids) < rank(minimum))
  const acts = new Set(attack.required.flatMap(({ ids }) => ids))
  const named = [...acts].filter((id) => count.has(id))
  const hostile = timeOf(attack.firstHostile)
  const first = alerts
    .flatMap((alert) => [alert, ...(alert.also ?? [])])
    .filter(({ severity }) => rank(severity) >= rank('high'))
    .map((alert) => Date.parse(alert['@timestamp']))
    .filter((time) => time >= hostile)
    .sort((a, b) => a - b)[0]
  const left = attack.dataLeft.map(timeOf).sort((a, b) => a - b)[0]
  return {
    required: attack.required.length,
    found: attack.required.length - missed.length,
    missed: missed.map(({ act }) => act),
    minutesToHigh: first === undefined ? null : Math.round((first - hostile) / 60_000),
    beforeDataLeft: left === undefined ? null : first !== undefined && first <= left,
    alertsPerAct: round(named.reduce((sum, id) => sum + (count.get(id) ?? 0), 0) / Math.max(1, named.length)),
    severities: bySeverity(alerts.filter((alert) => idsOf(alert).some((id) => acts.has(id)))),
    loud: attack.quiet.filter((id) => (best.get(id) ?? 0) > rank('low')).length,
  }
}

function bySeverity(alerts: readonly Alert[]): AttackResult['severities'] {
  const counts = levels.map((level) => [level, alerts.filter(({ severity }) => severity === level).length] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0).reverse())
}

export function scoreBenign(
  work: BenignWork,
  ids: readonly string[],
  alerts: readonly Alert[],
  timeOf: (id: string) => number,
): Omit<BenignResult, 'kibana'> {
  const wanted = new Set(ids)
  const start = Math.min(...ids.map(timeOf).filter((time) => !Number.isNaN(time)))
  // The first consents of the background alert by themselves, before the work begins.
  const ours = alerts.filter(
    (alert) =>
      Date.parse(alert['@timestamp']) >= start || idsOf(alert).some((id) => wanted.has(id)) || isFinding(alert),
  )
  const ofLevel = (level: Level) => ours.filter(({ severity }) => severity === level).length
  return {
    alerts: ours.length,
    above: ours.filter(({ severity }) => rank(severity) > rank(work.allowed)).length,
    high: ofLevel('high'),
    critical: ofLevel('critical'),
    accountDays: work.accounts * work.days,
  }
}

const isFinding = (alert: Alert) => alert.events[0]?.dataset === 'consentry.findings'

export const round = (value: number) => Math.round(value * 100) / 100

/** Describes what got worse between two results of one attack, in one sentence per difference. */
export function worseAttack(name: string, now: AttackResult, then: AttackResult): string[] {
  const lost = now.missed.filter((act) => !then.missed.includes(act)).map((act) => `${name}: ${act} is no longer found`)
  const lostInKibana = now.kibana.missed
    .filter((act) => !then.kibana.missed.includes(act))
    .map((act) => `${name}: Kibana no longer finds ${act}`)
  const numbers = [
    now.alertsPerAct > then.alertsPerAct && `${name}: ${now.alertsPerAct} alerts per act, ${then.alertsPerAct} before`,
    now.kibana.alertsPerAct > then.kibana.alertsPerAct &&
      `${name}: in Kibana ${now.kibana.alertsPerAct} alerts per act, ${then.kibana.alertsPerAct} before`,
    (now.minutesToHigh ?? Number.POSITIVE_INFINITY) > (then.minutesToHigh ?? Number.POSITIVE_INFINITY) &&
      `${name}: ${now.minutesToHigh ?? 'no'} minutes to a high alert, ${then.minutesToHigh} before`,
    now.loud > then.loud && `${name}: ${now.loud} background records alert, ${then.loud} before`,
    then.beforeDataLeft === true && now.beforeDataLeft !== true && `${name}: no high alert before data left`,
  ].filter((line) => line !== false)
  return [...lost, ...lostInKibana, ...numbers]
}

export function worseBenign(name: string, now: BenignResult, then: BenignResult): string[] {
  return (['alerts', 'above', 'high', 'critical'] as const).flatMap((member) => [
    ...(now[member] > then[member] ? [`${name}: ${member} ${now[member]}, ${then[member]} before`] : []),
    ...(now.kibana[member] > then.kibana[member]
      ? [`${name}: in Kibana ${member} ${now.kibana[member]}, ${then.kibana[member]} before`]
      : []),
  ])
}
