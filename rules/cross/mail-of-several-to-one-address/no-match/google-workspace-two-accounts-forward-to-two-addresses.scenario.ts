import { scenario } from '../../../lib/scenario.ts'
import oneAddress from '../match/google-workspace-two-accounts-forward-to-one-address.scenario.ts'

export default scenario({
  ...oneAddress,
  title: 'Two people forward their mail to different outside addresses, and one of them sets the address twice',
  steps: [
    { sample: 'google-workspace/user-accounts-mail-forwarded', at: ['PT1H', 'PT2H'] },
    {
      sample: 'google-workspace/user-accounts-mail-forwarded',
      at: 'P1DT1H',
      personas: { 'lena.ostrow': 'ole.brandt' },
      replace: { 'lena.private@mail.example': 'ole.private@mail.example' },
    },
  ],
})
