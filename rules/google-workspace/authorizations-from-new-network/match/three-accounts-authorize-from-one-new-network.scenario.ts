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
        '"WEB"': '"NATIVE_DESKTOP"',
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '406964657835-aq8lmia8j95dhl1a2bvharmfk3t1hgqj',
      },
    },
  ],
})
