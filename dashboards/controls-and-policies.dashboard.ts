import { dashboard } from './lib/dashboard.ts'

const policies = 'oauth.action: ("policy_change" or "trust_change" or "audience_change" or "lock_change")'
const microsoft = 'data_stream.dataset: (o365.* or azure.*)'
const google = 'data_stream.dataset: google_workspace.*'

export default dashboard({
  id: 'controls-and-policies',
  title: 'Consentry: Controls and policies',
  description: 'Who can grant access to applications, and did someone weaken consent policies, API controls or trust?',
  menu: { place: 9, label: 'Policies' },
  datasets: 'all',
  time: { from: 'now-90d', to: 'now' },
  controls: [
    { field: 'organization.id', title: 'Organization' },
    { field: 'oauth.policy.name', title: 'Policy' },
    { field: 'user.name', title: 'Changed by' },
  ],
  rows: [
    {
      height: 6,
      panels: [
        {
          kind: 'metric',
          id: 'loosened',
          title: 'Weakened',
          description: 'Changes that allow more than before.',
          filter: 'oauth.policy.direction: "loosened"',
          metric: { of: 'count' },
          color: 'critical',
        },
        {
          kind: 'metric',
          id: 'tightened',
          title: 'Strengthened',
          filter: 'oauth.policy.direction: "tightened"',
          metric: { of: 'count' },
          color: 'tightened',
        },
        {
          kind: 'metric',
          id: 'trusted',
          title: 'Applications trusted or limited',
          description: 'Administrator decisions for single Google applications.',
          filter: 'oauth.action: "trust_change"',
          metric: { of: 'count' },
        },
        {
          kind: 'metric',
          id: 'refused',
          title: 'Refused or requested consents',
          description: 'Consents that the controls refused or sent to an administrator.',
          filter: 'oauth.action: ("consent_block" or "consent_request" or "token_deny")',
          metric: { of: 'count' },
        },
      ],
    },
    {
      height: 13,
      panels: [
        {
          kind: 'time_bars',
          id: 'over-time',
          title: 'Changes over time, by direction',
          width: 34,
          filter: `${policies} and oauth.policy.direction: *`,
          metric: { of: 'count', label: 'Changes' },
          breakdown: { field: 'oauth.policy.direction', size: 3, label: 'Direction' },
        },
        {
          kind: 'top_values',
          id: 'directions',
          title: 'Directions',
          shape: 'donut',
          filter: policies,
          terms: { field: 'oauth.policy.direction', size: 3, label: 'Direction' },
          metric: { of: 'count', label: 'Changes' },
        },
      ],
    },
    {
      height: 15,
      panels: [
        {
          kind: 'table',
          id: 'microsoft',
          title: 'Microsoft: consent policies, audiences, locks',
          filter: `${policies} and ${microsoft}`,
          rows: [
            { field: 'oauth.policy.name', size: 30, label: 'Policy', missing: true, orderBy: 1 },
            { field: 'oauth.policy.setting', size: 10, label: 'Setting', missing: true, orderBy: 1 },
            { field: 'oauth.policy.new', size: 5, label: 'Now', missing: true, orderBy: 1 },
            { field: 'oauth.policy.direction', size: 3, label: 'Direction', missing: true },
          ],
          metrics: [
            { of: 'count', label: 'Changes' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 1,
          pageSize: 10,
        },
        {
          kind: 'table',
          id: 'google',
          title: 'Google: API controls, Marketplace, trust',
          filter: `${policies} and ${google}`,
          rows: [
            { field: 'oauth.policy.name', size: 30, label: 'Policy', missing: true, orderBy: 1 },
            { field: 'oauth.policy.setting', size: 10, label: 'Setting', missing: true, orderBy: 1 },
            { field: 'oauth.policy.new', size: 5, label: 'Now', missing: true, orderBy: 1 },
            { field: 'oauth.policy.scope', size: 5, label: 'For', missing: true, orderBy: 1 },
          ],
          metrics: [
            { of: 'count', label: 'Changes' },
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
          kind: 'top_values',
          id: 'actors',
          title: 'Accounts that change policies',
          shape: 'bars',
          filter: policies,
          terms: { field: 'user.name', size: 10, label: 'By' },
          metric: { of: 'count', label: 'Changes' },
        },
        {
          kind: 'table',
          id: 'trust',
          title: 'Trusted and limited applications',
          filter: 'oauth.action: "trust_change"',
          rows: [
            { field: 'service.id', size: 50, label: 'Application id', missing: true, orderBy: 1 },
            { field: 'oauth.policy.new', size: 5, label: 'Now', missing: true, orderBy: 1 },
            { field: 'oauth.policy.scope', size: 5, label: 'For', missing: true, orderBy: 1 },
          ],
          metrics: [
            { of: 'count', label: 'Changes' },
            { of: 'max', field: '@timestamp', label: 'Last' },
          ],
          sortBy: 1,
          pageSize: 10,
        },
        {
          kind: 'markdown',
          id: 'how-to-read',
          title: 'How to read this',
          width: 14,
          text: `**Review every change in *Weakened*.** These settings change a few times a year. A setting that is weakened and restored within a day opened a gap.

**Then open *Consents* with the same time range.** A consent minutes after a policy began to allow user consent belongs to that change.

- *For* is the organizational unit, the group or the tenant.
- Trusted applications can access restricted data without another consent.
- Refused consents show that the controls work. Many refusals of one application show demand by users, or a campaign.
`,
        },
      ],
    },
    {
      height: 14,
      panels: [
        {
          kind: 'events',
          id: 'changes',
          title: 'All changes, latest first',
          filter: policies,
          columns: [
            'oauth.policy.name',
            'oauth.policy.setting',
            'oauth.policy.old',
            'oauth.policy.new',
            'oauth.policy.direction',
            'oauth.policy.scope',
            'service.name',
            'service.id',
            'user.name',
            'source.ip',
          ],
        },
      ],
    },
  ],
})
