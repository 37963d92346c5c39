// Data moved in from other services. Parameters and events have no catalogue: they stay under their own names.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'data_migration',
  stream: 'data_migration',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['configuration'], type: ['info'] },
  parameters: {},
})
