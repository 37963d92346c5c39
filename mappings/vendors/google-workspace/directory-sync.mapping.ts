// Accounts and groups copied from a directory outside. Parameters and events have no catalogue: they stay under their own names.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'directory_sync',
  stream: 'directory_sync',
  own: true,
  envelope: 'extended',
  events: [],
  otherwise: { category: ['iam'], type: ['info'] },
  parameters: {},
})
