// Course work that students hand in. Parameters and events have no catalogue: they stay under their own names.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'assignments',
  stream: 'assignments',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['file'], type: ['info'] },
  parameters: {},
})
