import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Ten people mistype their passwords in a browser',
  steps: [
    {
      sample: 'entra/signin-password-grant',
      at: 'PT1M',
      personas: { 'mara.voss': 10 },
      replace: {
        '"errorCode": 0': '"errorCode": 50126',
        '"resultType": "0"': '"resultType": "50126"',
        '"ropc"': '"oAuth2"',
      },
      repeat: { every: 'PT1M', times: 10 },
    },
  ],
})
