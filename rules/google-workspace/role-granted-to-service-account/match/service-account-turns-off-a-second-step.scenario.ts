import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A service account turns off the second step of a person',
  steps: [
    {
      sample: 'google-workspace/admin-password-changed',
      at: 'P8D',
      replace: {
        'joost.hale@northpier.example': 'mail-sweeper@pier-automation.iam.gserviceaccount.com',
        '102946617803351720948': '104567890123456789012',
        CHANGE_PASSWORD: 'TURN_OFF_2_STEP_VERIFICATION',
      },
    },
  ],
})
