import type { Results } from './results.ts'
import { type AttackResult, type BenignResult, round } from './score.ts'

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

/** Vendors by the first part of a campaign's name; other campaigns attack Microsoft 365. */
const platforms = [
  { label: 'Microsoft 365 and Entra ID', pattern: /^(?!google-|both-)/ },
  { label: 'Google Workspace', pattern: /^google-/ },
  { label: 'both', pattern: /^both-/ },
]

/** The totals, as a marked part of README.md. */
export function renderTotals({ attacks, benign }: Results): string {
  const all = Object.entries(attacks)
  const work = Object.values(benign)
  const alerts = (rows: readonly Alerts[]) =>
    `${sum(rows.map((each) => each.alerts))} alerts, ${sum(rows.map(({ high }) => high))} high, ${sum(rows.map(({ critical }) => critical))} critical`
  const quarterly = sum(work.map((each) => each.alerts))
  return [
    '<!-- Totals: `npm run campaigns -- --update` writes this part. -->',
    `| ${all.length} attack campaigns, ${work.length} kinds of benign work | detected in a hunt | in Kibana, without alert suppression |`,
    '| --- | --- | --- |',
    ...platforms.map(({ label, pattern }) => {
      const acts = all.filter(([name]) => pattern.test(name)).map(([, result]) => result)
      const required = sum(acts.map((each) => each.required))
      const inKibana = sum(acts.map(({ kibana }) => kibana.found))
      return `| hostile acts on ${label} | ${sum(acts.map(({ found }) => found))} of ${required} | ${inKibana} of ${required} |`
    }),
    `| benign work that resembles an attack | ${alerts(work)} | ${alerts(work.map(({ kibana }) => kibana))} |`,
    '',
    `If each kind of benign work occurs once a quarter, hunts raise ${alertsPerDay(quarterly)} alerts a day.`,
    '<!-- End of the totals. -->',
  ].join('\n')
}

type Alerts = Pick<BenignResult, 'alerts' | 'high' | 'critical'>

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
