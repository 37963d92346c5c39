import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three people consent to a new application, which sends a message, and an hour later a fourth person consents',
  steps: [
    {
      sample: 'm365/sign-in',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Invoice Sync Helper': 'Berth Planner' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20D',
      repeat: { every: 'PT10M', times: 3 },
      personas: { 'mara.voss': ['ada.brook', 'ben.oduya', 'cleo.marsh'] },
    },
    { sample: 'm365/mail-sent-by-app', at: 'P20DT1H' },
    { sample: 'm365/consent-user-mail', at: 'P20DT2H', personas: { 'mara.voss': 'dana.fisk' } },
  ],
})
