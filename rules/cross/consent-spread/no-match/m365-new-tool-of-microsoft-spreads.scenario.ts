import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Five people consent to a Microsoft tool that is new to the organization',
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
      personas: {
        'mara.voss': ['ada.brook', 'ben.oduya', 'cleo.marsh', 'dana.fisk'],
        'Invoice Sync Helper': 'Graph Explorer',
      },
      repeat: { every: 'PT1H', times: 4 },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT5H',
      personas: { 'mara.voss': 'emil.torres', 'Invoice Sync Helper': 'Graph Explorer' },
    },
  ],
})
