import type { Results } from './results.ts'
import { type AttackResult, round } from './score.ts'

const cell = (value: boolean | null) => (value === null ? '–' : value ? 'yes' : 'no')

const severitiesOf = ({ severities }: AttackResult) =>
  Object.entries(severities)
    .map(([level, count]) => `${count} ${level}`)
    .join(', ') || '–'

const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)

export function renderResults({ attacks, benign }: Results): string {
  const tables = [
    ...(Object.keys(attacks).length > 0 ? [attackTable(attacks)] : []),
    ...(Object.keys(benign).length > 0 ? [benignTable(benign)] : []),
  ]
  return tables.map((lines) => lines.join('\n')).join('\n\n')
}

function attackTable(attacks: Results['attacks']): string[] {
  const rows = Object.entries(attacks)
  const total = (member: 'found' | 'required' | 'loud') => sum(rows.map(([, result]) => result[member]))
  return [
    '| attack | found | in Kibana | minutes to a high alert | before data left | alerts on the acts | alerts per act | in Kibana | loud | missed |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      ([name, r]) =>
        `| ${name} | ${r.found} of ${r.required} | ${r.kibana.found} | ${r.minutesToHigh ?? '–'} | ${cell(r.beforeDataLeft)} | ${severitiesOf(r)} | ${r.alertsPerAct} | ${r.kibana.alertsPerAct} | ${r.loud} | ${r.missed.join('; ') || '–'} |`,
    ),
    `| all | ${total('found')} of ${total('required')} | ${sum(rows.map(([, { kibana }]) => kibana.found))} | | | | | | ${total('loud')} | |`,
  ]
}

function benignTable(benign: Results['benign']): string[] {
  const work = Object.entries(benign)
  const total = (member: 'alerts' | 'above' | 'high' | 'critical' | 'accountDays') =>
    sum(work.map(([, result]) => result[member]))
  const inKibana = (member: 'alerts' | 'high') => sum(work.map(([, { kibana }]) => kibana[member]))
  const rates = (counts: readonly number[], days: number) =>
    counts.map((count) => (days === 0 ? '–' : round((count / days) * 1000))).join(' | ')
  return [
    '| benign work | alerts | in Kibana | above the allowed severity | high | in Kibana | critical | alerts per 1,000 accounts and day | high | critical |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...work.map(
      ([name, r]) =>
        `| ${name} | ${r.alerts} | ${r.kibana.alerts} | ${r.above} | ${r.high} | ${r.kibana.high} | ${r.critical} | ${rates([r.alerts, r.high, r.critical], r.accountDays)} |`,
    ),
    `| all | ${total('alerts')} | ${inKibana('alerts')} | ${total('above')} | ${total('high')} | ${inKibana('high')} | ${total('critical')} | ${rates([total('alerts'), total('high'), total('critical')], total('accountDays'))} |`,
    '',
    'The last three columns divide the alerts of a hunt by the accounts that take part in the work and by its days, as its author counts them:',
    'neither the whole organization nor its quiet days before. The row *all* divides all alerts by the sum of accounts × days.',
    `An organization where each kind of work occurs once a quarter has ${alertsPerDay(total('alerts'))} alerts a day in hunts, and ${alertsPerDay(inKibana('alerts'))} in Kibana.`,
  ]
}

/** The totals, as a marked paragraph of README.md. */
export function renderTotals({ attacks, benign }: Results): string {
  const acts = Object.values(attacks)
  const work = Object.values(benign)
  const alerts = sum(work.map((each) => each.alerts))
  return `<!-- Totals: \`npm run campaigns -- --update\` writes this paragraph. -->
\`rules/campaigns\` reproduces ${acts.length} attack campaigns and ${work.length} kinds of benign work that resemble an attack.
In a hunt, the rules detect ${sum(acts.map(({ found }) => found))} of ${sum(acts.map(({ required }) => required))} hostile acts. On the benign work, they raise ${alerts} alerts (${sum(work.map(({ high }) => high))} high, ${sum(work.map(({ critical }) => critical))} critical):
${alertsPerDay(alerts)} a day if each kind occurs once a quarter. In Kibana, without alert suppression, the rules detect ${sum(acts.map(({ kibana }) => kibana.found))} acts and raise ${sum(work.map(({ kibana }) => kibana.alerts))} alerts.
<!-- End of the totals. -->`
}

/** Returns the alerts per day in an organization where each kind of benign work occurs once a quarter. */
const alertsPerDay = (alerts: number): number => round(alerts / 91)

/** Renders what each edition finds when Kibana runs it. */
export function renderComparison(full: Results, portable: Results): string {
  const attacks = Object.entries(portable.attacks)
  const work = Object.entries(portable.benign)
  const fullAttacks = attacks.flatMap(([name]) => full.attacks[name] ?? [])
  const fullWork = work.flatMap(([name]) => full.benign[name] ?? [])
  return [
    '| attack | acts | full edition | portable edition | missed by the portable edition |',
    '| --- | --- | --- | --- | --- |',
    ...attacks.map(
      ([name, { required, found, missed }]) =>
        `| ${name} | ${required} | ${full.attacks[name]?.kibana.found ?? '–'} | ${found} | ${missed.join('; ') || '–'} |`,
    ),
    `| all | ${sum(attacks.map(([, { required }]) => required))} | ${sum(fullAttacks.map(({ kibana }) => kibana.found))} | ${sum(attacks.map(([, { found }]) => found))} | |`,
    '',
    '| benign work | alerts of the full edition | alerts of the portable edition | high: full | high: portable |',
    '| --- | --- | --- | --- | --- |',
    ...work.map(
      ([name, { alerts, high }]) =>
        `| ${name} | ${full.benign[name]?.kibana.alerts ?? '–'} | ${alerts} | ${full.benign[name]?.kibana.high ?? '–'} | ${high} |`,
    ),
    `| all | ${sum(fullWork.map(({ kibana }) => kibana.alerts))} | ${sum(work.map(([, { alerts }]) => alerts))} | ${sum(fullWork.map(({ kibana }) => kibana.high))} | ${sum(work.map(([, { high }]) => high))} |`,
  ].join('\n')
}
