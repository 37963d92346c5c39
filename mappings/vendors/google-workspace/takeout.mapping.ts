// Exports of accounts by their users (https://developers.google.com/workspace/admin/reports/v1/appendix/activity/takeout).
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'takeout',
  stream: 'takeout',
  title: 'Google Takeout Logs',
  own: true,
  envelope: 'extended',
  events: [
    {
      category: ['file'],
      type: ['access'],
      names: 'COMPLETED_USER_TAKEOUT DOWNLOADED_USER_TAKEOUT SCHEDULED_USER_TAKEOUT STARTED_USER_TAKEOUT',
    },
  ],
  otherwise: { category: ['file'], type: ['access'] },
  parameters: {
    // Google does not document the unit of the times.
    COMPLETION_TIME: { to: 'completion_time', type: 'long' },
    DOWNLOAD_TIME: { to: 'download_time', type: 'long' },
    INITIATED_BY: { to: 'initiated_by', is: 'related' },
    PRODUCTS_REQUESTED: { to: 'products_requested', split: true },
    SCHEDULED_TAKEOUT_EXPIRATION: { to: 'scheduled_takeout_expiration', type: 'long' },
    START_TIME: { to: 'start_time', type: 'long' },
    TAKEOUT_DESTINATION: 'takeout_destination',
    TAKEOUT_ID: 'takeout_id',
    TAKEOUT_INTERVAL_UNITS: 'takeout_interval_units',
    TAKEOUT_INTERVAL_VALUE: { to: 'takeout_interval_value', type: 'long' },
    TAKEOUT_STATUS: 'takeout_status',
    USER_EMAIL: { to: 'user_email', is: 'target' },
  },
})
