// Events of the groups activity: name → event.category and event.type. What is not here is iam, group.
import { type EventClass, eventLookups } from './event-classes.ts'

const classes: readonly EventClass[] = [
  {
    category: ['iam', 'configuration'],
    type: ['group', 'change'],
    names: [
      'change_basic_setting',
      'change_identity_setting',
      'change_info_setting',
      'change_new_members_restrictions_setting',
      'change_post_replies_setting',
      'change_spam_moderation_setting',
      'change_topic_setting',
    ],
  },
  { category: ['iam'], type: ['group', 'change'], names: ['change_acl_permission'] },
  {
    category: ['iam'],
    type: ['group', 'info', 'user'],
    names: [
      'accept_invitation',
      'ban_user_with_moderation',
      'invite_user',
      'reinvite_user',
      'reject_join_request',
      'request_to_join',
      'revoke_invitation',
    ],
  },
  { category: ['iam'], type: ['group', 'user', 'change'], names: ['approve_join_request', 'join'] },
  { category: ['iam'], type: ['group', 'creation'], names: ['create_group'] },
  { category: ['iam'], type: ['group', 'deletion'], names: ['delete_group'] },
  { category: ['iam', 'configuration'], type: ['group', 'creation'], names: ['add_info_setting'] },
  { category: ['iam', 'configuration'], type: ['group', 'deletion'], names: ['remove_info_setting'] },
  { category: ['iam'], type: ['group', 'info'], names: ['always_post_from_user', 'moderate_message'] },
  { category: ['iam'], type: ['group', 'user', 'creation'], names: ['add_user'] },
  { category: ['iam'], type: ['group', 'user', 'deletion'], names: ['remove_user'] },
]

export const groupsEvents = eventLookups(classes)
