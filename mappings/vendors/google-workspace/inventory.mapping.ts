// Users, and their tokens for applications, from Directory API lists. No integration of Elastic's provides them. A
// document contains the state at the time of the snapshot.
import { each } from '../../fields/field.ts'
import { mapping } from '../mapping.ts'
import { omittedFromDirectory } from './readers/inventory.ts'

const root = 'google_workspace.inventory'

export default mapping({
  dataset: 'google_workspace.inventory',
  title: 'Google Workspace Inventory',
  own: true,
  module: 'google_workspace',
  takes: { kind: 'D' },
  ecsVersion: '8.16.0',
  rows: {
    '@timestamp': { from: 'snapshotTime' },
    'event.id': { from: 'id' },
    'event.kind': { value: 'asset' },
    'event.category': { value: ['iam'] },
    'event.type': { value: ['info'] },
    'event.action': {
      from: 'kind',
      lookup: { 'admin#directory#token': 'token-listed', 'admin#directory#user': 'user-listed' },
      otherwise: 'absent',
    },
  },
  omits: omittedFromDirectory,
  vendor: {
    root: 'google_workspace',
    content: 'none',
    fields: {
      ...each('keyword', root, 'client_id display_text user user_key scopes'),
      ...each('boolean', root, 'anonymous native_app'),

      ...each(
        'keyword',
        root,
        `id primary_email aliases non_editable_aliases org_unit_path suspension_reason recovery_email recovery_phone`,
      ),
      ...each(
        'boolean',
        root,
        `agreed_to_terms archived change_password_at_next_login include_in_global_address_list ip_whitelisted is_admin
        is_delegated_admin is_enforced_in2sv is_enrolled_in2sv is_mailbox_setup suspended`,
      ),
      ...each('date', root, 'creation_time deletion_time last_login_time'),
      ...each('keyword', `${root}.name`, 'full_name family_name given_name display_name'),
      ...each(
        'flattened',
        root,
        'emails external_ids organizations locations keywords languages websites custom_schemas',
      ),
    },
    open: [],
  },
  derive: ['googleDirectoryObject'],
})
