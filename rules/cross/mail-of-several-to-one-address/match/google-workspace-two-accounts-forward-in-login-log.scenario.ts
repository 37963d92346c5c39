import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two people forward their mail to the same outside address, and only the login log contains this',
  start: '2026-04-14T07:00:00Z',
  steps: [
    { sample: 'google-workspace/login-mail-forwarded', at: 'PT1H' },
    {
      sample: 'google-workspace/login-mail-forwarded',
      at: 'P1DT1H',
      personas: { 'lena.ostrow': 'ole.brandt' },
    },
  ],
})
