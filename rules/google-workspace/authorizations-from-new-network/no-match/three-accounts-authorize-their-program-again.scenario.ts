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
      repeat: {
        every: 'PT20M',
        times: 3,
        replace: {
          'lena.ostrow': ['lena.ostrow', 'ole.brandt', 'ines.moreau'],
          '118204417730926514083': ['118204417730926514083', '118204417730926514084', '118204417730926514085'],
        },
      },
      replace: {
        '"WEB"': '"NATIVE_DESKTOP"',
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '406964657835-aq8lmia8j95dhl1a2bvharmfk3t1hgqj',
      },
    },
    ...threeAccountsAuthorizeFromOneNewNetwork.steps.slice(2),
  ],
})
