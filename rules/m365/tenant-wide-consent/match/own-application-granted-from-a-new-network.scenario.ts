import { scenario } from '../../../lib/scenario.ts'
import own from '../no-match/own-application-registered-and-granted.scenario.ts'

export default scenario({
  ...own,
  title:
    'An administrator in a new network registers an application of the organization and consents to it for all users',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'], personas: { 'mara.voss': 'tomas.lindqvist' } },
    {
      sample: 'entra/signin-user-app',
      at: 'P16D',
      personas: { 'mara.voss': 'tomas.lindqvist' },
      replace: { '198.51.100.23': '192.0.2.33' },
    },
    ...own.steps.map((step) => ({ ...step, at: String(step.at).replace('P', 'P18D') })),
  ],
})
