import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An account is deleted, and its application continues to read',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/consent-user-mail', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/delegated-grant-added', at: 'PT14M', bundle: 'consent' },
    { sample: 'm365/mail-items-accessed-bind', at: 'PT1H' },
    {
      sample: 'm365/user-deleted',
      at: 'P11D',
      replace: {
        'jonas.reimer': 'mara.voss',
        '2f8d4b17-6c3e-4a95-b1d0-7e5f9a8c4d26': '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514',
        '2f8d4b176c3e4a95b1d07e5f9a8c4d26': '0b7c2f6e51d44c198a0e93f2d6a7e514',
      },
    },
    { sample: 'm365/mail-items-accessed-bind', at: 'P13D' },
  ],
})
