// Currents, which followed Google+. Parameters and events have no catalogue: they stay under their own names.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'gplus',
  stream: 'gplus',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['configuration'], type: ['info'] },
  parameters: {},
})
