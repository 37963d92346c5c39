import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The administrator who consented for the tenant leaves, and the application reads mail through Graph',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT30M' },
    { sample: 'entra/signin-app-certificate', at: 'PT2H', repeat: { every: 'P1D', times: 5 } },
    {
      sample: 'm365/account-disabled',
      at: 'P6D',
      personas: { 'mara.voss': 'tomas.lindqvist', 'tomas.lindqvist': 'ivo.brandt' },
    },
    { sample: 'entra/graph-app-reads-mailbox', at: 'P9D', personas: { 'Payroll Bridge': 'Harbour CRM Connector' } },
  ],
})
