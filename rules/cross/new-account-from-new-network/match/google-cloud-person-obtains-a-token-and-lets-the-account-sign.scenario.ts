import { scenario } from '../../../lib/scenario.ts'
import signsElsewhere from './google-cloud-person-lets-an-account-sign-elsewhere.scenario.ts'

export default scenario({
  ...signsElsewhere,
  title:
    'A person obtains a token of a service account from a new network, and lets the account sign tokens an hour later',
  steps: signsElsewhere.steps.toSpliced(1, 0, { sample: 'google-cloud/audit-token-generated', at: 'P19DT23H' }),
})
