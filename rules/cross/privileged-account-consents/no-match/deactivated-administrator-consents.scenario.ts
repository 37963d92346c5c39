import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account deactivates its role before a consent to a mail application',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'entra/audit-role-activated-in-pim', at: 'PT1H' },
    { sample: 'entra/audit-role-deactivated-in-pim', at: 'PT3H' },
    {
      sample: 'm365/consent-user-mail',
      at: 'P3D',
      replace: {
        'mara.voss': 'jonas.reimer',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26',
      },
    },
  ],
})
