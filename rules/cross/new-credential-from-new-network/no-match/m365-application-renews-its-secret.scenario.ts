import { scenario } from '../../../lib/scenario.ts'
import addsSecret, { bySelf } from '../match/m365-application-in-use-adds-secret-to-itself.scenario.ts'

export default scenario({
  ...addsSecret,
  title: 'An application in use renews its secret: the name is that of the year before, with the next year',
  steps: addsSecret.steps.with(-1, {
    sample: 'm365/credential-secret-added',
    at: 'P40D',
    replace: { ...bySelf, 'DisplayName=backup': 'DisplayName=deploy 2026' },
  }),
})
