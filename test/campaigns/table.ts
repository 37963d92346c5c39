// The results of the campaigns as Markdown.
import type { Results } from './results.ts'
import { round } from './score.ts'

const cell = (value: boolean | null) => (value === null ? '–' : value ? 'yes' : 'no')

export function renderResults({ attacks, benign }: Results): string {
  const rows = Object.entries(attacks)
  const work = Object.entries(benign)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
  const found = sum(rows.map(([, { found }]) => found))
  const required = sum(rows.map(([, { required }]) => required))
  const accountDays = sum(work.map(([, { accountDays }]) => accountDays))
  const rates = ([alerts, high, critical]: readonly number[], days: number) =>
    [alerts, high, critical].map((count) => round(((count ?? 0) / days) * 1000)).join(' | ')
  const all = (member: 'alerts' | 'above' | 'high' | 'critical') => sum(work.map(([, result]) => result[member]))
  const allInKibana = (member: 'alerts' | 'high') => sum(work.map(([, { kibana }]) => kibana[member]))
  return [
    '| attack | found | in Kibana | minutes to a high alert | before data left | alerts per act | in Kibana | loud | missed |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      ([name, r]) =>
        `| ${name} | ${r.found} of ${r.required} | ${r.kibana.found} | ${r.minutesToHigh ?? '–'} | ${cell(r.beforeDataLeft)} | ${r.alertsPerAct} | ${r.kibana.alertsPerAct} | ${r.loud} | ${r.missed.join('; ') || '–'} |`,
    ),
    `| all | ${found} of ${required} | ${sum(rows.map(([, { kibana }]) => kibana.found))} | | | | | ${sum(rows.map(([, { loud }]) => loud))} | |`,
    '',
    '| benign work | alerts | in Kibana | above the allowed severity | high | in Kibana | critical | alerts per 1,000 accounts and day | high | critical |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...work.map(
      ([name, r]) =>
        `| ${name} | ${r.alerts} | ${r.kibana.alerts} | ${r.above} | ${r.high} | ${r.kibana.high} | ${r.critical} | ${rates([r.alerts, r.high, r.critical], r.accountDays)} |`,
    ),
    `| all | ${all('alerts')} | ${allInKibana('alerts')} | ${all('above')} | ${all('high')} | ${allInKibana('high')} | ${all('critical')} | ${rates([all('alerts'), all('high'), all('critical')], accountDays)} |`,
    '',
    'The last three columns divide the alerts of a hunt by the accounts that take part in the work and by its days, as its author counts them:',
    'neither the whole organization nor its quiet days before. The row *all* divides all alerts by the sum of accounts × days.',
  ].join('\n')
}

/** What each edition finds when Kibana runs it. */
export function renderComparison(full: Results, portable: Results): string {
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
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
