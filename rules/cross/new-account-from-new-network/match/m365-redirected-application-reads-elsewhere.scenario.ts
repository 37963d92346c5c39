import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application receives a redirect URI, and reads mail of its user from a new network a day later',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H', repeat: { every: 'P1D', times: 20 } },
    { sample: 'm365/application-redirect-added', at: 'P20DT2H', personas: { 'Payroll Bridge': 'Invoice Sync Helper' } },
    { sample: 'm365/mail-items-accessed-bind', at: 'P21D', replace: { '203.0.113.77': '192.0.2.44' } },
  ],
})
