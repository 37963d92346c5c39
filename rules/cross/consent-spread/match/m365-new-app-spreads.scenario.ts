import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Six people consent to an application that appeared the same day',
  steps: [
    {
      sample: 'm365/sign-in',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Invoice Sync Helper': 'Berth Planner' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT0H0M',
      repeat: { every: 'PT1H7M', times: 6 },
      personas: { 'mara.voss': ['ada.brook', 'ben.oduya', 'cleo.marsh', 'dana.fisk', 'emil.torres', 'fay.lund'] },
    },
  ],
})
