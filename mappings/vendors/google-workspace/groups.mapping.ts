// Actions on groups by their members. `groups_enterprise` contains the actions of administrators and services.
import { activityMapping } from './activity.ts'
import { sameName } from './activity-parameter.ts'

export default activityMapping({
  application: 'groups',
  stream: 'groups',
  envelope: 'original',
  events: [
    {
      category: ['iam', 'configuration'],
      type: ['group', 'change'],
      names: `
        change_basic_setting change_identity_setting change_info_setting change_new_members_restrictions_setting
        change_post_replies_setting change_spam_moderation_setting change_topic_setting
      `,
    },
    { category: ['iam'], type: ['group', 'change'], names: 'change_acl_permission' },
    {
      category: ['iam'],
      type: ['group', 'info', 'user'],
      names: `
        accept_invitation ban_user_with_moderation invite_user reinvite_user reject_join_request request_to_join
        revoke_invitation
      `,
    },
    { category: ['iam'], type: ['group', 'user', 'change'], names: 'approve_join_request join' },
    { category: ['iam'], type: ['group', 'creation'], names: 'create_group' },
    { category: ['iam'], type: ['group', 'deletion'], names: 'delete_group' },
    { category: ['iam', 'configuration'], type: ['group', 'creation'], names: 'add_info_setting' },
    { category: ['iam', 'configuration'], type: ['group', 'deletion'], names: 'remove_info_setting' },
    { category: ['iam'], type: ['group', 'info'], names: 'always_post_from_user moderate_message' },
    { category: ['iam'], type: ['group', 'user', 'creation'], names: 'add_user' },
    { category: ['iam'], type: ['group', 'user', 'deletion'], names: 'remove_user' },
  ],
  otherwise: { category: ['iam'], type: ['group'] },
  refinedBy: {
    status: [
      // Elastic's package looks for `success`; Google sends `succeeded`.
      { values: ['succeeded', 'success'], outcome: 'success' },
      { values: ['failed'], outcome: 'failure' },
    ],
  },
  parameters: {
    ...sameName('acl_permission new_value old_value status value'),
    basic_setting: 'setting',
    group_email: { to: 'email', is: 'group' },
    identity_setting: 'setting',
    info_setting: 'setting',
    member_role: 'member.role',
    message_id: 'message.id',
    message_moderation_action: 'message.moderation_action',
    new_members_restrictions_setting: 'setting',
    new_value_repeated: { to: 'new_value', type: 'keyword', list: true },
    old_value_repeated: { to: 'old_value', type: 'keyword', list: true },
    post_replies_setting: 'setting',
    spam_moderation_setting: 'setting',
    topic_setting: 'setting',
    user_email: { to: 'member.email', is: 'target' },
  },
})
