import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/quiz-spreads',
  title: 'A team signs in to a quiz with the work account; it gets names alone',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/sign-in', at: 'PT0S', repeat: { every: 'P1D', times: 20 }, replace: { e2f4c6a8: '0c9a52b1' } },
    {
      sample: 'm365/consent-user-sign-in-only',
      at: 'P20DT1M',
      replace: { 'jonas.reimer': 'ada.brook', '2f8d4b17-6c3e': '2f8d4b17-6c30' },
    },
    {
      sample: 'm365/consent-user-sign-in-only',
      at: 'P20DT2M',
      replace: { 'jonas.reimer': 'ben.oduya', '2f8d4b17-6c3e': '2f8d4b17-6c31' },
    },
    {
      sample: 'm365/consent-user-sign-in-only',
      at: 'P20DT3M',
      replace: { 'jonas.reimer': 'cleo.marsh', '2f8d4b17-6c3e': '2f8d4b17-6c32' },
    },
    {
      sample: 'm365/consent-user-sign-in-only',
      at: 'P20DT4M',
      replace: { 'jonas.reimer': 'dana.fisk', '2f8d4b17-6c3e': '2f8d4b17-6c33' },
    },
    { sample: 'm365/consent-user-sign-in-only', at: 'P20DT5M' },
  ],
})
