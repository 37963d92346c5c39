import { activityMapping } from './activity.ts'
import { adminEvents } from './admin.events.ts'
import { adminParameters } from './admin.parameters.ts'

export default activityMapping({
  application: 'admin',
  stream: 'admin',
  envelope: 'original',
  events: adminEvents,
  otherwise: { category: ['iam'], type: ['info'] },
  parameters: adminParameters,
  derive: ['googleAdminDetail', 'googleAdminActs'],
})
