import { dashboard } from './lib/dashboard.ts'
import { count, max, unique } from './lib/metrics.ts'
import { collapsed, events, number, row, section, table, timeBars, topValues } from './lib/short-forms.ts'
import { applicationIds, values } from './lib/terms.ts'
import { application, changes, grants, open, risk } from './parts.ts'

const severe = 'kibana.alert.severity: ("high" or "critical")'

export default dashboard({
  title: 'Consentry: Overview',
  description: 'Which applications, accounts and addresses need attention now, and which applications changed?',
  menu: { place: 1, label: 'Overview' },
  time: { from: 'now-7d', to: 'now' },
  controls: [application],
  reading:
    '**Start with the first table:** several rules on one application come before many alerts of one rule. **Click** an application ID, an account or an address to open its page.',
  numbers: [
    number('grave-alerts', {
      title: 'Open alerts, critical or high',
      description: 'Consentry alerts that are neither acknowledged nor closed.',
      view: 'alerts',
      filter: `${open} and ${severe}`,
      color: 'critical',
    }),
    number('alerts', {
      title: 'Open alerts, medium or low',
      description: 'Consentry alerts that are neither acknowledged nor closed.',
      view: 'alerts',
      filter: `${open} and not ${severe}`,
    }),
    number('findings', {
      title: 'Findings',
      description: 'Late, overdue or unusual facts that no single record shows. Rules alert on most of them.',
      filter: 'oauth.finding.kind: *',
    }),
    number('grave-grants', {
      title: 'Applications with critical or high grants',
      description: 'Distinct applications that received a critical or high permission.',
      filter: `${grants} and oauth.grant.tier: ("high" or "critical")`,
      metric: { of: 'unique_count', field: 'service.id' },
    }),
    number('silent', {
      title: 'Incomplete log sources',
      description:
        'Findings: a log source delivers no records, or records without a field that rules need. Open Health.',
      filter: 'oauth.finding.kind: ("log_source_silent" or "field_absent")',
      color: 'high',
    }),
  ],
  rows: [
    row(14, [
      table('alerted-applications', {
        title: 'Applications with open alerts',
        description:
          'The application with alerts of the most rules comes first. The tables below list sequences of several applications.',
        width: 34,
        view: 'alerts',
        filter: open,
        rows: [values('service.id', 500, 'Application ID')],
        metrics: [
          risk,
          unique('kibana.alert.rule.rule_id', 'Rules'),
          count('Critical', 'kibana.alert.severity: "critical"'),
          count('High', 'kibana.alert.severity: "high"'),
          count('Alerts'),
          max('@timestamp', 'Last alert'),
        ],
        sortBy: 1,
      }),
      topValues('severities', {
        title: 'Open alerts by severity',
        description: 'All open Consentry alerts.',
        shape: 'donut',
        view: 'alerts',
        filter: open,
        terms: values('kibana.alert.severity', 4, 'Severity'),
        metric: count('Alerts'),
      }),
    ]),
    row(9, [
      table('alerted-accounts', {
        title: 'Accounts without an application',
        description: 'Open alerts about an account and no single application.',
        view: 'alerts',
        filter: `${open} and not service.id: *`,
        rows: [values('user.email', 500, 'Account')],
        metrics: [risk, count('Critical or high', severe), count('Alerts'), max('@timestamp', 'Last alert')],
      }),
      table('alerted-addresses', {
        title: 'Addresses without an account',
        description: 'Open alerts about an address, no single application and no single account.',
        view: 'alerts',
        filter: `${open} and not service.id: * and not user.email: *`,
        rows: [values('source.ip', 500, 'Address')],
        metrics: [risk, count('Alerts'), max('@timestamp', 'Last alert')],
      }),
      table('other-alerts', {
        title: 'Log sources and policies',
        description: 'Open alerts about log sources and policies, which name no application, account or address.',
        view: 'alerts',
        filter: `${open} and not service.id: * and not user.email: * and not source.ip: *`,
        rows: [values('kibana.alert.rule.name', 500, 'Rule')],
        metrics: [risk, count('Alerts'), max('@timestamp', 'Last alert')],
      }),
    ]),
    section('What changed', 12, [
      timeBars('acts', {
        title: 'Changes to applications over time',
        description: 'Consents, grants, credentials, owners and policies, without use and sign-ins.',
        filter: changes,
        metric: count('Acts'),
        breakdown: values('oauth.action', 10, 'Action'),
      }),
    ]),
    row(14, [
      table('acted-on', {
        title: 'Changed applications',
        description: 'The application with the most acts comes first.',
        filter: changes,
        rows: [applicationIds(100)],
        metrics: [
          count('Acts'),
          unique('oauth.account.name', 'Accounts'),
          count('Critical', 'oauth.grant.tier: "critical"'),
          count('High', 'oauth.grant.tier: "high"'),
          max('@timestamp', 'Last act'),
        ],
      }),
    ]),
    collapsed('Findings', 14, [
      events('latest-findings', {
        title: 'Latest findings',
        description: 'Facts that no single record shows, such as a grant that was not revoked.',
        filter: 'oauth.finding.kind: *',
        columns: 'oauth.finding.kind service.name service.id oauth.account.name message',
      }),
    ]),
  ],
})
