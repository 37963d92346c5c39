import { dashboard } from './lib/dashboard.ts'
import { count, last, max, min, sum, unique } from './lib/metrics.ts'
import { collapsed, events, number, row, section, table, timeBars, topValues } from './lib/short-forms.ts'
import { accountNames, values } from './lib/terms.ts'
import {
  alerts,
  application,
  changes,
  dataUse,
  grants,
  openAlerts,
  risk,
  sequenceAlerts,
  sequences,
  succeeded,
  use,
} from './parts.ts'

const ofApplication = `oauth.action: ("app_register" or "app_update" or "app_delete" or "app_restore" or "sp_add" or "sp_update" or "sp_disable" or "sp_enable" or "sp_delete" or "credential_add" or "credential_remove" or "owner_add" or "owner_remove" or "redirect_change" or "permission_request" or "audience_change" or "lock_change" or "role_grant" or "role_revoke") and ${succeeded}`

export default dashboard({
  title: 'Consentry: One application',
  description: 'How did the selected application change, which accounts granted it access, and what does it do?',
  menu: { place: 3, label: 'One application', opens: ['service.id'] },
  controls: [application],
  reading:
    '**Select one application above. Was it taken over?** A new credential, owner or redirect URI, and then use from a new network. **Which data did it read?** See *Accounts* for items and bytes.',
  numbers: [
    number('changes-count', {
      title: 'Changes',
      description: 'Changed credentials, owners, redirect URIs, permissions, roles and settings.',
      filter: ofApplication,
      color: 'high',
    }),
    number('credentials-added', {
      title: 'New credentials',
      description: 'Secrets, certificates, keys and federated credentials added to an identified application.',
      filter: `service.id: * and (oauth.action: "credential_add" or oauth.credential.added > 0) and ${succeeded}`,
    }),
    openAlerts({
      description: 'Consentry alerts that are neither acknowledged nor closed and are about only this application.',
      filter: 'service.id: *',
    }),
    sequenceAlerts({
      description: 'Consentry alerts of any status on a sequence, if one of its events is about the application.',
      filter: 'service.id: *',
    }),
    number('users', {
      title: 'Accounts with a grant',
      description: 'Count in the entity store at the last record in the time range, including earlier grants.',
      metric: { of: 'max', field: 'oauth.app.users' },
    }),
    number('last-used', {
      title: 'Last active',
      description: 'The last time the application used data or received a token.',
      filter: use,
      metric: { of: 'max', field: '@timestamp' },
    }),
  ],
  rows: [
    row(14, [
      timeBars('acts', {
        title: 'Changes and grants over time',
        description: 'All successful acts on the application, except use and sign-ins.',
        width: 18,
        filter: `service.id: * and ${changes}`,
        metric: count('Acts'),
        breakdown: values('oauth.action', 12, 'Action'),
      }),
      events('changes', {
        title: 'Latest changes',
        description: 'Changed credentials, owners, redirect URIs, permissions, roles and settings.',
        filter: ofApplication,
        columns:
          'oauth.action user.name oauth.credential.kind oauth.owner.name oauth.redirect.added oauth.grant.scopes_added source.ip',
      }),
    ]),
    row(8, [
      table('identity', {
        title: 'Identity',
        description:
          'From all records. Several names mean that the application was renamed. Several rows mean that several applications are selected.',
        width: 22,
        filter: 'service.id: *',
        rows: [values('service.id', 10, 'Application ID', { orderBy: 3 })],
        metrics: [
          unique('oauth.app.name', 'Names'),
          last('oauth.app.owner_tenant', 'Registered in'),
          min('oauth.app.first_seen', 'First seen'),
          max('oauth.app.credentials', 'Credentials'),
        ],
      }),
      table('warnings', {
        title: 'Risk indicators',
        description:
          'Records of applications that are known from attacks, imitate another application, or have lost their users.',
        filter: 'service.id: *',
        rows: [values('service.id', 50, 'Application ID')],
        metrics: [
          count('Known abused', 'oauth.app.known_abused: true'),
          count('Suspicious name', 'oauth.app.lookalike_of: * or oauth.app.name_flags: *'),
          count('Duplicate name', 'oauth.app.twin_of: *'),
          count('Events while orphaned', 'oauth.app.orphaned: true'),
        ],
      }),
    ]),
    section('Alerts', 12, [
      table('alerts', {
        title: 'Alerts by rule',
        description: 'An alert on a sequence counts when one of its events is about the application.',
        view: 'alerts',
        rows: [values('kibana.alert.rule.name', 200, 'Rule'), values('kibana.alert.severity', 4, 'Severity')],
        metrics: [
          risk,
          count('Alerts', alerts),
          sequences,
          last('kibana.alert.workflow_status', 'Last status'),
          max('@timestamp', 'Last alert'),
        ],
      }),
    ]),
    section('Grants', 14, [
      events('grants', {
        title: 'Latest grants of access',
        description: 'A grant by one account for the whole tenant is a grant by an administrator.',
        width: 32,
        filter: `${grants} and service.id: *`,
        columns: 'oauth.grant.tier oauth.account.name oauth.grant.breadth oauth.grant.scopes user.name source.ip',
      }),
      topValues('permissions', {
        title: 'Permissions of the application',
        description: 'Permissions by number of grants.',
        shape: 'bars',
        filter: `${grants} and service.id: *`,
        terms: values('oauth.grant.scopes', 12, 'Permission'),
        metric: count('Grants'),
      }),
    ]),
    section('Use of data', 12, [
      timeBars('activity', {
        title: 'Uses over time',
        description: 'Uses by type of data. A constant rate that starts at night is a script.',
        filter: `${dataUse} and service.id: *`,
        metric: count('Uses'),
        breakdown: values('oauth.activity.kind', 9, 'Data'),
      }),
      timeBars('volume', {
        title: 'Bytes over time',
        description: 'Only where the log reports sizes: Graph and Gmail do, the Drive log does not.',
        filter: dataUse,
        metric: sum('oauth.activity.bytes', 'Bytes'),
        breakdown: values('oauth.activity.kind', 9, 'Data'),
      }),
    ]),
    row(14, [
      table('accounts', {
        title: 'Accounts',
        description: 'Accounts that the application acted for. The status is that at the time of the last use.',
        filter: use,
        rows: [accountNames(100)],
        metrics: [
          count('Uses and tokens'),
          sum('oauth.activity.items', 'Items'),
          sum('oauth.activity.bytes', 'Bytes'),
          last('oauth.account.status', 'Status then'),
          max('@timestamp', 'Last'),
        ],
      }),
      table('networks', {
        title: 'Addresses',
        description: 'Addresses that the application acted from, with the program.',
        filter: use,
        rows: [values('source.ip', 50, 'Address'), values('user_agent.name', 3, 'User agent', { missing: true })],
        metrics: [
          count('Uses and tokens'),
          count('From a new network', 'oauth.activity.network_new: true'),
          max('@timestamp', 'Last'),
        ],
      }),
    ]),
    collapsed('All records', 14, [
      events('records', {
        title: 'Latest records',
        description: 'Every act, use and finding.',
        filter: 'oauth.action: * or oauth.finding.kind: *',
        columns:
          'data_stream.dataset oauth.action oauth.finding.kind user.name oauth.account.name oauth.grant.tier source.ip event.outcome',
      }),
    ]),
  ],
})
