import { scenario } from '../../../lib/scenario.ts'
import own from '../no-match/own-application-registered-and-granted.scenario.ts'

export default scenario({
  title:
    'An administrator in a new network registers an application of the organization and consents to it for all users',
  start: own.start,
  steps: [
    {
      sample: 'entra/signin-user-app',
      at: 'PT1M',
      replace: {
        'mara.voss@': 'tomas.lindqvist@',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f',
      },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P8D',
      replace: {
        'mara.voss@': 'tomas.lindqvist@',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f',
        db68a80f: 'db68a81f',
      },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P16D',
      replace: {
        'mara.voss@': 'tomas.lindqvist@',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '6f1e2d3c-8b4a-4c59-9e07-1a2b3c4d5e6f',
        db68a80f: 'db68a82f',
        '198.51.100.23': '192.0.2.33',
      },
    },
    ...own.steps.map((step) => ({ ...step, at: step.at.replace('P', 'P18D') })),
  ],
})
