import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five people decline consent to one application',
  steps: [
    {
      sample: 'entra/signin-polled-consent-required',
      at: 'PT1H',
      personas: { 'mara.voss': 5 },
      replace: { '"errorCode": 65001': '"errorCode": 65004' },
      repeat: { every: 'PT1H', times: 5 },
    },
  ],
})
