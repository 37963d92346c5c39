import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A consent precedes the block of an application, concerns another application, or is in another tenant',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT5M' },
    { sample: 'm365/consent-blocked-risky', at: 'PT12M' },
    // It is registered, and a consent fails.
    { sample: 'm365/service-principal-added', at: 'PT14M' },
    {
      sample: 'm365/consent-failed-technically',
      at: 'PT15M',
      personas: { 'Harbour CRM Connector': 'Invoice Sync Helper' },
    },
    { sample: 'm365/consent-user-sign-in-only', at: 'PT20M' },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT30M',
      replace: { '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901': '2a7e9b40-6c1d-4f83-9e25-b8d0c4f16a37' },
    },
  ],
})
