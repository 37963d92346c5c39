import { scenario } from '../../../lib/scenario.ts'
import threeAccountsAuthorizeFromOneNewNetwork from '../match/three-accounts-authorize-from-one-new-network.scenario.ts'

export default scenario({
  ...threeAccountsAuthorizeFromOneNewNetwork,
  title: 'Three people authorize a mail program, each from the new network of a different provider',
  steps: threeAccountsAuthorizeFromOneNewNetwork.steps.with(-1, {
    sample: 'google-workspace/token-authorize-mail',
    at: 'P20D',
    repeat: {
      every: 'PT20M',
      times: 3,
      replace: {
        '198.51.100.71': ['203.0.113.121', '192.0.2.17', '2001:db8:77::5'],
        '64496': ['64511', '64510', '64509'],
      },
    },
    personas: { 'lena.ostrow': 3 },
  }),
})
