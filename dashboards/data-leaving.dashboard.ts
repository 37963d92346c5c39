import { dashboard } from './lib/dashboard.ts'

const use = 'oauth.action: "app_use"'
const taking = `${use} and oauth.activity.access: ("list" or "read" or "sync" or "export")`
const sending = `${use} and oauth.activity.access: "send"`
const thirdParty = `${use} and not oauth.app.first_party: true`

export default dashboard({
  id: 'data-leaving',
  title: 'Consentry: Data leaving',
  description: 'Which mail, files and API data do applications read, copy and send, how much and since when?',
  menu: { place: 8, label: 'Data leaving' },
  datasets: 'all',
  time: { from: 'now-30d', to: 'now' },
  controls: [
    { field: 'organization.id', title: 'Organization' },
    { field: 'service.id', title: 'Application id' },
    { field: 'oauth.account.name', title: 'Account' },
    { field: 'oauth.activity.kind', title: 'Data' },
  ],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'bytes',
          title: 'Bytes read',
          description: 'Only where the log reports sizes. Many records do not.',
          filter: taking,
          metric: { of: 'sum', field: 'oauth.activity.bytes' },
        },
        {
          kind: 'metric',
          id: 'items',
          title: 'Items read',
          description: 'Messages and files, where the log counts them.',
          filter: taking,
          metric: { of: 'sum', field: 'oauth.activity.items' },
        },
        {
          kind: 'metric',
          id: 'sent',
          title: 'Sent by applications',
          description: 'Mail and messages sent in the name of an account.',
          filter: sending,
          metric: { of: 'count' },
          color: 'high',
        },
        {
          kind: 'metric',
          id: 'volumes',
          title: 'Days of unusual volume',
          description: 'Findings: far more data in a day than the application usually reads of an account.',
          filter: 'oauth.finding.kind: "volume"',
          metric: { of: 'count' },
          color: 'critical',
        },
        {
          kind: 'metric',
          id: 'new-networks',
          title: 'Uses from a new network',
          description: 'Uses from a network that is new to the application.',
          filter: `${use} and oauth.activity.network_new: true`,
          metric: { of: 'count' },
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'time_bars',
          id: 'bytes-over-time',
          title: 'Bytes read over time, by application',
          width: 34,
          filter: taking,
          metric: { of: 'sum', field: 'oauth.activity.bytes', label: 'Bytes' },
          breakdown: { field: 'service.id', size: 8, label: 'Application id', missing: true },
        },
        {
          kind: 'top_values',
          id: 'kinds',
          title: 'Uses by data',
          shape: 'donut',
          filter: use,
          terms: { field: 'oauth.activity.kind', size: 9, label: 'Data' },
          metric: { of: 'count', label: 'Uses' },
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'heatmap',
          id: 'rhythm',
          title: 'Data access by hour',
          description:
            'Third-party applications. A row without gaps indicates a machine; review a row with activity only at night.',
          filter: thirdParty,
          terms: { field: 'service.id', size: 15, label: 'Application id' },
          metric: { of: 'count', label: 'Uses' },
        },
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          width: 14,
          text: `**Check volume first,** then time, then breadth. A day of unusual volume usually involves one application, one account and one type of data.

**Slow exfiltration has no peak.** Look for an even row in *Data access by hour*: small items every hour for weeks. Sort the table by days instead of bytes.

- Bytes are values of the log. Drive reports none; Exchange reports folders and messages.
- *Sent by applications* needs no network of the attacker: the application sends mail to external recipients in the name of an account.
`,
        },
      ],
    },
    {
      height: 17,
      panels: [
        {
          kind: 'table',
          id: 'takers',
          title: 'Data access by application and account',
          width: 32,
          filter: use,
          rows: [
            { field: 'service.id', size: 50, label: 'Application id', missing: true, orderBy: 2 },
            { field: 'oauth.account.name', size: 20, label: 'Account', missing: true, orderBy: 2 },
            { field: 'oauth.activity.kind', size: 4, label: 'Data', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Uses' },
            { of: 'sum', field: 'oauth.activity.items', label: 'Items' },
            { of: 'sum', field: 'oauth.activity.bytes', label: 'Bytes' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 2,
        },
        {
          kind: 'table',
          id: 'breadth',
          title: 'Accounts and networks by application',
          filter: thirdParty,
          rows: [{ field: 'service.id', size: 50, label: 'Application id', missing: true }],
          metrics: [
            { of: 'unique_count', field: 'oauth.account.name', label: 'Accounts' },
            { of: 'unique_count', field: 'source.ip', label: 'Addresses' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 0,
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'top_values',
          id: 'methods',
          title: 'API methods',
          description: 'API calls where the log contains them: Google by method, Microsoft Graph by path.',
          shape: 'bars',
          filter: use,
          terms: { field: 'oauth.activity.method', size: 15, label: 'Method' },
          metric: { of: 'count', label: 'Uses' },
        },
        {
          kind: 'time_bars',
          id: 'ways',
          title: 'Access types over time',
          filter: use,
          metric: { of: 'count', label: 'Uses' },
          breakdown: { field: 'oauth.activity.access', size: 8, label: 'Access' },
        },
        {
          kind: 'table',
          id: 'volume-table',
          title: 'Days of unusual volume',
          filter: 'oauth.finding.kind: "volume"',
          rows: [
            { field: 'service.id', size: 20, label: 'Application id', missing: true, orderBy: 2 },
            { field: 'oauth.account.name', size: 5, label: 'Account', missing: true, orderBy: 2 },
          ],
          metrics: [
            { of: 'max', field: 'oauth.finding.value', label: 'Measured' },
            { of: 'max', field: 'oauth.finding.baseline', label: 'Usual' },
            { of: 'max', field: '@timestamp', label: 'Due' },
          ],
          sortBy: 2,
          pageSize: 10,
        },
      ],
    },
    {
      height: 13,
      panels: [
        {
          kind: 'table',
          id: 'mail-rules',
          title: 'Forwarding mail rules',
          description: 'Created by a user or an application. They remain active after the application loses access.',
          emptyBecause: 'The log contains only the ID of the application that created the rule.',
          filter: 'saas.mail_rule.forward_to: *',
          rows: [
            { field: 'saas.mail_rule.forward_to', size: 50, label: 'To', orderBy: 1 },
            { field: 'user.name', size: 5, label: 'Made by', missing: true, orderBy: 1 },
            { field: 'service.id', size: 3, label: 'Application id', missing: true, orderBy: 1 },
          ],
          metrics: [
            { of: 'count', label: 'Rules' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 1,
          pageSize: 10,
        },
        {
          kind: 'table',
          id: 'shared',
          title: 'Files shared externally',
          filter: 'saas.sharing.external: true',
          rows: [
            { field: 'user.name', size: 50, label: 'By', missing: true, orderBy: 1 },
            { field: 'saas.sharing.scope', size: 5, label: 'Scope', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Times' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 1,
          pageSize: 10,
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'events',
          id: 'sends',
          title: 'Data sent, exported or shared, latest first',
          filter: `${use} and oauth.activity.access: ("send" or "export" or "permission")`,
          columns: [
            'service.name',
            'service.id',
            'oauth.account.name',
            'oauth.activity.kind',
            'oauth.activity.access',
            'oauth.activity.items',
            'oauth.activity.bytes',
            'file.name',
            'email.to.address',
            'source.ip',
          ],
        },
      ],
    },
  ],
})
