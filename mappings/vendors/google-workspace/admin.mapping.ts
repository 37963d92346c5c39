import { activityMapping } from './activity.ts'
import { adminParameters } from './admin.parameters.ts'
import { adminOperations, eventClasses } from './operations.ts'

export default activityMapping({
  application: 'admin',
  stream: 'admin',
  envelope: 'original',
  events: eventClasses(adminOperations),
  otherwise: { category: ['iam'], type: ['info'] },
  parameters: adminParameters,
  derive: ['googleAdminDetail', 'googleAdminActs'],
})
