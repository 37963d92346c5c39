import { dashboard } from './lib/dashboard.ts'

const acts = 'oauth.action: * and not oauth.action: ("app_use" or "app_sign_in")'
// Google's events carry no outcome, so success cannot be asked for.
const granted =
  'oauth.action: ("consent" or "delegated_grant" or "app_role_grant" or "delegation_grant" or "app_install") and not event.outcome: "failure"'
// The events of a sequence are building blocks: the alert on the sequence counts, and they do not.
const open = 'kibana.alert.workflow_status: "open" and not kibana.alert.building_block_type: *'

export default dashboard({
  id: 'overview',
  title: 'Consentry: Overview',
  description:
    'Start here: what happened to applications, which of them, what is open, and whether the logs still come.',
  menu: { place: 1, label: 'Overview' },
  datasets: 'all',
  time: { from: 'now-7d', to: 'now' },
  controls: [{ field: 'service.id', title: 'Application id' }],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'grave-alerts',
          title: 'Open alerts, high or critical',
          description: 'Consentry alerts that are neither acknowledged nor closed.',
          view: 'alerts',
          filter: `${open} and kibana.alert.severity: ("high" or "critical")`,
          metric: { of: 'count' },
          color: 'critical',
        },
        {
          kind: 'metric',
          id: 'alerts',
          title: 'Open alerts',
          description: 'All severities.',
          view: 'alerts',
          filter: open,
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'findings',
          title: 'Findings',
          description: 'Late, overdue or unusual events. Rules alert on most of them.',
          filter: 'oauth.finding.kind: *',
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'grave-grants',
          title: 'High or critical grants',
          description: 'Grants with a high or critical permission.',
          filter: `${granted} and oauth.grant.tier: ("high" or "critical")`,
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'applications',
          title: 'Active applications',
          description: 'Distinct applications that used data or received a token.',
          filter: 'oauth.action: ("app_use" or "app_sign_in")',
          metric: { of: 'unique_count', field: 'service.id' },
        },
      ],
    },
    {
      height: 13,
      panels: [
        {
          kind: 'time_bars',
          id: 'acts',
          title: 'Application changes over time',
          description: 'Consents, grants, credentials, owners and policies, without use and sign-ins.',
          width: 34,
          filter: acts,
          metric: { of: 'count', label: 'Acts' },
          breakdown: { field: 'oauth.action', size: 10, label: 'Action' },
        },
        {
          kind: 'top_values',
          id: 'severities',
          title: 'Open alerts by severity',
          shape: 'donut',
          view: 'alerts',
          filter: open,
          terms: { field: 'kibana.alert.severity', size: 4, label: 'Severity' },
          metric: { of: 'count', label: 'Alerts' },
        },
      ],
    },
    {
      height: 15,
      panels: [
        {
          kind: 'table',
          id: 'alerted-applications',
          title: 'Applications with open alerts, most severe first',
          view: 'alerts',
          filter: open,
          rows: [{ field: 'service.id', size: 500, label: 'Application id', orderBy: 0 }],
          metrics: [
            { of: 'max', field: 'kibana.alert.risk_score', label: 'Highest risk' },
            { of: 'count', label: 'Alerts' },
            { of: 'unique_count', field: 'kibana.alert.rule.rule_id', label: 'Rules' },
            { of: 'max', field: '@timestamp', label: 'Last alert' },
          ],
          sortBy: 0,
          pageSize: 10,
        },
        {
          kind: 'table',
          id: 'findings-by-kind',
          title: 'Findings, latest first',
          filter: 'oauth.finding.kind: *',
          rows: [
            { field: 'oauth.finding.kind', size: 10, label: 'Kind', orderBy: 1 },
            { field: 'service.id', size: 10, label: 'Application id', missing: true, orderBy: 1 },
          ],
          metrics: [
            { of: 'count', label: 'Findings' },
            { of: 'max', field: '@timestamp', label: 'Last due' },
          ],
          sortBy: 1,
          pageSize: 10,
        },
      ],
    },
    {
      height: 12,
      panels: [
        {
          kind: 'table',
          id: 'alerted-accounts',
          title: 'Accounts with open alerts about no single application',
          description: 'Open the account to see its applications.',
          view: 'alerts',
          filter: `${open} and not service.id: *`,
          rows: [{ field: 'user.email', size: 500, label: 'Account', orderBy: 0 }],
          metrics: [
            { of: 'max', field: 'kibana.alert.risk_score', label: 'Highest risk' },
            { of: 'count', label: 'Alerts' },
            { of: 'max', field: '@timestamp', label: 'Last alert' },
          ],
          sortBy: 0,
          pageSize: 10,
        },
        {
          kind: 'table',
          id: 'alerted-addresses',
          title: 'Addresses with open alerts about no single account',
          description: 'Open the address to see its applications.',
          view: 'alerts',
          filter: `${open} and not service.id: * and not user.email: *`,
          rows: [{ field: 'source.ip', size: 500, label: 'Address', orderBy: 0 }],
          metrics: [
            { of: 'max', field: 'kibana.alert.risk_score', label: 'Highest risk' },
            { of: 'count', label: 'Alerts' },
            { of: 'max', field: '@timestamp', label: 'Last alert' },
          ],
          sortBy: 0,
          pageSize: 10,
        },
        {
          kind: 'table',
          id: 'other-alerts',
          title: 'Other open alerts',
          description:
            'Alerts without an application, account or address, such as alerts about log sources and policies.',
          view: 'alerts',
          filter: `${open} and not service.id: * and not user.email: * and not source.ip: *`,
          rows: [{ field: 'kibana.alert.rule.name', size: 500, label: 'Rule', orderBy: 0 }],
          metrics: [
            { of: 'max', field: 'kibana.alert.risk_score', label: 'Highest risk' },
            { of: 'count', label: 'Alerts' },
            { of: 'max', field: '@timestamp', label: 'Last alert' },
          ],
          sortBy: 0,
          pageSize: 10,
        },
      ],
    },
    {
      height: 17,
      panels: [
        {
          kind: 'table',
          id: 'acted-on',
          title: 'Changed applications',
          width: 34,
          filter: acts,
          rows: [{ field: 'service.id', size: 100, label: 'Application id', missing: true, orderBy: 3 }],
          metrics: [
            { of: 'count', label: 'Acts' },
            { of: 'unique_count', field: 'oauth.account.name', label: 'Accounts' },
            { of: 'max', field: 'oauth.grant.tier_rank', label: 'Most severe tier (3 critical, 0 low)' },
            { of: 'max', field: '@timestamp', label: 'Last act' },
          ],
          sortBy: 3,
        },
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          text: `**Start with open alerts.** An application with alerts of several rules has priority over one with many alerts of one rule.

**Then check *Application changes over time*.** Most weeks have few changes: a high bar is a campaign, an administrator's clean-up or a new log source.

**Then open an application.** Click its ID and choose *One application*. The page keeps the time range and the filters. Accounts and addresses have their own pages.

- *Findings* are facts that no single record shows: a grant that was not revoked, a second credential, an unusual volume, a silent log source.
- An alert of a threshold rule contains only the fields that the rule groups by: an application ID without a name, an account or an address. To select one organization and these alerts, search for \`organization.id: "…" or not organization.id: *\`.
- An act in two log sources counts once. Remove the filter *Each act once* to show both records.
- If *Newest record* is old, the numbers on this page are incomplete: open *Health*.
`,
        },
      ],
    },
    {
      height: 10,
      panels: [
        {
          kind: 'metric',
          id: 'newest',
          title: 'Newest record',
          description: 'Event time of the newest stored record.',
          width: 12,
          metric: { of: 'max', field: '@timestamp' },
        },
        {
          kind: 'metric',
          id: 'silent',
          title: 'Silent log sources',
          description: 'Log sources that no longer deliver records that rules need.',
          width: 10,
          filter: 'oauth.finding.kind: ("log_source_silent" or "field_absent")',
          metric: { of: 'count' },
          color: 'high',
        },
        {
          kind: 'time_bars',
          id: 'records',
          title: 'Records over time, by dataset',
          filter: 'event.kind: *',
          metric: { of: 'count', label: 'Records' },
          breakdown: { field: 'data_stream.dataset', size: 10, label: 'Dataset' },
        },
      ],
    },
  ],
})
