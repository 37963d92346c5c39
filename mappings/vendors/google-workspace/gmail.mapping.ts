// Gmail logs in BigQuery, with rows that name no application. `gmail_reports` contains the same messages from the
// Reports API.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'gmail',
  records: 'B',
  stream: 'gmail',
  envelope: 'extended',
  events: [{ category: ['email'], type: ['info'], names: 'delivery' }],
  otherwise: { category: ['email'], type: ['info'] },
  parameters: {
    event_info: { to: 'event_info', type: 'flattened' },
    message_info: { to: 'message_info', type: 'flattened' },
  },
  derive: ['googleGmailDetail'],
})
