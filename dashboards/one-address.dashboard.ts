import { dashboard } from './lib/dashboard.ts'

export default dashboard({
  id: 'one-address',
  title: 'Consentry: One address',
  description: 'Which applications and accounts used the selected address, and what did they do?',
  menu: { place: 5, label: 'One address', opens: ['source.ip'] },
  datasets: 'all',
  time: { from: 'now-30d', to: 'now' },
  controls: [{ field: 'source.ip', title: 'Address' }],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'open-alerts',
          title: 'Open alerts',
          description: 'Consentry alerts that contain the address.',
          view: 'alerts',
          filter: 'kibana.alert.workflow_status: "open" and not kibana.alert.building_block_type: * and source.ip: *',
          metric: { of: 'count' },
          color: 'critical',
        },
        {
          kind: 'metric',
          id: 'applications',
          title: 'Applications',
          description: 'Distinct applications in records from the address.',
          filter: 'source.ip: *',
          metric: { of: 'unique_count', field: 'service.id' },
        },
        {
          kind: 'metric',
          id: 'accounts',
          title: 'Acting accounts',
          filter: 'source.ip: *',
          metric: { of: 'unique_count', field: 'user.email' },
        },
        {
          kind: 'metric',
          id: 'new-network',
          title: 'From a new network',
          description: 'Uses and tokens of applications that are new to the network of the address.',
          filter: 'source.ip: * and oauth.activity.network_new: true',
          metric: { of: 'count' },
          color: 'high',
        },
      ],
    },
    {
      height: 12,
      panels: [
        {
          kind: 'time_bars',
          id: 'acts',
          title: 'Activity from the address',
          width: 32,
          filter: 'source.ip: * and oauth.action: *',
          metric: { of: 'count', label: 'Records' },
          breakdown: { field: 'oauth.action', size: 12, label: 'Action' },
        },
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          text: `**Select one address above,** or click an address on another page.

**One program or many?** Applications of several owners from one address indicate a set of stolen credentials, or a shared host. Check *From a new network* first.

**Then open** the page of an application or an account with a click.

- Microsoft services use Microsoft addresses and act in the name of any account.
`,
        },
      ],
    },
    {
      height: 15,
      panels: [
        {
          kind: 'table',
          id: 'applications-table',
          title: 'Applications, latest first',
          width: 28,
          filter: 'source.ip: * and service.id: *',
          rows: [
            { field: 'service.id', size: 100, label: 'Application id', orderBy: 2 },
            { field: 'oauth.action', size: 10, label: 'Action', missing: true, orderBy: 2 },
          ],
          metrics: [
            { of: 'count', label: 'Records' },
            { of: 'count', filter: 'oauth.activity.network_new: true', label: 'From a new network' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 2,
        },
        {
          kind: 'table',
          id: 'accounts-table',
          title: 'Acting accounts, latest first',
          filter: 'source.ip: * and user.email: *',
          rows: [{ field: 'user.email', size: 100, label: 'Account', orderBy: 1 }],
          metrics: [
            { of: 'unique_count', field: 'service.id', label: 'Applications' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 1,
        },
      ],
    },
    {
      height: 12,
      panels: [
        {
          kind: 'table',
          id: 'alerts',
          title: 'Alerts with the address',
          view: 'alerts',
          filter: 'not kibana.alert.building_block_type: * and source.ip: *',
          rows: [
            { field: 'kibana.alert.rule.name', size: 200, label: 'Rule', orderBy: 1 },
            { field: 'service.id', size: 20, label: 'Application id', missing: true, orderBy: 1 },
            { field: 'kibana.alert.severity', size: 4, label: 'Severity' },
          ],
          metrics: [
            { of: 'count', label: 'Alerts' },
            { of: 'max', field: '@timestamp', label: 'Last alert' },
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
          id: 'records',
          title: 'All records, latest first',
          filter: 'source.ip: *',
          columns: [
            'data_stream.dataset',
            'event.action',
            'oauth.action',
            'service.name',
            'service.id',
            'user.email',
            'oauth.account.name',
            'event.outcome',
          ],
        },
      ],
    },
  ],
})
