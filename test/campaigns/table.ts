// The results of the campaigns as Markdown.
import type { Results } from './results.ts'

const cell = (value: boolean | null) => (value === null ? '–' : value ? 'yes' : 'no')

export function renderResults({ attacks, benign }: Results): string {
  const rows = Object.entries(attacks)
  const work = Object.entries(benign)
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0)
  const found = sum(rows.map(([, { found }]) => found))
  const required = sum(rows.map(([, { required }]) => required))
  return [
    '| attack | found | in Kibana | minutes to a high alert | before data left | alerts per act | in Kibana | loud | missed |',
    '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows.map(
      ([name, r]) =>
        `| ${name} | ${r.found} of ${r.required} | ${r.kibana.found} | ${r.minutesToHigh ?? '–'} | ${cell(r.beforeDataLeft)} | ${r.alertsPerAct} | ${r.kibana.alertsPerAct} | ${r.loud} | ${r.missed.join('; ') || '–'} |`,
    ),
    `| all | ${found} of ${required} | ${sum(rows.map(([, { kibana }]) => kibana.found))} | | | | | ${sum(rows.map(([, { loud }]) => loud))} | |`,
    '',
    '| benign work | alerts | in Kibana | above the allowed severity | high | in Kibana | critical | alerts per 1,000 accounts and day |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...work.map(
      ([name, r]) =>
        `| ${name} | ${r.alerts} | ${r.kibana.alerts} | ${r.above} | ${r.high} | ${r.kibana.high} | ${r.critical} | ${r.perThousandAccountsPerDay} |`,
    ),
    `| all | ${sum(work.map(([, { alerts }]) => alerts))} | ${sum(work.map(([, { kibana }]) => kibana.alerts))} | ${sum(work.map(([, { above }]) => above))} | ${sum(work.map(([, { high }]) => high))} | ${sum(work.map(([, { kibana }]) => kibana.high))} | ${sum(work.map(([, { critical }]) => critical))} | |`,
  ].join('\n')
}
