// Searches over the organisation's sources. Parameters and events have no catalogue: they stay under their own names.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'cloud_search',
  stream: 'cloud_search',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['file'], type: ['info'] },
  parameters: {},
})
