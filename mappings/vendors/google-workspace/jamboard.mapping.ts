// Whiteboards as devices. Parameters and events have no catalogue: they stay under their own names.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'jamboard',
  stream: 'jamboard',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['host'], type: ['info'] },
  parameters: {},
})
