import { scenario } from '../../../lib/scenario.ts'
import threeAccountsAuthorizeFromOneNewNetwork from '../match/three-accounts-authorize-from-one-new-network.scenario.ts'

export default scenario({
  ...threeAccountsAuthorizeFromOneNewNetwork,
  title: 'Three people authorize the usual mail app on new phones behind one carrier address',
  steps: [
    ...threeAccountsAuthorizeFromOneNewNetwork.steps.slice(0, 2),
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P9D',
      personas: { 'lena.ostrow': 5 },
      replace: { '"WEB"': '"NATIVE_IOS"' },
      repeat: { every: 'PT1H', times: 5 },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P50D',
      personas: { 'lena.ostrow': 3 },
      replace: { '198.51.100.71': '203.0.113.121', '64496': '64511', '"WEB"': '"NATIVE_IOS"' },
      repeat: { every: 'PT20M', times: 3 },
    },
  ],
})
