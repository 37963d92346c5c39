import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/new-app-spreads-on-the-first-day',
  title: 'On the first day of the log source five people consent to one application',
  start: '2026-03-02T09:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT0H',
      replace: { 'mara.voss': 'ada.brook', '0b7c2f6e-51d4': '0b7c2f6e-51d0' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1H',
      replace: { 'mara.voss': 'ben.oduya', '0b7c2f6e-51d4': '0b7c2f6e-51d1' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT2H',
      replace: { 'mara.voss': 'cleo.marsh', '0b7c2f6e-51d4': '0b7c2f6e-51d2' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT3H',
      replace: { 'mara.voss': 'dana.fisk', '0b7c2f6e-51d4': '0b7c2f6e-51d3' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'PT4H',
      replace: { 'mara.voss': 'emil.torres', '0b7c2f6e-51d4': '0b7c2f6e-51d5' },
    },
  ],
})
