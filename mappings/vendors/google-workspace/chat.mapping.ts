import { activityMapping } from './activity.ts'
import { sameName } from './activity-parameter.ts'

export default activityMapping({
  application: 'chat',
  stream: 'chat',
  envelope: 'newer',
  product: 'Chat',
  events: [
    {
      category: ['configuration'],
      type: ['change'],
      names: `
        add_room_member block_room block_user history_turned_off history_turned_on remove_room_member
        room_details_updated room_left room_name_updated room_unblocked unread_timestamp_updated user_unblocked
      `,
    },
    { category: ['configuration'], type: ['creation'], names: 'emoji_created room_created' },
    { category: ['configuration'], type: ['deletion'], names: 'emoji_deleted room_deleted' },
    { category: ['iam'], type: ['change'], names: 'role_updated' },
    // ECS has no category for a message in a chat.
    { category: [], type: ['creation'], names: 'message_posted' },
    { category: [], type: ['deletion'], names: 'message_deleted' },
    { category: [], type: ['change'], names: 'message_edited' },
    { category: [], type: ['access'], names: 'conversation_read' },
    { category: [], type: ['info'], names: 'direct_message_started invite_* message_reported reaction_*' },
    { category: ['file'], type: ['info', 'access'], names: 'attachment_download' },
    { category: ['file'], type: ['info', 'creation'], names: 'attachment_upload' },
  ],
  otherwise: { category: [], type: ['change'] },
  parameters: {
    ...sameName(`
      actor_type attachment_status conversation_ownership conversation_type dlp_scan_status emoji_shortcode
      external_room message_id message_type report_id report_type retention_state room_id room_name
      target_user_role
    `),
    actor: { to: 'actor', is: 'actor' },
    attachment_hash: { to: 'attachment_hash', is: 'hash' },
    attachment_name: { to: 'attachment_name', is: 'file' },
    attachment_url: { to: 'attachment_url', is: 'url' },
    filename: { to: 'filename', is: 'file' },
    target_users: { to: 'target_users', list: true, is: 'target' },
    timestamp_ms: { to: 'timestamp_ms', type: 'date' },
  },
  data: 'chat',
})
