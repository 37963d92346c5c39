import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The sign-ins of four people stop because an administrator must approve the application',
  steps: [
    {
      sample: 'entra/signin-polled-consent-required',
      at: 'PT1H',
      personas: { 'mara.voss': 4 },
      replace: { '"errorCode": 65001': '"errorCode": 90094' },
      repeat: { every: 'PT1H', times: 4 },
    },
  ],
})
