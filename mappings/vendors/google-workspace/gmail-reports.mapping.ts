// Messages. The block contains the whole activity, in snake case; `event_info` and `message_info` are trees.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'gmail',
  stream: 'gmail_reports',
  title: 'Google Workspace Gmail Message Logs',
  envelope: 'whole',
  ecsVersion: '9.4.0',
  product: 'Gmail',
  events: [{ category: ['email'], type: ['info'], names: 'delivery' }],
  otherwise: { category: ['email'], type: ['info'] },
  parameters: {
    event_info: { to: 'event_info', type: 'flattened' },
    has_sensitive_content: { to: 'has_sensitive_content', type: 'boolean' },
    is_agentic_action: { to: 'is_agentic_action', type: 'boolean' },
    message_info: { to: 'message_info', type: 'flattened' },
  },
  derive: ['googleGmailDetail'],
  dottedNames: true,
  data: 'mail',
})
