import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two people forward their mail to the same outside address, and only the login log contains this',
  steps: [
    { sample: 'google-workspace/login-mail-forwarded', at: 'PT1H' },
    {
      sample: 'google-workspace/login-mail-forwarded',
      at: 'P1DT1H',
      personas: { 'lena.ostrow': 'ole.brandt' },
    },
  ],
})
