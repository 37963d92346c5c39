// Parameters of the drive activity: raw name → place below google_workspace.drive.
import { type ParameterTable, sameName } from './activity-parameter.ts'

export const driveParameters = {
  ...sameName(`
    added_role api_method copy_type destination_folder_id destination_folder_title membership_change_type
    old_visibility originating_app_id owner_shared_drive_id owner_team_drive_id removed_role shared_drive_id
    shared_drive_settings_change_type sheets_import_range_recipient_doc source_folder_id source_folder_title
    target_domain team_drive_id team_drive_settings_change_type visibility visibility_change
  `),
  actor_is_collaborator_account: { to: 'actor_is_collaborator_account', type: 'boolean' },
  billable: { to: 'billable', type: 'boolean' },
  doc_id: 'file.id',
  doc_title: { ecs: 'file.name', is: 'file' },
  doc_type: 'file.type',
  is_encrypted: { to: 'is_encrypted', type: 'boolean' },
  new_settings_state: 'new_value',
  new_value: { to: 'new_value', type: 'keyword', list: true },
  old_settings_state: 'old_value',
  old_value: { to: 'old_value', type: 'keyword', list: true },
  owner: 'file.owner.email',
  owner_is_shared_drive: { to: 'file.owner.is_shared_drive', type: 'boolean' },
  owner_is_team_drive: { to: 'owner_is_team_drive', type: 'boolean' },
  // Search text can be long. A keyword would not index it.
  parsed_query: { to: 'parsed_query', type: 'wildcard' },
  primary_event: { to: 'primary_event', type: 'boolean' },
  // If both parameters are present, Elastic's documents keep `target`.
  target: { to: 'target', wins: true, is: 'target' },
  target_user: { to: 'target', is: 'target' },
} as const satisfies ParameterTable
