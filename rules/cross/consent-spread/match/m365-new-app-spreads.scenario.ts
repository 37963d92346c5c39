import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/new-app-spreads',
  title: 'Six people consent to an application that nobody knew this morning',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/sign-in', at: 'PT0S', repeat: { every: 'P1D', times: 20 }, replace: { e2f4c6a8: '91d6c3b8' } },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT0H0M',
      replace: { 'mara.voss': 'ada.brook', '0b7c2f6e-51d4': '0b7c2f6e-51d0' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT1H7M',
      replace: { 'mara.voss': 'ben.oduya', '0b7c2f6e-51d4': '0b7c2f6e-51d1' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT2H14M',
      replace: { 'mara.voss': 'cleo.marsh', '0b7c2f6e-51d4': '0b7c2f6e-51d2' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT3H21M',
      replace: { 'mara.voss': 'dana.fisk', '0b7c2f6e-51d4': '0b7c2f6e-51d3' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT4H28M',
      replace: { 'mara.voss': 'emil.torres' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT5H35M',
      replace: { 'mara.voss': 'fay.lund', '0b7c2f6e-51d4': '0b7c2f6e-51d5' },
    },
  ],
})
