import { scenario } from '../../../lib/scenario.ts'
import thirdPersonGrantsMail from '../match/m365-third-person-grants-mail.scenario.ts'

export default scenario({
  ...thirdPersonGrantsMail,
  title: 'Five people consent to a Microsoft tool that is new to the organization',
  steps: [
    ...thirdPersonGrantsMail.steps.slice(0, -1),
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
