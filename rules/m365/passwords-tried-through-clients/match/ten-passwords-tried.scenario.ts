import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A password grant fails for ten accounts within ten minutes',
  start: '2026-04-02T08:00:00Z',
  steps: [
    {
      sample: 'entra/signin-password-grant',
      at: 'PT1M',
      replace: { '"errorCode": 0': '"errorCode": 50126', '"resultType": "0"': '"resultType": "50126"' },
      repeat: {
        every: 'PT1M',
        times: 10,
        replace: {
          c2f94e81: [
            'c2f94e90',
            'c2f94e91',
            'c2f94e92',
            'c2f94e93',
            'c2f94e94',
            'c2f94e95',
            'c2f94e96',
            'c2f94e97',
            'c2f94e98',
            'c2f94e99',
          ],
          '0b7c2f6e-51d4': [
            '0b7c2f6e-5200',
            '0b7c2f6e-5201',
            '0b7c2f6e-5202',
            '0b7c2f6e-5203',
            '0b7c2f6e-5204',
            '0b7c2f6e-5205',
            '0b7c2f6e-5206',
            '0b7c2f6e-5207',
            '0b7c2f6e-5208',
            '0b7c2f6e-5209',
          ],
        },
      },
    },
  ],
})
