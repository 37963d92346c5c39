import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A consent grants new permissions, and the record of the grant is missing',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-sign-in-only',
      at: 'PT10M',
      bundle: 'whole',
    },
    {
      sample: 'm365/delegated-grant-added',
      at: 'PT10M',
      bundle: 'whole',
      replace: {
        'mara.voss': 'jonas.reimer',
        '4d9e8f70-6c5b-4a39-8281-7e6f5d4c3b2a': 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01',
        ' Mail.ReadWrite Mail.Send offline_access openid profile': ' User.Read openid profile',
      },
    },
    { sample: 'm365/consent-user-mail', at: 'PT1H', redelivered: ['PT3H'] },
    { sample: 'm365/sign-in', at: 'P1D', replace: { 'mara.voss': 'ines.carver', e2f4c6a8: '91d6c3b8' } },
  ],
})
