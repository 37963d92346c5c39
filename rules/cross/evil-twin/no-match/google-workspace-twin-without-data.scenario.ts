import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes a second client with the same name for sign-in only',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P12D',
      personas: { 'lena.ostrow': 'tomas.feld' },
      replace: {
        '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj': '288114470936-a1b2c3d4e5f6g7h8i9j0k1l2m3n4o5p6',
        'https://mail.google.com/': 'openid',
      },
    },
  ],
})
