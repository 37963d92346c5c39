import { scenario } from '../../../lib/scenario.ts'
import twinOfABlockedApplication from '../match/twin-of-a-blocked-application.scenario.ts'

export default scenario({
  ...twinOfABlockedApplication,
  title: 'An administrator trusts an application of the same name before the old one is blocked',
  steps: twinOfABlockedApplication.steps.toSpliced(1, 0, {
    sample: 'google-workspace/admin-app-trusted',
    at: 'P44D',
    replace: { '/Sales': 'northpier', '417730926581': '417730926599' },
  }),
})
