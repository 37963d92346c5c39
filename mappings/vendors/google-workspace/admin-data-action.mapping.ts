// Users' data that administrators looked at with their tools. Parameters and events have no catalogue: they stay under their own names.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'admin_data_action',
  stream: 'admin_data_action',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['file'], type: ['access'] },
  parameters: {},
})
