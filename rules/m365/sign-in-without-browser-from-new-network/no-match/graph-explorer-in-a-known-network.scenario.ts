import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user opens Graph Explorer in the usual network',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { sample: 'entra/signin-user-app', at: 'P16D', personas: { 'Invoice Sync Helper': 'Graph Explorer' } },
  ],
})
