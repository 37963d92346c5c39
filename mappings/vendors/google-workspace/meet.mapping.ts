import { words } from '../../fields/field.ts'
import { activityMapping } from './activity.ts'
import { type ParameterTable, sameName } from './activity-parameter.ts'

/** The statistics of one medium: `audio_recv_seconds` maps to `endpoint.audio.recv_seconds`. They are integers. */
const statistics = (medium: string, names: string): ParameterTable =>
  Object.fromEntries(
    words(names).map((name) => [`${medium}_${name}`, { to: `endpoint.${medium}.${name}`, type: 'long' }] as const),
  )

export default activityMapping({
  application: 'meet',
  stream: 'meet',
  envelope: 'newer',
  product: 'Meet',
  events: [
    { category: ['network'], type: ['info'], names: 'call_ended' },
    // ECS has no category for a poll.
    { category: [], type: ['creation'], names: 'poll_created question_created' },
    {
      category: ['session'],
      type: ['info'],
      names: `
        abuse_report_submitted attendance_report_sent dialed_out hand_raised invitation_sent knocking_accepted
        knocking_denied livestream_watched poll_answered presentation_started presentation_stopped question_responded
        recording_activity whiteboard_started
      `,
    },
  ],
  otherwise: { category: ['session'], type: ['info'] },
  parameters: {
    ...sameName(`
      action_description action_reason broadcast_state calendar_event_id conference_id device_type display_name
      endpoint_id identifier_type livestream_ecdn_experience livestream_view_page_id location_country
      location_region meeting_code product_sub_type product_type streaming_session_state target
      target_phone_number
    `),
    ...statistics(
      'audio',
      `
        recv_packet_loss_max recv_packet_loss_mean recv_seconds send_bitrate_kbps_mean send_packet_loss_max
        send_packet_loss_mean send_seconds
      `,
    ),
    ...statistics(
      'network',
      `
        congestion estimated_download_kbps_mean estimated_upload_kbps_mean recv_jitter_msec_max
        recv_jitter_msec_mean rtt_msec_mean send_jitter_msec_mean
      `,
    ),
    ...statistics(
      'screencast',
      `
        recv_bitrate_kbps_mean recv_fps_mean recv_long_side_median_pixels recv_packet_loss_max
        recv_packet_loss_mean recv_seconds recv_short_side_median_pixels send_bitrate_kbps_mean send_fps_mean
        send_long_side_median_pixels send_packet_loss_max send_packet_loss_mean send_seconds
        send_short_side_median_pixels
      `,
    ),
    ...statistics(
      'video',
      `
        recv_fps_mean recv_long_side_median_pixels recv_packet_loss_max recv_packet_loss_mean recv_seconds
        recv_short_side_median_pixels send_bitrate_kbps_mean send_fps_mean send_long_side_median_pixels
        send_packet_loss_max send_packet_loss_mean send_seconds send_short_side_median_pixels
      `,
    ),
    action_time: { to: 'action_time', type: 'date', ecs: '@timestamp', wins: true },
    call_rating_out_of_5: { to: 'call_rating_out_of_5', type: 'long' },
    duration_seconds: { to: 'duration_seconds', type: 'long' },
    identifier: { to: 'identifier', is: 'actor' },
    ip_address: { to: 'ip_address', type: 'ip', is: 'actor_address' },
    is_external: { to: 'is_external', type: 'boolean' },
    network_transport_protocol: 'endpoint.network.transport_protocol',
    organizer_email: { to: 'organizer_email', is: 'related' },
    start_timestamp_seconds: { to: 'start_timestamp_seconds', type: 'date', ecs: 'event.start' },
    target_display_names: { to: 'target_display_names', list: true },
    target_email: { to: 'target_email', is: 'target' },
    target_user_count: { to: 'target_user_count', type: 'long' },
  },
})
