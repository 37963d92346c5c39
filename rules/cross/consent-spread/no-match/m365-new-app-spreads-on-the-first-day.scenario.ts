import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five people consent to one application on the first day of the log source',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT0H',
      repeat: {
        every: 'PT1H',
        times: 5,
        replace: {
          'mara.voss': ['ada.brook', 'ben.oduya', 'cleo.marsh', 'dana.fisk', 'emil.torres'],
          '0b7c2f6e-51d4': ['0b7c2f6e-51d0', '0b7c2f6e-51d1', '0b7c2f6e-51d2', '0b7c2f6e-51d3', '0b7c2f6e-51d5'],
        },
      },
    },
  ],
})
