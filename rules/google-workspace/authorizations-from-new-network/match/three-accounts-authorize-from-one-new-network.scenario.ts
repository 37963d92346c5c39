import { scenario } from '../../../lib/scenario.ts'
import threeAccountsLoseNewGrantsFromOneNewNetwork from './three-accounts-lose-new-grants-from-one-new-network.scenario.ts'

export default scenario({
  ...threeAccountsLoseNewGrantsFromOneNewNetwork,
  title: 'Three people authorize a mail program from one network that is new to all three',
  steps: [
    ...threeAccountsLoseNewGrantsFromOneNewNetwork.steps.slice(0, 2),
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20D',
      repeat: { every: 'PT20M', times: 3 },
      personas: { 'lena.ostrow': 3, 'Inbox Pilot': 'Mozilla Thunderbird' },
      replace: { '198.51.100.71': '203.0.113.121', '64496': '64511', '"WEB"': '"NATIVE_DESKTOP"' },
    },
  ],
})
