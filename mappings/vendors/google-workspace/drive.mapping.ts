import { activityMapping } from './activity.ts'
import { driveEvents } from './drive.events.ts'
import { driveParameters } from './drive.parameters.ts'

export default activityMapping({
  application: 'drive',
  stream: 'drive',
  envelope: 'original',
  events: driveEvents,
  otherwise: { category: ['file'], type: ['info'] },
  parameters: driveParameters,
  data: 'file',
  derive: ['googleDriveDetail'],
})
