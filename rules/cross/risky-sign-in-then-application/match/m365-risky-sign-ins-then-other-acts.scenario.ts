import { scenario } from '../../../lib/scenario.ts'

const risky = { '"riskLevelDuringSignIn": "none"': '"riskLevelDuringSignIn": "high"' }

export default scenario({
  title: 'An account registers an application after a high-risk sign-in, and adds an owner after another one',
  steps: [
    { sample: 'entra/signin-user-app', at: 'PT1M', personas: { 'mara.voss': 'tomas.lindqvist' }, replace: risky },
    { sample: 'm365/application-added', at: 'PT1H' },
    { sample: 'entra/signin-user-app', at: 'P2D', personas: { 'mara.voss': 'tomas.lindqvist' }, replace: risky },
    { sample: 'm365/owner-added', at: 'P2DT1H' },
  ],
})
