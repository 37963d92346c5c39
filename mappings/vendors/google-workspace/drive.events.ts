// Events of the drive activity: name → event.category and event.type. All other events have file and info.
import type { EventClass } from './activity-table.ts'

export const driveEvents: readonly EventClass[] = [
  {
    category: ['file'],
    type: ['change'],
    names: 'add_lock add_to_folder edit move remove_from_folder remove_lock rename sheets_import_range',
  },
  {
    category: ['file', 'iam', 'configuration'],
    type: ['change'],
    names: `
      approval_canceled approval_comment_added approval_requested approval_reviewer_responded change_acl_editors
      change_document_access_scope change_document_visibility change_owner change_user_access
      shared_drive_membership_change shared_drive_settings_change sheets_import_range_access_change
    `,
  },
  { category: ['file'], type: ['creation'], names: 'copy create untrash upload' },
  { category: ['file'], type: ['deletion'], names: 'delete trash' },
  { category: ['file'], type: ['info', 'access'], names: 'download preview print view' },
  {
    category: ['file'],
    type: ['info'],
    names: 'accept_comment email_as_attachment script_trigger_created source_copy',
  },
]
