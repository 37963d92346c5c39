import { scenario } from '../../../lib/scenario.ts'
import twinOfABlockedApplication from '../match/twin-of-a-blocked-application.scenario.ts'

export default scenario({
  ...twinOfABlockedApplication,
  title: 'A user authorizes an application that colleagues used for a month before the old one was blocked',
  steps: twinOfABlockedApplication.steps.toSpliced(1, 0, {
    sample: 'google-workspace/token-authorize-mail',
    at: 'P5D',
    personas: { 'lena.ostrow': 5 },
    repeat: { every: 'PT1H', times: 5 },
    replace: { '417730926581': '417730926599' },
  }),
})
