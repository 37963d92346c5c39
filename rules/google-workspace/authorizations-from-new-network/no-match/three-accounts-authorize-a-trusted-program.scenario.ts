import { scenario } from '../../../lib/scenario.ts'
import threeAccountsAuthorizeFromOneNewNetwork from '../match/three-accounts-authorize-from-one-new-network.scenario.ts'

export default scenario({
  ...threeAccountsAuthorizeFromOneNewNetwork,
  title: 'Three people authorize a program that an administrator trusts, from one new network',
  steps: [
    ...threeAccountsAuthorizeFromOneNewNetwork.steps.slice(0, 2),
    { sample: 'google-workspace/admin-app-trusted', at: 'P19D' },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20D',
      repeat: { every: 'PT20M', times: 3 },
      personas: { 'lena.ostrow': 3 },
      replace: { '198.51.100.71': '203.0.113.121', '64496': '64511' },
    },
  ],
})
