// Access that a rule about device, network or place refused.
import { activityMapping } from './activity.ts'

export default activityMapping({
  application: 'context_aware_access',
  stream: 'context_aware_access',
  envelope: 'extended',
  events: [
    { category: ['authentication'], type: ['info'], outcome: 'failure', names: 'ACCESS_DENY_*' },
    { category: ['authentication'], type: ['info'], names: 'MONITOR_MODE_ACCESS_DENY_EVENT' },
  ],
  otherwise: { category: ['authentication'], type: ['info'] },
  parameters: {
    CAA_ACCESS_LEVEL_APPLIED: 'access_level.applied',
    CAA_ACCESS_LEVEL_SATISFIED: 'access_level.satisfied',
    CAA_ACCESS_LEVEL_UNSATISFIED: 'access_level.unsatisfied',
    CAA_APPLICATION: 'application',
    CAA_DEVICE_ID: { to: 'device.id', ecs: 'device.id' },
    CAA_DEVICE_STATE: 'device.state',
  },
})
