import { scenario } from '../../../lib/scenario.ts'
import thirdPersonGrantsMail from '../match/m365-third-person-grants-mail.scenario.ts'

export default scenario({
  ...thirdPersonGrantsMail,
  title: 'The members of a team sign in to a quiz that receives only their names',
  steps: thirdPersonGrantsMail.steps.with(-1, {
    sample: 'm365/consent-user-sign-in-only',
    at: 'P20DT1M',
    repeat: { every: 'PT1M', times: 5 },
    personas: { 'jonas.reimer': 5 },
  }),
})
