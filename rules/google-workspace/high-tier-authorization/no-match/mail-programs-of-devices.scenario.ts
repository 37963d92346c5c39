import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A user authorizes a new mail program in the usual network, and phone programs and Thunderbird in a new network',
  steps: [
    { sample: 'google-workspace/login-success', at: ['PT1M', 'P8D'] },
    { sample: 'google-workspace/token-authorize-mail', at: 'P20D', replace: { '"WEB"': '"NATIVE_DESKTOP"' } },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P21D',
      replace: {
        '"WEB"': '"NATIVE_IOS"',
        '198.51.100.71': '203.0.113.121',
        '64496': '64511',
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '288114470930-a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6',
      },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P21DT1H',
      replace: {
        '"WEB"': '"NATIVE_DESKTOP"',
        '198.51.100.71': '203.0.113.121',
        '64496': '64511',
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '406964657835-aq8lmia8j95dhl1a2bvharmfk3t1hgqj',
      },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P21DT2H',
      replace: {
        '"WEB"': '"NATIVE_ANDROID"',
        '198.51.100.71': '203.0.113.121',
        '64496': '64511',
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '288114470931-a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6',
      },
    },
  ],
})
