import { scenario } from '../../../lib/scenario.ts'
import threeAccountsAuthorizeFromOneNewNetwork from '../match/three-accounts-authorize-from-one-new-network.scenario.ts'

export default scenario({
  ...threeAccountsAuthorizeFromOneNewNetwork,
  title: 'Three people authorize a mail program from one new network on three days',
  steps: threeAccountsAuthorizeFromOneNewNetwork.steps.with(-1, {
    sample: 'google-workspace/token-authorize-mail',
    at: 'P20D',
    repeat: { every: 'P1DT2H', times: 3 },
    personas: { 'lena.ostrow': 3, 'Inbox Pilot': 'Mozilla Thunderbird' },
    replace: { '198.51.100.71': '203.0.113.121', '64496': '64511', '"WEB"': '"NATIVE_DESKTOP"' },
  }),
})
