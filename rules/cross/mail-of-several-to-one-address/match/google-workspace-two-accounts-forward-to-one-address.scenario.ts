import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two people forward their mail to the same outside address a day apart',
  steps: [
    { sample: 'google-workspace/user-accounts-mail-forwarded', at: 'PT1H' },
    {
      sample: 'google-workspace/user-accounts-mail-forwarded',
      at: 'P1DT1H',
      personas: { 'lena.ostrow': 'ole.brandt' },
    },
  ],
})
