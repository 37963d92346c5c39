import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Four people consent to a new application, a fifth consent fails, and a sixth user receives only a grant',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/sign-in', at: 'PT0S', repeat: { every: 'P1D', times: 20 }, replace: { e2f4c6a8: '91d6c3b8' } },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT0H',
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
        '"ResultStatus": "Success"': '"ResultStatus": "Failure"',
      },
    },
    {
      sample: 'm365/delegated-grant-added',
      at: 'P20DT6H',
      replace: { 'mara.voss': 'gus.ahlers', '0b7c2f6e-51d4': '0b7c2f6e-51d6' },
    },
  ],
})
