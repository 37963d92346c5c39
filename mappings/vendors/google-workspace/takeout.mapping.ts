// Exports of accounts. Parameters and events have no catalog: they stay under their own names.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'takeout',
  stream: 'takeout',
  title: 'Google Takeout Logs',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['file'], type: ['access'] },
  parameters: {},
})
