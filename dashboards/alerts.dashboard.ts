import { dashboard } from './lib/dashboard.ts'

// The events of a sequence are building blocks: the alert on the sequence counts, and they do not.
const alerts = 'not kibana.alert.building_block_type: *'
const open = `${alerts} and kibana.alert.workflow_status: "open"`

export default dashboard({
  id: 'alerts',
  title: 'Consentry: Alerts',
  description: 'Which rules raise alerts, about which applications and accounts, and which rules are noisy?',
  menu: { place: 12, label: 'Alerts' },
  datasets: 'all',
  time: { from: 'now-7d', to: 'now' },
  controls: [
    { field: 'service.id', title: 'Application id', view: 'alerts' },
    { field: 'kibana.alert.rule.name', title: 'Rule', view: 'alerts' },
    { field: 'kibana.alert.workflow_status', title: 'Status', view: 'alerts' },
  ],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'critical',
          title: 'Open, critical',
          view: 'alerts',
          filter: `${open} and kibana.alert.severity: "critical"`,
          metric: { of: 'count' },
          color: 'critical',
        },
        {
          kind: 'metric',
          id: 'high',
          title: 'Open, high',
          view: 'alerts',
          filter: `${open} and kibana.alert.severity: "high"`,
          metric: { of: 'count' },
          color: 'high',
        },
        {
          kind: 'metric',
          id: 'applications',
          title: 'Applications with open alerts',
          view: 'alerts',
          filter: open,
          metric: { of: 'unique_count', field: 'service.id' },
        },
        {
          kind: 'metric',
          id: 'rules',
          title: 'Rules with alerts',
          view: 'alerts',
          filter: alerts,
          metric: { of: 'unique_count', field: 'kibana.alert.rule.rule_id' },
        },
      ],
    },
    {
      height: 13,
      panels: [
        {
          kind: 'time_bars',
          id: 'over-time',
          title: 'Alerts over time, by severity',
          width: 34,
          view: 'alerts',
          filter: alerts,
          metric: { of: 'count', label: 'Alerts' },
          breakdown: { field: 'kibana.alert.severity', size: 4, label: 'Severity' },
        },
        {
          kind: 'top_values',
          id: 'statuses',
          title: 'Alert status',
          shape: 'donut',
          view: 'alerts',
          filter: alerts,
          terms: { field: 'kibana.alert.workflow_status', size: 3, label: 'Status' },
          metric: { of: 'count', label: 'Alerts' },
        },
      ],
    },
    {
      height: 16,
      panels: [
        {
          kind: 'table',
          id: 'applications-table',
          title: 'Applications by number of rules',
          description: 'An alert on a sequence counts for the application of each of its events.',
          view: 'alerts',
          rows: [{ field: 'service.id', size: 500, label: 'Application id', orderBy: 3 }],
          metrics: [
            { of: 'unique_count', field: 'kibana.alert.rule.rule_id', label: 'Rules' },
            { of: 'count', filter: alerts, label: 'Alerts' },
            { of: 'unique_count', field: 'kibana.alert.group.id', label: 'Sequences' },
            { of: 'max', field: 'kibana.alert.risk_score', label: 'Highest risk' },
            { of: 'count', filter: open, label: 'Open' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 0,
        },
        {
          kind: 'table',
          id: 'rules-table',
          title: 'Rules by number of alerts',
          view: 'alerts',
          filter: alerts,
          rows: [
            { field: 'kibana.alert.rule.name', size: 500, label: 'Rule' },
            { field: 'kibana.alert.severity', size: 4, label: 'Severity' },
          ],
          metrics: [
            { of: 'count', label: 'Alerts' },
            { of: 'unique_count', field: 'service.id', label: 'Applications' },
            { of: 'count', filter: 'kibana.alert.workflow_status: "closed"', label: 'Closed' },
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
          kind: 'heatmap',
          id: 'rules-over-time',
          title: 'High and critical alerts by rule over time',
          width: 34,
          view: 'alerts',
          filter: `${alerts} and kibana.alert.severity: ("high" or "critical")`,
          terms: { field: 'kibana.alert.rule.name', size: 200, label: 'Rule' },
          metric: { of: 'count', label: 'Alerts' },
        },
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          text: `**Start with applications, not with single alerts.** Several rules that alert on one application within hours show the steps of one attack: access, more privileges, use.

**Then check the rules.** If most alerts of a rule are closed, tune it in \`environment.yaml\`: approve the application or change a parameter. Both settings survive an upgrade.

- Only alerts with the tag \`Consentry\` are included.
- Kibana indexes the ECS fields of an alert. These dashboards add five fields: action, application, client ID, account and tier.
- An alert of a threshold rule contains only the fields that the rule groups by: an application ID without a name, an account or an address. Click it to open its page.
- To select one organization and these alerts, search for \`organization.id: "…" or not organization.id: *\`.
`,
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'table',
          id: 'acting-accounts',
          title: 'Acting accounts',
          view: 'alerts',
          filter: alerts,
          rows: [{ field: 'user.email', size: 500, label: 'Account', orderBy: 2 }],
          metrics: [
            { of: 'count', label: 'Alerts' },
            { of: 'unique_count', field: 'service.id', label: 'Applications' },
            { of: 'max', field: 'kibana.alert.risk_score', label: 'Highest risk' },
          ],
          sortBy: 2,
          pageSize: 10,
        },
        {
          kind: 'table',
          id: 'accounts',
          title: 'Affected accounts',
          view: 'alerts',
          filter: alerts,
          rows: [{ field: 'oauth.account.name', size: 500, label: 'Account', orderBy: 2 }],
          metrics: [
            { of: 'count', label: 'Alerts' },
            { of: 'unique_count', field: 'service.id', label: 'Applications' },
            { of: 'max', field: 'kibana.alert.risk_score', label: 'Highest risk' },
          ],
          sortBy: 2,
          pageSize: 10,
        },
        {
          kind: 'table',
          id: 'addresses',
          title: 'Addresses in alerts',
          view: 'alerts',
          filter: alerts,
          rows: [{ field: 'source.ip', size: 500, label: 'Address', orderBy: 2 }],
          metrics: [
            { of: 'count', label: 'Alerts' },
            { of: 'unique_count', field: 'service.id', label: 'Applications' },
            { of: 'max', field: 'kibana.alert.risk_score', label: 'Highest risk' },
          ],
          sortBy: 2,
          pageSize: 10,
        },
      ],
    },
    {
      height: 15,
      panels: [
        {
          kind: 'events',
          id: 'alerts',
          title: 'Open alerts, latest first',
          view: 'alerts',
          filter: open,
          columns: [
            'kibana.alert.severity',
            'kibana.alert.rule.name',
            'service.name',
            'service.id',
            'oauth.action',
            'user.email',
            'oauth.account.name',
            'source.ip',
            'kibana.alert.threshold_result.count',
          ],
        },
      ],
    },
  ],
})
