import { scenario } from '../../../lib/scenario.ts'
import owner from '../match/google-workspace-owner-changes-password-weeks-after-consent.scenario.ts'

export default scenario({
  ...owner,
  title:
    'An owner changes the password three weeks after a consent, and an application that three colleagues use remains active',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT10M',
      repeat: {
        every: 'PT5M',
        times: 2,
        replace: {
          'lena.ostrow': ['ole.brandt', 'ines.moreau'],
          '118204417730926514083': ['118204417730926514084', '118204417730926514085'],
        },
      },
    },
    ...owner.steps,
  ],
})
