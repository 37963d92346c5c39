import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'An account signs in from a new network, and restores a deleted application and enables a disabled one three days later',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'm365/service-principal-disabled', at: 'PT1H' },
    { sample: 'm365/application-deleted', at: 'PT2H' },
    { sample: 'entra/signin-user-app', at: 'P8D' },
    { sample: 'entra/signin-user-app', at: 'P16D', replace: { '198.51.100.23': '203.0.113.90' } },
    {
      sample: 'm365/service-principal-disabled',
      at: 'P19D',
      personas: { 'tomas.lindqvist': 'mara.voss' },
      replace: {
        '"[\\r\\n  false\\r\\n]"': '"[\\r\\n  true\\r\\n]"',
        '"[\\r\\n  true\\r\\n]"': '"[\\r\\n  false\\r\\n]"',
      },
    },
    {
      sample: 'm365/application-deleted',
      at: 'P19DT1H',
      personas: { 'tomas.lindqvist': 'mara.voss' },
      replace: { 'Delete application.': 'Restore application.' },
    },
  ],
})
