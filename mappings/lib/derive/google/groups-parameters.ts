// Parameters of the groups activity: raw name → place below google_workspace.groups.
import type { ParameterTable } from './parameters.ts'

export const groupsParameters = {
  acl_permission: 'acl_permission',
  basic_setting: 'setting',
  group_email: 'email',
  identity_setting: 'setting',
  info_setting: 'setting',
  member_role: 'member.role',
  message_id: 'message.id',
  message_moderation_action: 'message.moderation_action',
  new_members_restrictions_setting: 'setting',
  new_value: 'new_value',
  new_value_repeated: { to: 'new_value', type: 'keyword', list: true },
  old_value: 'old_value',
  old_value_repeated: { to: 'old_value', type: 'keyword', list: true },
  post_replies_setting: 'setting',
  spam_moderation_setting: 'setting',
  status: 'status',
  topic_setting: 'setting',
  user_email: 'member.email',
  value: 'value',
} as const satisfies ParameterTable
