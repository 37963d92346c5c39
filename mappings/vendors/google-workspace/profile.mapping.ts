// What users change in their profiles. Parameters and events have no catalogue: they stay under their own names.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'profile',
  stream: 'profile',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['iam'], type: ['info'] },
  parameters: {},
})
