import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A password grant fails for ten accounts within ten minutes',
  steps: [
    {
      sample: 'entra/signin-password-grant',
      at: 'PT1M',
      personas: { 'mara.voss': 10 },
      replace: { '"errorCode": 0': '"errorCode": 50126', '"resultType": "0"': '"resultType": "50126"' },
      repeat: { every: 'PT1M', times: 10 },
    },
  ],
})
