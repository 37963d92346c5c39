import { dashboard } from './lib/dashboard.ts'
import { count, last, max, unique } from './lib/metrics.ts'
import { collapsed, events, number, row, section, table, timeBars, topValues } from './lib/short-forms.ts'
import { accountNames, applicationIds, values } from './lib/terms.ts'
import { account, application, ended, organization, use } from './parts.ts'

const afterEnd = `${use} and ${ended}`
const afterRevocation = `${use} and oauth.grant.revoked: *`
const afterReset = `${use} and oauth.account.reset_age_hours >= 0 and oauth.account.signed_in_since_reset: false`
const elsewhere = `${use} and oauth.account.linked_status: ("disabled" or "suspended" or "archived" or "deleted")`
const leftBehind = 'oauth.finding.kind: "containment_gap"'

export default dashboard({
  title: 'Consentry: Grants that outlive accounts',
  description: 'Which applications are active, or could be, for accounts that were disabled, deleted or reset?',
  menu: { place: 7, label: 'Outlived' },
  controls: [organization, account, application],
  reading:
    '**Disabling an account does not stop its applications.** Uses in the first hours are tokens before their expiry; days later, a grant was not revoked. `consentry apps contain` prints the commands.',
  numbers: [
    number('after-end', {
      title: 'Uses after an account was disabled or deleted',
      description: 'Uses and tokens while the account was disabled, suspended, archived or deleted.',
      filter: afterEnd,
      color: 'critical',
    }),
    number('ended-accounts', {
      title: 'Ended accounts with active applications',
      description: 'Distinct disabled or deleted accounts for which an application is still active.',
      filter: afterEnd,
      metric: { of: 'unique_count', field: 'oauth.account.name' },
    }),
    number('after-revocation', {
      title: 'Uses after a revocation',
      description: 'Uses and tokens of a grant that was revoked and not granted again.',
      filter: afterRevocation,
      color: 'high',
    }),
    number('after-reset', {
      title: 'Uses after a reset',
      description: 'Uses and tokens after a password reset, before the owner signed in again.',
      filter: afterReset,
    }),
    number('left-behind', {
      title: 'Grants not revoked',
      description: 'Findings: an account was disabled or deleted, and one of its grants was still present a day later.',
      filter: leftBehind,
    }),
  ],
  rows: [
    row(14, [
      table('ended-table', {
        title: 'Active for ended accounts',
        description: 'The account that was disabled or deleted first is on top.',
        width: 34,
        filter: afterEnd,
        rows: [accountNames(100, { orderBy: 2 }), applicationIds(20, { orderBy: 2 })],
        metrics: [
          last('oauth.account.status', 'Status'),
          count('Uses and tokens'),
          max('oauth.account.status_age_hours', 'Hours after the end'),
          max('@timestamp', 'Last'),
        ],
      }),
      topValues('statuses', {
        title: 'Account status',
        description: 'Status of the accounts at the time of the use.',
        shape: 'donut',
        filter: afterEnd,
        terms: values('oauth.account.status', 5, 'Status'),
        metric: unique('oauth.account.name', 'Accounts'),
      }),
    ]),
    row(11, [
      timeBars('over-time', {
        title: 'Uses and tokens for ended accounts',
        description: 'By application.',
        filter: afterEnd,
        metric: count('Uses and tokens'),
        breakdown: applicationIds(8),
      }),
    ]),
    section('Grants not revoked', 13, [
      events('left-behind-list', {
        title: 'Latest grants not revoked',
        description: 'An unused grant works again when somebody enables the account.',
        filter: leftBehind,
        columns: 'oauth.grant.tier oauth.account.name service.name service.id oauth.grant.last_used message',
      }),
    ]),
    section('After a revocation or a reset', 13, [
      table('after-revocation-table', {
        title: 'Active after a revocation',
        description: 'The grant with the earliest revocation comes first.',
        filter: afterRevocation,
        rows: [applicationIds(30, { orderBy: 1 }), accountNames(20, { orderBy: 1 })],
        metrics: [count('Uses and tokens'), max('oauth.grant.revoked_age_hours', 'Hours after it')],
      }),
      table('after-reset-table', {
        title: 'Active after a password reset',
        description:
          'The owner has not signed in since the reset. After an incident, the application may belong to the attacker.',
        filter: afterReset,
        rows: [accountNames(50, { orderBy: 1 }), applicationIds(10, { orderBy: 1 })],
        metrics: [count('Uses and tokens'), max('oauth.account.reset_age_hours', 'Hours after it')],
      }),
    ]),
    collapsed('Other tenant and orphaned applications', 12, [
      table('elsewhere-table', {
        title: 'Accounts ended in the other tenant',
        description: 'The account of the same person at the other vendor was disabled, but this account was not.',
        filter: elsewhere,
        rows: [accountNames(50, { orderBy: 1 }), applicationIds(10, { orderBy: 1 })],
        metrics: [
          last('oauth.account.linked_status', 'Status there'),
          max('oauth.account.linked_status_age_hours', 'Hours after it'),
        ],
      }),
      table('orphans', {
        title: 'Orphaned applications',
        description: 'Applications in the records whose granting accounts are all disabled or deleted.',
        filter: 'oauth.app.orphaned: true',
        rows: [applicationIds(50)],
        metrics: [max('oauth.app.orphaned_hours', 'Hours')],
      }),
    ]),
    collapsed('Revocations', 12, [
      events('revocations', {
        title: 'Latest revocations, removals and disabled applications',
        description: 'Acts that end access of an application.',
        filter:
          'oauth.action: ("delegated_revoke" or "app_role_revoke" or "token_revoke" or "delegation_revoke" or "app_uninstall" or "sp_disable" or "sp_delete" or "app_delete")',
        columns: 'oauth.action service.name service.id oauth.account.name user.name oauth.grant.scopes_removed',
      }),
    ]),
  ],
})
