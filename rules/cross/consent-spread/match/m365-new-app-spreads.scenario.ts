import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Six people consent to an application that appeared the same day',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/sign-in', at: 'PT0S', repeat: { every: 'P1D', times: 20 }, replace: { e2f4c6a8: '91d6c3b8' } },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT0H0M',
      repeat: {
        every: 'PT1H7M',
        times: 6,
        replace: {
          'mara.voss': ['ada.brook', 'ben.oduya', 'cleo.marsh', 'dana.fisk', 'emil.torres', 'fay.lund'],
          '0b7c2f6e-51d4': [
            '0b7c2f6e-51d0',
            '0b7c2f6e-51d1',
            '0b7c2f6e-51d2',
            '0b7c2f6e-51d3',
            '0b7c2f6e-51d4',
            '0b7c2f6e-51d5',
          ],
        },
      },
    },
  ],
})
