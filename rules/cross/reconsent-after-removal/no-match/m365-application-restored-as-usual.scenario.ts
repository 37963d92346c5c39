import { scenario } from '../../../lib/scenario.ts'

const restored = { 'Delete application.': 'Restore application.' }

export default scenario({
  title:
    'From the usual network, an account restores a deleted application; from a new one, it restores an enabled one, and another without success',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M' },
    { sample: 'm365/application-deleted', at: 'PT2H' },
    { sample: 'entra/signin-user-app', at: 'P8D' },
    { sample: 'm365/application-deleted', at: 'P9D', personas: { 'tomas.lindqvist': 'mara.voss' }, replace: restored },
    { sample: 'm365/service-principal-disabled', at: 'P10D' },
    { sample: 'entra/signin-user-app', at: 'P16D', replace: { '198.51.100.23': '203.0.113.90' } },
    { sample: 'm365/application-deleted', at: 'P17D', personas: { 'tomas.lindqvist': 'mara.voss' }, replace: restored },
    {
      sample: 'm365/service-principal-disabled',
      at: 'P18D',
      personas: { 'tomas.lindqvist': 'mara.voss' },
      replace: {
        '"[\\r\\n  false\\r\\n]"': '"[\\r\\n  true\\r\\n]"',
        '"[\\r\\n  true\\r\\n]"': '"[\\r\\n  false\\r\\n]"',
        '"ResultStatus": "Success"': '"ResultStatus": "Failure"',
      },
    },
  ],
})
