import { scenario } from '../../../lib/scenario.ts'
import threeAccountsAuthorizeFromOneNewNetwork from '../match/three-accounts-authorize-from-one-new-network.scenario.ts'

export default scenario({
  ...threeAccountsAuthorizeFromOneNewNetwork,
  title: 'Three people authorize a Google tool from one new network',
  steps: threeAccountsAuthorizeFromOneNewNetwork.steps.with(-1, {
    sample: 'google-workspace/token-authorize-mail',
    at: 'P20D',
    repeat: {
      every: 'PT20M',
      times: 3,
      replace: {
        'lena.ostrow': ['lena.ostrow', 'ole.brandt', 'ines.moreau'],
        '118204417730926514083': ['118204417730926514083', '118204417730926514084', '118204417730926514085'],
      },
    },
    replace: {
      '198.51.100.71': '203.0.113.121',
      '64496': '64511',
      '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '32555940559',
    },
  }),
})
