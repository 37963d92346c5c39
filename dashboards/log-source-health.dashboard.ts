import { dashboard } from './lib/dashboard.ts'
import { count, max } from './lib/metrics.ts'
import { collapsed, events, number, row, section, table, timeBars, topValues } from './lib/short-forms.ts'
import { values } from './lib/terms.ts'
import { organization } from './parts.ts'

export default dashboard({
  title: 'Consentry: Log source health',
  description: 'Are the log sources complete and current, and is the baseline ready for rules about new behavior?',
  menu: { place: 13, label: 'Health' },
  time: { from: 'now-7d', to: 'now' },
  duplicates: 'shown',
  controls: [organization, { field: 'data_stream.dataset', title: 'Dataset' }],
  reading:
    '**A rule without records cannot alert.** If *Newest record* and *Last stored* are both old, the log source stopped; if only the first is old, there is a backlog.',
  numbers: [
    number('newest', {
      title: 'Newest record',
      description: 'Event time of the newest stored record.',
      metric: { of: 'max', field: '@timestamp' },
    }),
    number('last-stored', {
      title: 'Last stored',
      description: 'Batched records can be much older than the time at which they are stored.',
      metric: { of: 'max', field: 'event.ingested' },
    }),
    number('silent', {
      title: 'Silent log sources',
      description: 'Findings: no records about applications for far longer than usual.',
      filter: 'oauth.finding.kind: "log_source_silent"',
      color: 'critical',
    }),
    number('absent', {
      title: 'Missing fields',
      description: 'Findings: records without a field that rules need. The vendor may have renamed it.',
      filter: 'oauth.finding.kind: "field_absent"',
      color: 'critical',
    }),
    number('misfits', {
      title: 'Records with a problem',
      description: 'An invalid value, or an act that rules cannot assess: error.message contains the reason.',
      filter: 'error.message: *',
    }),
  ],
  rows: [
    row(12, [
      timeBars('records', {
        title: 'Records over time',
        description: 'Every record by dataset, including duplicates of another log source.',
        width: 34,
        filter: 'event.kind: *',
        metric: count('Records'),
        breakdown: values('data_stream.dataset', 15, 'Dataset'),
      }),
      topValues('settled', {
        title: 'Baseline ready',
        description:
          'Records about applications, by whether the history is long enough for rules about new behavior. Until then, their alerts are marked as provisional.',
        shape: 'donut',
        filter: 'oauth.entity_store.baseline_ready: *',
        terms: values('oauth.entity_store.baseline_ready', 2, 'Baseline ready'),
        metric: count('Records'),
      }),
    ]),
    row(16, [
      table('log_sources', {
        title: 'Log sources',
        description: 'A dataset with many records and none about applications lacks the relevant events.',
        filter: 'event.kind: *',
        rows: [
          values('data_stream.dataset', 50, 'Dataset'),
          values('organization.id', 20, 'Organization', { missing: true }),
        ],
        metrics: [
          count('Records'),
          count('About applications', 'oauth.action: *'),
          max('@timestamp', 'Newest record'),
          max('event.ingested', 'Last stored'),
        ],
      }),
    ]),
    section('Findings on log sources', 11, [
      events('findings', {
        title: 'Latest findings on log sources',
        description: 'Silent log sources, missing fields and incomplete collections.',
        filter: 'oauth.finding.kind: ("log_source_silent" or "field_absent" or "bundle_incomplete")',
        columns: 'oauth.finding.kind organization.id event.provider message',
      }),
    ]),
    collapsed('Gaps in knowledge and mapping', 13, [
      topValues('unknown-permissions', {
        title: 'Permissions without a tier',
        description: 'Permissions without a tier in the knowledge files. No rule uses them.',
        shape: 'bars',
        filter: 'oauth.grant.unknown_scopes: *',
        terms: values('oauth.grant.unknown_scopes', 12, 'Permission'),
        metric: count('Records'),
      }),
      table('duplicates', {
        title: 'Duplicates of another log source',
        description: 'The second copy is stored and marked. Rules and the other dashboards ignore it.',
        filter: 'oauth.act.duplicate: true',
        rows: [values('data_stream.dataset', 10, 'Stored in'), values('oauth.action', 10, 'Action')],
        metrics: [count('Records')],
      }),
      table('new-google-applications', {
        title: 'Google applications without a mapping',
        description: 'Stored under the field names of Google. `consentry new mapping` creates a mapping.',
        filter: 'data_stream.dataset: "google_workspace.activity"',
        rows: [values('event.provider', 20, 'Application', { missing: true })],
        metrics: [count('Records'), max('@timestamp', 'Last')],
      }),
    ]),
  ],
})
