import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user grants mail to a client of Microsoft that reports do not name',
  steps: [
    {
      sample: 'm365/consent-first-party-client',
      at: 'PT1M',
      replace: {
        'de8bc8b5-d9f9-48b1-a8ad-b748da725064': '1fec8e78-bce4-4aaf-ab1b-5451cc387264',
        'Graph Explorer': 'Microsoft Teams',
      },
    },
  ],
})
