import { scenario } from '../../../lib/scenario.ts'
import thirdPersonGrantsMail from './m365-third-person-grants-mail.scenario.ts'

export default scenario({
  ...thirdPersonGrantsMail,
  title: 'Six people consent to an application that appeared the same day',
  steps: thirdPersonGrantsMail.steps.with(-1, {
    sample: 'm365/consent-user-mail',
    at: 'P20DT0H0M',
    repeat: { every: 'PT1H7M', times: 6 },
    personas: { 'mara.voss': ['ada.brook', 'ben.oduya', 'cleo.marsh', 'dana.fisk', 'emil.torres', 'fay.lund'] },
  }),
})
