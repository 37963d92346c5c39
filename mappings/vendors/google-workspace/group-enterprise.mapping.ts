// Groups from the Cloud Identity API: actions of administrators, members and services on a group.
import { activityMapping } from './activity.ts'
import { sameName } from './activity-parameter.ts'

export default activityMapping({
  application: 'groups_enterprise',
  stream: 'group_enterprise',
  envelope: 'extended',
  events: [
    {
      category: ['iam', 'configuration'],
      type: ['group', 'creation'],
      names: `
        add_dynamic_group_query add_info_setting add_security_setting add_service_account_permission create_namespace
      `,
    },
    {
      category: ['iam', 'configuration'],
      type: ['group', 'change'],
      names: 'change_dynamic_group_query change_info_setting change_security_setting change_security_setting_state',
    },
    {
      category: ['iam', 'configuration'],
      type: ['group', 'deletion'],
      names: 'delete_namespace remove_info_setting remove_security_setting remove_service_account_permission',
    },
    { category: ['iam'], type: ['group', 'change'], names: 'update_membership_expiry' },
    { category: ['iam'], type: ['group', 'change', 'user'], names: 'approve_join_request join unban_member' },
    {
      category: ['iam'],
      type: ['group', 'info', 'user'],
      names: 'accept_invitation ban_member_with_moderation reject_invitation reject_join_request request_to_join',
    },
    { category: ['iam'], type: ['group', 'creation'], names: 'add_member_role add_membership_expiry create_group' },
    { category: ['iam'], type: ['group', 'creation', 'user'], names: 'add_member invite_member' },
    {
      category: ['iam'],
      type: ['group', 'deletion'],
      names: 'delete_group remove_member_role remove_membership_expiry',
    },
    { category: ['iam'], type: ['group', 'deletion', 'user'], names: 'remove_member revoke_invitation' },
  ],
  otherwise: { category: ['iam'], type: ['group'] },
  parameters: {
    ...sameName('dynamic_group_query info_setting namespace new_value old_value service_account_permission value'),
    group_id: { ecs: 'group.id', is: 'group' },
    member_id: { to: 'member.id', is: 'target' },
    member_role: 'member.role',
    member_type: 'member.type',
    membership_expiry: { to: 'membership_expiry', type: 'date' },
    security_setting: 'security_setting.value',
    security_setting_state: 'security_setting.state',
  },
})
