import { scenario } from '../../../lib/scenario.ts'
import own from '../match/m365-own-application-reaches-all-mail.scenario.ts'

export default scenario({
  ...own,
  title: 'Two hours after its registration, a user lets an own application change and send mail',
  steps: own.steps.with(-1, {
    sample: 'm365/consent-user-mail',
    at: 'PT2H10M',
    personas: { 'Invoice Sync Helper': 'Payroll Bridge' },
  }),
})
