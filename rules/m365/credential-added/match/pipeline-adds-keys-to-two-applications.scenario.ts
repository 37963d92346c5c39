import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account adds keys to two applications within an hour: one alert in a hunt',
  steps: [
    { sample: 'm365/credential-secret-added', at: 'PT1M' },
    {
      sample: 'm365/credential-secret-added',
      at: 'PT20M',
      personas: { 'Payroll Bridge': 'Harbour CRM Connector' },
    },
  ],
})
