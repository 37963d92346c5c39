import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A Global Administrator fails a consent, consents to a Microsoft tool and for all users, and receives a grant',
  steps: [
    { sample: 'm365/role-granted-to-user', at: 'PT1H' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3D',
      personas: { 'mara.voss': 'jonas.reimer' },
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3DT1H',
      personas: { 'mara.voss': 'jonas.reimer', 'Invoice Sync Helper': 'Graph Explorer' },
    },
    { sample: 'm365/delegated-grant-added', at: 'P3DT2H', personas: { 'mara.voss': 'jonas.reimer' } },
    { sample: 'm365/consent-tenant-wide', at: 'P3DT3H', personas: { 'tomas.lindqvist': 'jonas.reimer' } },
  ],
})
