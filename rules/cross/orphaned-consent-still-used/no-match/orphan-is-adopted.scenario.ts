import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'The administrator who consented for the tenant leaves, and another administrator consents again',
  steps: [
    { sample: 'm365/consent-tenant-wide', at: 'PT30M' },
    { sample: 'entra/signin-app-certificate', at: 'PT2H', repeat: { every: 'P1D', times: 5 } },
    {
      sample: 'm365/account-disabled',
      at: 'P6D',
      personas: { 'mara.voss': 'tomas.lindqvist', 'tomas.lindqvist': 'ivo.brandt' },
    },
    { sample: 'm365/consent-tenant-wide', at: 'P7D', personas: { 'tomas.lindqvist': 'ivo.brandt' } },
    { sample: 'entra/signin-app-certificate', at: 'P9D' },
  ],
})
