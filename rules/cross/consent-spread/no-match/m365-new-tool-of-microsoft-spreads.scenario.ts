import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five people consent to a Microsoft tool that is new to the organization',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/sign-in', at: 'PT0S', repeat: { every: 'P1D', times: 20 }, replace: { e2f4c6a8: '91d6c3b8' } },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT0H',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064' },
      repeat: {
        every: 'PT1H',
        times: 4,
        replace: {
          'mara.voss': ['ada.brook', 'ben.oduya', 'cleo.marsh', 'dana.fisk'],
          '0b7c2f6e-51d4': ['0b7c2f6e-51d0', '0b7c2f6e-51d1', '0b7c2f6e-51d2', '0b7c2f6e-51d3'],
        },
      },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT5H',
      replace: {
        'mara.voss': 'emil.torres',
        '0b7c2f6e-51d4': '0b7c2f6e-51d5',
        'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'de8bc8b5-d9f9-48b1-a8ad-b748da725064',
      },
    },
  ],
})
