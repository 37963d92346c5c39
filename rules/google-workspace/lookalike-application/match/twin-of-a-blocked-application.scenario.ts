import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user lets an application read all mail that has the name of one that an administrator blocked',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1M' },
    { sample: 'google-workspace/admin-app-blocked', at: 'P45D', replace: { '/Sales': 'northpier' } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P46D',
      personas: { 'lena.ostrow': 'nora.kjell' },
      replace: { '417730926581': '417730926599' },
    },
  ],
})
