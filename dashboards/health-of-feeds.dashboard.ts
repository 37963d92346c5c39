import { dashboard } from './lib/dashboard.ts'

export default dashboard({
  id: 'health-of-feeds',
  title: 'Consentry: Health of the feeds',
  description: 'Do the logs still come, in time and whole, and does memory know enough for rules on what is new?',
  menu: { place: 13, label: 'Health' },
  datasets: 'all',
  time: { from: 'now-7d', to: 'now' },
  echoes: 'shown',
  controls: [
    { field: 'organization.id', title: 'Organization' },
    { field: 'data_stream.dataset', title: 'Data set' },
  ],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'newest',
          title: 'Newest record',
          description: 'When the last record that is stored happened.',
          metric: { of: 'max', field: '@timestamp' },
        },
        {
          kind: 'metric',
          id: 'last-stored',
          title: 'Last stored',
          description: 'Records that come in bundles happened long before they were stored.',
          metric: { of: 'max', field: 'event.ingested' },
        },
        {
          kind: 'metric',
          id: 'silent',
          title: 'Feeds gone silent',
          description: 'Findings: nothing about applications for far longer than usual.',
          filter: 'oauth.finding.kind: "feed_silent"',
          metric: { of: 'count' },
          colour: 'critical',
        },
        {
          kind: 'metric',
          id: 'absent',
          title: 'Fields gone absent',
          description: 'Findings: records that lack a field which rules need. The vendor may have renamed it.',
          filter: 'oauth.finding.kind: "field_absent"',
          metric: { of: 'count' },
          colour: 'critical',
        },
        {
          kind: 'metric',
          id: 'misfits',
          title: 'Records with a value that did not fit',
          description: 'Stored, with the value where the vendor has it; error.message names it.',
          filter: 'error.message: *',
          metric: { of: 'count' },
          emptyBecause: 'samples are records whose values fit their fields',
        },
      ],
    },
    {
      height: 13,
      panels: [
        {
          kind: 'time_bars',
          id: 'records',
          title: 'Records over time, by data set',
          width: 34,
          filter: 'event.kind: *',
          metric: { of: 'count', label: 'Records' },
          breakdown: { field: 'data_stream.dataset', size: 15, label: 'Data set' },
        },
        {
          kind: 'top_values',
          id: 'settled',
          title: 'Is memory old enough?',
          description: 'Records about applications by whether the history is as long as rules on what is new need.',
          shape: 'donut',
          filter: 'oauth.memory.settled: *',
          terms: { field: 'oauth.memory.settled', size: 2, label: 'Settled' },
          metric: { of: 'count', label: 'Records' },
        },
      ],
    },
    {
      height: 17,
      panels: [
        {
          kind: 'table',
          id: 'feeds',
          title: 'Feeds: how much, how fresh',
          width: 34,
          filter: 'event.kind: *',
          rows: [
            { field: 'data_stream.dataset', size: 50, label: 'Data set', orderBy: 2 },
            { field: 'organization.id', size: 20, label: 'Organization', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Records' },
            { of: 'count', filter: 'oauth.action: *', label: 'About applications' },
            { of: 'max', field: '@timestamp', label: 'Newest record' },
            { of: 'max', field: 'event.ingested', label: 'Last stored' },
          ],
          sortBy: 2,
        },
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          text: `**A rule on a feed that has ended is quiet for ever.** Look here when everything is quiet.

**Fresh?** *Newest record* and *Last stored* of a feed lie minutes to hours apart: Microsoft's unified audit log up to a day, Google's token log up to half. Both old is a feed that has ended; only the first old is a backlog.

**Whole?** A data set that tells many records and none about applications comes without the part that matters.

- Records that could not be read or mapped are not in Elasticsearch: they are in the dead-letter topic of Kafka, and \`consentry_dead_letters_total\` counts them.
- \`consentry doctor\` says which topic is unread, which privilege is missing, which feed has ended.
- While memory is not *settled*, rules on what is new say so in their alerts.
- Every record counts here, also what a second feed told again; take the filter *Each act once* away if it came along from another dashboard.
`,
        },
      ],
    },
    {
      height: 13,
      panels: [
        {
          kind: 'events',
          id: 'findings',
          title: 'Findings on feeds, latest first',
          filter: 'oauth.finding.kind: ("feed_silent" or "field_absent" or "bundle_incomplete")',
          columns: ['oauth.finding.kind', 'organization.id', 'event.provider', 'message'],
        },
      ],
    },
    {
      height: 13,
      panels: [
        {
          kind: 'top_values',
          id: 'unknown-permissions',
          title: 'Permissions that have no tier yet',
          description: 'Permissions that the knowledge files do not have: no tier, so no rule goes by them.',
          shape: 'bars',
          filter: 'oauth.grant.unknown_scopes: *',
          terms: { field: 'oauth.grant.unknown_scopes', size: 15, label: 'Permission' },
          metric: { of: 'count', label: 'Records' },
        },
        {
          kind: 'table',
          id: 'echoes',
          title: 'Acts that two feeds tell',
          description: 'What the second feed told is stored and marked; rules and the other dashboards leave it out.',
          filter: 'oauth.act.echo: true',
          rows: [
            { field: 'data_stream.dataset', size: 10, label: 'Told again by' },
            { field: 'oauth.action', size: 10, label: 'Action' },
          ],
          metrics: [{ of: 'count', label: 'Records' }],
          sortBy: 0,
          pageSize: 10,
        },
        {
          kind: 'table',
          id: 'new-google-applications',
          title: 'Google applications without a mapping',
          description: 'Kept under Google’s names; `consentry new mapping` lays one.',
          filter: 'data_stream.dataset: "google_workspace.activity"',
          rows: [{ field: 'event.provider', size: 20, label: 'Application', missing: true }],
          metrics: [
            { of: 'count', label: 'Records' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 0,
          pageSize: 10,
        },
      ],
    },
  ],
})
