import { dashboard } from './lib/dashboard.ts'
import { count, unique } from './lib/metrics.ts'
import { collapsed, events, heatmap, number, row, section, table, timeBars, topValues } from './lib/short-forms.ts'
import { values } from './lib/terms.ts'
import { alerts, risk, sequences } from './parts.ts'

const open = `${alerts} and kibana.alert.workflow_status: "open"`
const severe = 'kibana.alert.severity: ("high" or "critical")'

const byRisk = [
  risk,
  count('Critical or high', `${alerts} and ${severe}`),
  count('Alerts', alerts),
  sequences,
  unique('service.id', 'Applications'),
] as const

export default dashboard({
  title: 'Consentry: Alerts',
  description: 'Which rules raise alerts, about which applications and accounts, and which rules are noisy?',
  menu: { place: 12, label: 'Alerts' },
  time: { from: 'now-7d', to: 'now' },
  controls: [
    { field: 'service.id', title: 'Application ID', view: 'alerts' },
    { field: 'kibana.alert.rule.name', title: 'Rule', view: 'alerts' },
    { field: 'kibana.alert.workflow_status', title: 'Status', view: 'alerts' },
  ],
  reading:
    '**Start with applications:** alerts of several rules on one application are the steps of one attack. **Then check rules:** tune a rule with mostly closed alerts in `environment.yaml`.',
  numbers: [
    number('critical', {
      title: 'Open, critical',
      description: 'Open alerts of critical severity.',
      view: 'alerts',
      filter: `${open} and kibana.alert.severity: "critical"`,
      color: 'critical',
    }),
    number('high', {
      title: 'Open, high',
      description: 'Open alerts of high severity.',
      view: 'alerts',
      filter: `${open} and kibana.alert.severity: "high"`,
      color: 'high',
    }),
    number('applications', {
      title: 'Applications with open alerts',
      description:
        'Distinct applications in open alerts. An alert on a sequence with several applications does not count.',
      view: 'alerts',
      filter: open,
      metric: { of: 'unique_count', field: 'service.id' },
    }),
    number('rules', {
      title: 'Rules with alerts',
      description: 'Distinct rules with an alert of any status.',
      view: 'alerts',
      filter: alerts,
      metric: { of: 'unique_count', field: 'kibana.alert.rule.rule_id' },
    }),
  ],
  rows: [
    row(12, [
      timeBars('over-time', {
        title: 'Alerts over time',
        description: 'Alerts of every status, by severity.',
        width: 34,
        view: 'alerts',
        filter: alerts,
        metric: count('Alerts'),
        breakdown: values('kibana.alert.severity', 4, 'Severity'),
      }),
      topValues('statuses', {
        title: 'Alert status',
        description: 'Number of open, acknowledged and closed alerts.',
        shape: 'donut',
        view: 'alerts',
        filter: alerts,
        terms: values('kibana.alert.workflow_status', 3, 'Status'),
        metric: count('Alerts'),
      }),
    ]),
    row(16, [
      table('applications-table', {
        title: 'Applications',
        description:
          'The application with alerts of the most rules comes first. An alert on a sequence counts for the application of each event.',
        view: 'alerts',
        rows: [values('service.id', 500, 'Application ID')],
        metrics: [
          risk,
          unique('kibana.alert.rule.rule_id', 'Rules'),
          count('Critical or high', `${alerts} and ${severe}`),
          count('Open', open),
          count('Alerts', alerts),
          sequences,
        ],
        sortBy: 1,
      }),
      table('rules-table', {
        title: 'Rules',
        description: 'The rule with the most alerts comes first. Many closed alerts show a noisy rule.',
        view: 'alerts',
        filter: alerts,
        rows: [values('kibana.alert.rule.name', 500, 'Rule'), values('kibana.alert.severity', 4, 'Severity')],
        metrics: [
          count('Alerts'),
          unique('service.id', 'Applications'),
          count('Closed', 'kibana.alert.workflow_status: "closed"'),
        ],
      }),
    ]),
    section('Accounts and addresses', 13, [
      table('acting-accounts', {
        title: 'Acting accounts',
        description:
          'Accounts that performed the acts in alerts. An alert on a sequence counts for the account of each event.',
        view: 'alerts',
        rows: [values('user.email', 500, 'Account')],
        metrics: byRisk,
      }),
      table('accounts', {
        title: 'Affected accounts',
        description:
          'Accounts with the data or rights that the applications use. An alert on a sequence counts for the account of each event.',
        view: 'alerts',
        rows: [values('oauth.account.name', 500, 'Account')],
        metrics: byRisk,
      }),
      table('addresses', {
        title: 'Addresses',
        description: 'Addresses in alerts. An alert on a sequence counts for the address of each event.',
        view: 'alerts',
        rows: [values('source.ip', 500, 'Address')],
        metrics: byRisk,
      }),
    ]),
    section('Latest alerts', 14, [
      events('alerts', {
        title: 'Latest open alerts',
        description: 'Each open alert, with the fields that it has.',
        view: 'alerts',
        filter: open,
        columns:
          'kibana.alert.severity kibana.alert.rule.name service.name service.id oauth.action user.email oauth.account.name source.ip',
      }),
    ]),
    collapsed('Rule activity over time', 18, [
      heatmap('rules-over-time', {
        title: 'Critical and high alerts by rule over time',
        description: 'Rules that alert within the same hours often indicate one attack.',
        view: 'alerts',
        filter: `${alerts} and ${severe}`,
        terms: values('kibana.alert.rule.name', 25, 'Rule'),
        metric: count('Alerts'),
      }),
    ]),
  ],
})
