import { dashboard } from './lib/dashboard.ts'
import { count, max, unique } from './lib/metrics.ts'
import { collapsed, events, number, row, section, table, timeBars } from './lib/short-forms.ts'
import { values } from './lib/terms.ts'
import { alertsByRule, openAlerts, sequenceAlerts, use } from './parts.ts'

export default dashboard({
  title: 'Consentry: One address',
  description: 'Which applications and accounts used the selected address, and what did they do?',
  menu: { place: 5, label: 'One address', opens: ['source.ip'] },
  controls: [{ field: 'source.ip', title: 'Address' }],
  reading:
    '**Select one address above.** Applications of several owners from one address are a set of stolen credentials, or a shared host. Microsoft services use Microsoft addresses.',
  numbers: [
    openAlerts({
      description: 'Consentry alerts that are neither acknowledged nor closed and have only this address.',
      filter: 'source.ip: *',
    }),
    sequenceAlerts({
      description: 'Consentry alerts of any status on a sequence, if one of its events has the address.',
      filter: 'source.ip: *',
    }),
    number('new-network', {
      title: 'From a new network',
      description: 'Uses and tokens of applications that never used the network of the address before.',
      filter: `${use} and source.ip: * and oauth.activity.network_new: true`,
      color: 'high',
    }),
    number('applications', {
      title: 'Applications',
      description: 'Distinct applications in records from the address.',
      filter: 'source.ip: *',
      metric: { of: 'unique_count', field: 'service.id' },
    }),
    number('accounts', {
      title: 'Acting accounts',
      description: 'Distinct acting accounts in records from the address.',
      filter: 'source.ip: *',
      metric: { of: 'unique_count', field: 'user.email' },
    }),
  ],
  rows: [
    row(12, [
      timeBars('acts', {
        title: 'Acts and uses over time',
        description: 'Records about applications from the address.',
        filter: 'source.ip: * and oauth.action: *',
        metric: count('Records'),
        breakdown: values('oauth.action', 12, 'Action'),
      }),
    ]),
    row(14, [
      table('applications-table', {
        title: 'Applications and their actions',
        description: 'The application with the most records comes first.',
        width: 30,
        filter: 'source.ip: * and service.id: *',
        rows: [values('service.id', 100, 'Application ID'), values('oauth.action', 10, 'Action', { missing: true })],
        metrics: [
          count('Records'),
          count('From a new network', 'oauth.activity.network_new: true'),
          max('@timestamp', 'Last'),
        ],
      }),
      table('accounts-table', {
        title: 'Accounts at the address',
        description: 'The account with records of the most applications comes first.',
        filter: 'source.ip: * and user.email: *',
        rows: [values('user.email', 100, 'Account')],
        metrics: [unique('service.id', 'Applications'), max('@timestamp', 'Last')],
      }),
    ]),
    section('Alerts', 12, [alertsByRule({ description: 'Alerts that contain the address.', filter: 'source.ip: *' })]),
    collapsed('All records', 14, [
      events('records', {
        title: 'Latest records',
        description: 'Every record from the address.',
        filter: 'source.ip: *',
        columns:
          'data_stream.dataset event.action oauth.action service.name service.id user.email oauth.account.name event.outcome',
      }),
    ]),
  ],
})
