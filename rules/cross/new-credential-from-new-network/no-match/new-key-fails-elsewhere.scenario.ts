import { scenario } from '../../../lib/scenario.ts'
import newKeyFromElsewhereAfterSixDays from '../match/m365-new-key-from-elsewhere-after-six-days.scenario.ts'

export default scenario({
  ...newKeyFromElsewhereAfterSixDays,
  title: 'A new secret is rejected in a network that the application never used',
  steps: newKeyFromElsewhereAfterSixDays.steps.with(-1, {
    sample: 'entra/signin-app-new-secret',
    at: 'P20DT30M',
    replace: {
      '"resultType": "0"': '"resultType": "50057"',
      '"errorCode": 0': '"errorCode": 50057',
      '"SUCCESS"': '"FAILURE"',
    },
  }),
})
