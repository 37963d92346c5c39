import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two people let an application read their files; weeks later, a third person grants it the whole mailbox',
  steps: [
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P1D',
      repeat: { every: 'PT20M', times: 2 },
      personas: { 'lena.ostrow': ['ole.brandt', 'ines.moreau'] },
      replace: { 'https://mail.google.com/': 'https://www.googleapis.com/auth/spreadsheets' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20D' },
  ],
})
