// Activities of applications that have no mapping of their own, those that Google adds later among them: nothing is
// lost, and their share shows in the counts by dataset.
import { activityMapping } from './activity.ts'

export default activityMapping({
  stream: 'activity',
  title: 'Google Workspace Activities without a Mapping',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['configuration'], type: ['info'] },
  parameters: {},
})
