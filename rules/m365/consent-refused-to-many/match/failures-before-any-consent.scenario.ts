import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The sign-ins of five people to an application that nobody consented to fail within two days',
  steps: [
    {
      sample: 'entra/signin-polled-consent-required',
      at: 'PT1H',
      repeat: { every: 'PT7H', times: 5 },
      personas: { 'mara.voss': 5 },
    },
  ],
})
