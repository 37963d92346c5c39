import { scenario } from '../../../lib/scenario.ts'
import thirdPersonGrantsMail from '../match/m365-third-person-grants-mail.scenario.ts'

export default scenario({
  ...thirdPersonGrantsMail,
  title:
    'Two people consent to a new application, one of them twice, a third consent fails, and a fourth user receives only a grant',
  steps: [
    ...thirdPersonGrantsMail.steps.slice(0, -1),
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT0H',
      repeat: { every: 'PT1H', times: 3 },
      personas: { 'mara.voss': ['ada.brook', 'ben.oduya', 'ben.oduya'] },
    },
    {
      sample: 'm365/consent-user-mail',
      at: 'P20DT5H',
      personas: { 'mara.voss': 'emil.torres' },
      replace: { '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
    { sample: 'm365/delegated-grant-added', at: 'P20DT6H', personas: { 'mara.voss': 'gus.ahlers' } },
  ],
})
