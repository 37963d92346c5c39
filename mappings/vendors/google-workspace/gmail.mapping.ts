// Gmail logs in BigQuery, whose rows name no application. What the same messages are in the Reports API is `gmail_reports`.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'gmail',
  records: 'B',
  stream: 'gmail',
  envelope: 'extended',
  events: [{ category: ['email'], type: ['info'], names: ['delivery'] }],
  otherwise: { category: ['email'], type: ['info'] },
  parameters: {
    event_info: { to: 'event_info', type: 'flattened' },
    message_info: { to: 'message_info', type: 'flattened' },
  },
  derive: ['googleGmailDetail'],
})
