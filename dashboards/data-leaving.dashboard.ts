import { dashboard } from './lib/dashboard.ts'
import { count, last, max, sum, unique } from './lib/metrics.ts'
import { collapsed, events, heatmap, number, row, section, table, timeBars, topValues } from './lib/short-forms.ts'
import { accountNames, applicationIds, values } from './lib/terms.ts'
import { account, application, organization, succeeded, dataUse as use } from './parts.ts'

const taking = `${use} and oauth.activity.access: ("list" or "read" or "sync" or "export")`
const sending = `${use} and oauth.activity.access: "send"`
const thirdParty = `${use} and not oauth.app.first_party: true`

export default dashboard({
  title: 'Consentry: Data leaving',
  description: 'Which mail, files and API data do applications read, copy and send, how much and since when?',
  menu: { place: 8, label: 'Data leaving' },
  controls: [organization, application, account, { field: 'oauth.activity.kind', title: 'Data' }],
  reading:
    '**Check days of unusual volume first.** Slow copying has no peak: look for an even row in *Data access by hour*, small items every hour for weeks.',
  numbers: [
    number('volumes', {
      title: 'Days of unusual volume',
      description: 'Findings: far more data in a day than the application usually reads from an account.',
      filter: 'oauth.finding.kind: "volume"',
      color: 'critical',
    }),
    number('sent', {
      title: 'Sent by applications',
      description: 'Mail and messages sent in the name of an account.',
      filter: sending,
      color: 'high',
    }),
    number('bytes', {
      title: 'Bytes read',
      description: 'Only where the log reports sizes. Many logs do not.',
      filter: taking,
      metric: { of: 'sum', field: 'oauth.activity.bytes' },
    }),
    number('items', {
      title: 'Items read',
      description: 'Messages and files, where the log counts them.',
      filter: taking,
      metric: { of: 'sum', field: 'oauth.activity.items' },
    }),
    number('new-networks', {
      title: 'Uses from a new network',
      description: 'Uses from a network that is new to the application.',
      filter: `${use} and oauth.activity.network_new: true`,
    }),
  ],
  rows: [
    row(12, [
      timeBars('bytes-over-time', {
        title: 'Bytes read over time',
        description: 'By application. Drive reports no sizes.',
        width: 34,
        filter: taking,
        metric: sum('oauth.activity.bytes', 'Bytes'),
        breakdown: applicationIds(8),
      }),
      topValues('kinds', {
        title: 'Uses by type of data',
        description: 'Mail, files and other data that applications used.',
        shape: 'donut',
        filter: use,
        terms: values('oauth.activity.kind', 9, 'Data'),
        metric: count('Uses'),
      }),
    ]),
    row(15, [
      table('takers', {
        title: 'Applications and accounts',
        description: 'The application that read the most bytes comes first.',
        filter: use,
        rows: [applicationIds(50, { orderBy: 2 }), accountNames(20, { orderBy: 2 })],
        metrics: [
          count('Uses'),
          sum('oauth.activity.items', 'Items'),
          sum('oauth.activity.bytes', 'Bytes'),
          last('oauth.activity.kind', 'Last data'),
          max('@timestamp', 'Last'),
        ],
      }),
    ]),
    section('Rhythm', 13, [
      heatmap('rhythm', {
        title: 'Data access by hour',
        description:
          'Third-party applications. A row without gaps is a machine; review a row with activity only at night.',
        filter: thirdParty,
        terms: values('service.id', 15, 'Application ID'),
        metric: count('Uses'),
      }),
    ]),
    section('Unusual days, sends and shares', 13, [
      table('volume-table', {
        title: 'Days of unusual volume',
        description: 'The highest measured value comes first.',
        width: 20,
        filter: 'oauth.finding.kind: "volume"',
        rows: [applicationIds(20), accountNames(5)],
        metrics: [max('oauth.finding.value', 'Measured'), max('oauth.finding.baseline', 'Usual')],
      }),
      events('sends', {
        title: 'Latest sends, exports and shares',
        description: 'An application can send mail to external recipients in the name of an account.',
        filter: `${use} and oauth.activity.access: ("send" or "export" or "permission")`,
        columns:
          'service.name service.id oauth.account.name oauth.activity.access file.name email.to.address source.ip',
      }),
    ]),
    collapsed('Breadth and methods', 13, [
      table('breadth', {
        title: 'Accounts and networks by application',
        description: 'Third-party applications. The one with the most accounts comes first.',
        filter: thirdParty,
        rows: [applicationIds(50)],
        metrics: [unique('oauth.account.name', 'Accounts'), unique('source.ip', 'Addresses')],
      }),
      topValues('methods', {
        title: 'API methods',
        description: 'API calls where the log contains them: Google by method, Microsoft Graph by path.',
        shape: 'bars',
        filter: use,
        terms: values('oauth.activity.method', 12, 'Method'),
        metric: count('Uses'),
      }),
      timeBars('ways', {
        title: 'Access types over time',
        description: 'Lists, reads, synchronizations, exports, sends and changes.',
        filter: use,
        metric: count('Uses'),
        breakdown: values('oauth.activity.access', 8, 'Access'),
      }),
    ]),
    collapsed('Mail rules and shared files', 12, [
      table('mail-rules', {
        title: 'Forwarding mail rules',
        description:
          'Mail rules that a user or an application created. They remain active after the application loses access.',
        filter: `saas.mail_rule.forward_to: * and ${succeeded}`,
        rows: [values('saas.mail_rule.forward_to', 50, 'To'), values('user.name', 5, 'Made by', { missing: true })],
        metrics: [count('Rules'), max('@timestamp', 'Last')],
      }),
      table('shared', {
        title: 'Files shared externally',
        description: 'The account with the most shares comes first.',
        filter: `saas.sharing.external: true and ${succeeded}`,
        rows: [
          values('user.name', 50, 'By', { missing: true }),
          values('saas.sharing.scope', 5, 'Scope', { missing: true }),
        ],
        metrics: [count('Times'), max('@timestamp', 'Last')],
      }),
    ]),
  ],
})
