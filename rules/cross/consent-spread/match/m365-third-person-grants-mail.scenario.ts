import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three people let an application read their mail on the day when it appears',
  steps: [
    {
      sample: 'm365/sign-in',
      at: 'PT0S',
      repeat: { every: 'P1D', times: 20 },
      personas: { 'Invoice Sync Helper': 'Berth Planner' },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT0H',
      repeat: { every: 'PT40M', times: 3 },
      personas: { 'mara.voss': ['ada.brook', 'ben.oduya', 'cleo.marsh'] },
    },
  ],
})
