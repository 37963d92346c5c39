// Tasks and their changes. Parameters and events have no catalogue: they stay under their own names.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'tasks',
  stream: 'tasks',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['configuration'], type: ['info'] },
  parameters: {},
})
