// Devices in meeting rooms. Parameters and events have no catalogue: they stay under their own names.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'meet_hardware',
  stream: 'meet_hardware',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['host'], type: ['info'] },
  parameters: {},
})
