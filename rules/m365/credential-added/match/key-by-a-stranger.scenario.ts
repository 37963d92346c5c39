import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account adds its first key to an application that another account maintains',
  steps: [
    { sample: 'm365/credential-secret-added', at: 'PT1H', repeat: { every: 'P30D', times: 3 } },
    {
      sample: 'm365/credential-secret-added',
      at: 'P70D',
      delivered: 'P70DT3H',
      personas: { 'tomas.lindqvist': 'jonas.reimer' },
    },
  ],
})
