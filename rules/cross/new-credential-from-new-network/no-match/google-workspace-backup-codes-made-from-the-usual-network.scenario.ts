import { scenario } from '../../../lib/scenario.ts'
import codes from '../match/google-workspace-backup-codes-made-from-a-new-network.scenario.ts'

export default scenario({
  ...codes,
  title:
    'An application that makes backup codes every week makes some from its network; an administrator makes some elsewhere',
  steps: [
    ...codes.steps.slice(0, -1),
    {
      sample: 'google-workspace/admin-password-changed',
      at: 'P21DT3H',
      replace: { CHANGE_PASSWORD: 'GENERATE_2SV_SCRATCH_CODES', '198.51.100.12': '192.0.2.33' },
    },
  ],
})
