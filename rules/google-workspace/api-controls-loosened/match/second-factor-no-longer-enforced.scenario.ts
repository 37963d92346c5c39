import { scenario } from '../../../lib/scenario.ts'
import opened from './marketplace-opened-from-a-new-network.scenario.ts'

export default scenario({
  ...opened,
  title: 'An administrator signs in from a new network and turns off enforcement of 2-Step Verification',
  steps: opened.steps.with(-1, {
    sample: 'google-workspace/admin-marketplace-opened',
    at: 'P20DT10M',
    replace: {
      '198.51.100.12': '203.0.113.121',
      CHANGE_APPLICATION_SETTING: 'ENFORCE_STRONG_AUTHENTICATION',
      ALLOW_SPECIFIED: 'true',
      ALLOW_ALL: 'false',
    },
  }),
})
