import { scenario } from '../../../lib/scenario.ts'
import thirdPersonGrantsMail from './m365-third-person-grants-mail.scenario.ts'

export default scenario({
  ...thirdPersonGrantsMail,
  title: 'Three people consent to a new application, which sends a message, and an hour later a fourth person consents',
  steps: [
    ...thirdPersonGrantsMail.steps.slice(0, -1),
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
