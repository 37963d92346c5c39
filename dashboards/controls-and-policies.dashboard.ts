import { dashboard } from './lib/dashboard.ts'
import { count, last } from './lib/metrics.ts'
import { collapsed, events, number, row, section, table, timeBars, topValues } from './lib/short-forms.ts'
import { applicationIds, values } from './lib/terms.ts'
import { organization, succeeded } from './parts.ts'

const policies = `oauth.action: ("policy_change" or "trust_change" or "audience_change" or "lock_change") and ${succeeded}`
const trust = `oauth.action: "trust_change" and ${succeeded}`
const microsoft = 'data_stream.dataset: (o365.* or azure.*)'
const google = 'data_stream.dataset: google_workspace.*'

export default dashboard({
  title: 'Consentry: Controls and policies',
  description:
    'Which accounts can grant access to applications, and were consent policies, API controls or trust settings weakened?',
  menu: { place: 9, label: 'Policies' },
  time: { from: 'now-90d', to: 'now' },
  controls: [
    organization,
    { field: 'oauth.policy.name', title: 'Policy' },
    { field: 'user.name', title: 'Changed by' },
  ],
  reading:
    '**Review each weakened setting:** these settings change a few times a year. One that was weakened and restored within a day opened a gap: check the consents of that day.',
  numbers: [
    number('loosened', {
      title: 'Weakened',
      description: 'Changes that allow more than before.',
      filter: `oauth.policy.direction: "loosened" and ${succeeded}`,
      color: 'critical',
    }),
    number('tightened', {
      title: 'Strengthened',
      description: 'Changes that allow less than before.',
      filter: `oauth.policy.direction: "tightened" and ${succeeded}`,
      color: 'tightened',
    }),
    number('trusted', {
      title: 'Applications trusted or limited',
      description: 'Distinct Google applications whose access an administrator changed.',
      filter: trust,
      metric: { of: 'unique_count', field: 'service.id' },
    }),
    number('refused', {
      title: 'Refused or requested consents',
      description: 'Consents that the controls refused or sent to an administrator.',
      filter: 'oauth.action: ("consent_block" or "consent_request" or "token_deny")',
    }),
  ],
  rows: [
    row(12, [
      timeBars('over-time', {
        title: 'Changes over time',
        description: 'Weakened, changed and strengthened settings.',
        width: 34,
        filter: `${policies} and oauth.policy.direction: *`,
        metric: count('Changes'),
        breakdown: values('oauth.policy.direction', 3, 'Direction'),
      }),
      topValues('actors', {
        title: 'Accounts that change policies',
        description: 'Accounts by number of changes.',
        shape: 'bars',
        filter: policies,
        terms: values('user.name', 10, 'By'),
        metric: count('Changes'),
      }),
    ]),
    row(14, [
      events('changes', {
        title: 'Latest changes',
        description: 'The value before, the value after, and the unit, group or tenant that the setting applies to.',
        filter: policies,
        columns:
          'oauth.policy.direction oauth.policy.name oauth.policy.setting oauth.policy.old oauth.policy.new oauth.policy.scope user.name source.ip',
      }),
    ]),
    section('Microsoft and Google', 14, [
      table('microsoft', {
        title: 'Microsoft policies',
        description: 'Consent policies, audiences and locks. The policy with the most changes comes first.',
        filter: `${policies} and ${microsoft}`,
        rows: [
          values('oauth.policy.name', 30, 'Policy', { missing: true, orderBy: 2 }),
          values('oauth.policy.setting', 10, 'Setting', { missing: true, orderBy: 2 }),
        ],
        metrics: [last('oauth.policy.new', 'Now'), last('oauth.policy.direction', 'Direction'), count('Changes')],
      }),
      table('google', {
        title: 'Google policies',
        description: 'API controls, Marketplace and trust. The policy with the most changes comes first.',
        filter: `${policies} and ${google}`,
        rows: [
          values('oauth.policy.name', 30, 'Policy', { missing: true, orderBy: 3 }),
          values('oauth.policy.setting', 10, 'Setting', { missing: true, orderBy: 3 }),
        ],
        metrics: [
          last('oauth.policy.new', 'Now'),
          last('oauth.policy.scope', 'For'),
          last('oauth.policy.direction', 'Direction'),
          count('Changes'),
        ],
      }),
    ]),
    collapsed('Trusted and limited applications', 13, [
      table('trust', {
        title: 'Trusted and limited applications',
        description: 'A trusted application can access restricted data without another consent.',
        filter: trust,
        rows: [
          applicationIds(50, { orderBy: 1 }),
          values('oauth.policy.scope', 5, 'For', { missing: true, orderBy: 1 }),
        ],
        metrics: [last('oauth.policy.new', 'Now'), count('Changes')],
      }),
    ]),
  ],
})
