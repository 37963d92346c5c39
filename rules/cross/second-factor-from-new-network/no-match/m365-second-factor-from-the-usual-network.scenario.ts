import { scenario } from '../../../lib/scenario.ts'
import secondFactorDeletedAfterAStrangeSignIn from '../match/m365-second-factor-deleted-after-a-strange-sign-in.scenario.ts'

export default scenario({
  ...secondFactorDeletedAfterAStrangeSignIn,
  title: 'An account signs in from a new network, and registers a second factor in the usual network',
  steps: secondFactorDeletedAfterAStrangeSignIn.steps.with(-1, {
    sample: 'entra/audit-role-granted-to-service-principal',
    at: 'P16DT1H',
    personas: { 'tomas.lindqvist': 'mara.voss' },
    replace: { 'Add member to role': 'User registered security info', '198.51.100.31': '198.51.100.23' },
  }),
})
