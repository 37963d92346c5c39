import { dashboard } from './lib/dashboard.ts'
import { count, last, max, sum, unique } from './lib/metrics.ts'
import { collapsed, events, number, row, section, table, timeBars, topValues } from './lib/short-forms.ts'
import { accountNames, applicationIds, values } from './lib/terms.ts'
import {
  account,
  actsWithoutUse,
  alertsByRule,
  application,
  changes,
  ended,
  grants,
  openAlerts,
  sequenceAlerts,
  use,
} from './parts.ts'

/** The owner of the data or permission, or the acting account. Threshold alerts contain only the acting account. */
const ofAccount = '(oauth.account.name: * or user.email: *)'

export default dashboard({
  title: 'Consentry: One account',
  description: 'Which applications act for the selected account, with which permissions, and what did they do?',
  menu: { place: 4, label: 'One account', opens: ['oauth.account.name', 'user.email'] },
  controls: [account, { field: 'user.email', title: 'Acting account' }, application],
  reading:
    '**Select one account above.** *Account* owns the data; *Acting account* performed the act. A password reset revokes no grant: for a leaver, end the account and each grant.',
  numbers: [
    openAlerts({
      description:
        'Consentry alerts that are neither acknowledged nor closed, about the account and the applications that act for it.',
      filter: ofAccount,
    }),
    sequenceAlerts({
      description: 'Consentry alerts of any status on a sequence, if one of its events is about the account.',
      filter: ofAccount,
    }),
    number('after-end', {
      title: 'Uses after the account was disabled or deleted',
      description: 'Uses and tokens while the selected account was disabled, suspended, archived or deleted.',
      filter: `${use} and ${ofAccount} and ${ended}`,
      color: 'high',
    }),
    number('granted', {
      title: 'Applications granted access',
      description: 'Distinct applications that received a grant for the account, or from it.',
      filter: `${grants} and ${ofAccount}`,
      metric: { of: 'unique_count', field: 'service.id' },
    }),
    number('at-work', {
      title: 'Active applications',
      description: 'Distinct applications that used data of the account or received a token for it.',
      filter: `${use} and ${ofAccount}`,
      metric: { of: 'unique_count', field: 'service.id' },
    }),
  ],
  rows: [
    row(14, [
      table('applications', {
        title: 'Applications of the account',
        description: 'An application without a grant in the time range received its grant earlier.',
        width: 32,
        filter: `${use} and ${ofAccount}`,
        rows: [applicationIds(50), accountNames(10)],
        metrics: [
          count('Uses and tokens'),
          sum('oauth.activity.items', 'Items'),
          unique('source.ip', 'Addresses'),
          last('oauth.account.status', 'Status then'),
          max('@timestamp', 'Last'),
        ],
      }),
      topValues('permissions', {
        title: 'Granted permissions',
        description: 'Permissions by the number of applications that received them.',
        shape: 'bars',
        filter: `${grants} and ${ofAccount}`,
        terms: values('oauth.grant.scopes', 12, 'Permission'),
        metric: unique('service.id', 'Applications'),
      }),
    ]),
    row(12, [
      timeBars('acts', {
        title: 'Consents and grants over time',
        description: 'Consents, grants, revocations and refusals.',
        filter: `${ofAccount} and ${actsWithoutUse}`,
        metric: count('Acts'),
        breakdown: values('oauth.action', 10, 'Action'),
      }),
      timeBars('activity', {
        title: 'Data activity over time',
        description: 'Uses and tokens by application.',
        filter: `${use} and ${ofAccount}`,
        metric: count('Uses and tokens'),
        breakdown: applicationIds(8),
      }),
    ]),
    section('Alerts', 12, [
      alertsByRule({ description: 'Alerts about the account and its applications.', filter: ofAccount }),
    ]),
    section('Grants and addresses', 13, [
      events('grants', {
        title: 'Latest grants',
        description: 'Grants for the account, and by it.',
        width: 30,
        filter: `${grants} and ${ofAccount}`,
        columns: 'oauth.grant.tier service.name service.id oauth.account.name user.name oauth.grant.scopes',
      }),
      table('addresses', {
        title: 'Addresses of applications',
        description: 'Addresses from which applications acted for the account.',
        filter: `${use} and ${ofAccount}`,
        rows: [values('source.ip', 30, 'Address'), applicationIds(5)],
        metrics: [count('Uses and tokens')],
      }),
    ]),
    collapsed('Changed applications and all records', 12, [
      table('acted-on', {
        title: 'Changed applications',
        description: 'Successful acts of the account, and acts on its grants.',
        filter: `${ofAccount} and ${changes}`,
        rows: [applicationIds(100), values('oauth.action', 20, 'Action')],
        metrics: [count('Acts'), max('@timestamp', 'Last act')],
      }),
    ]),
    row(14, [
      events('records', {
        title: 'Latest records',
        description: 'Every act, use and finding.',
        filter: `${ofAccount} and (oauth.action: * or oauth.finding.kind: *)`,
        columns:
          'data_stream.dataset oauth.action service.name service.id oauth.account.name oauth.account.status oauth.activity.kind user.name source.ip',
      }),
    ]),
  ],
})
