import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An account adds two keys to one application within an hour, and a key to another: in a hunt, one alert for each application',
  steps: [
    { sample: 'm365/credential-secret-added', at: 'PT1M' },
    { sample: 'm365/credential-secret-added', at: 'PT10M' },
    {
      sample: 'm365/credential-secret-added',
      at: 'PT20M',
      personas: { 'Payroll Bridge': 'Harbour CRM Connector' },
    },
  ],
})
