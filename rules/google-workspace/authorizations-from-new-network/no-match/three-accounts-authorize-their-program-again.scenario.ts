import { scenario } from '../../../lib/scenario.ts'
import threeAccountsAuthorizeFromOneNewNetwork from '../match/three-accounts-authorize-from-one-new-network.scenario.ts'

export default scenario({
  ...threeAccountsAuthorizeFromOneNewNetwork,
  title: 'Three people authorize their mail program again from a new internet connection',
  steps: [
    ...threeAccountsAuthorizeFromOneNewNetwork.steps.slice(0, 2),
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P9D',
      repeat: { every: 'PT20M', times: 3 },
      personas: { 'lena.ostrow': 3, 'Inbox Pilot': 'Mozilla Thunderbird' },
      replace: { '"WEB"': '"NATIVE_DESKTOP"' },
    },
    ...threeAccountsAuthorizeFromOneNewNetwork.steps.slice(2),
  ],
})
