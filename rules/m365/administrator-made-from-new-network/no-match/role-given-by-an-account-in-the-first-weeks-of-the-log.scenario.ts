import { scenario } from '../../../lib/scenario.ts'
import given from '../match/role-given-by-an-account-that-never-signed-in.scenario.ts'

export default scenario({
  ...given,
  title: 'An account signs in for the first time in a young log, and makes a person an eligible administrator',
  steps: given.steps.with(1, {
    sample: 'entra/signin-user-app',
    at: 'P20D',
    personas: { 'mara.voss': 'jonas.reimer' },
  }),
})
