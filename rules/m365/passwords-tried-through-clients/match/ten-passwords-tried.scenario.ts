import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/ten-passwords-tried',
  title: 'A password is refused for ten accounts within ten minutes',
  start: '2026-04-02T08:00:00Z',
  steps: [
    {
      sample: 'entra/signin-password-grant',
      at: 'PT1M',
      replace: {
        c2f94e81: 'c2f94e90',
        '0b7c2f6e-51d4': '0b7c2f6e-5200',
        '"errorCode": 0': '"errorCode": 50126',
        '"resultType": "0"': '"resultType": "50126"',
      },
    },
    {
      sample: 'entra/signin-password-grant',
      at: 'PT2M',
      replace: {
        c2f94e81: 'c2f94e91',
        '0b7c2f6e-51d4': '0b7c2f6e-5201',
        '"errorCode": 0': '"errorCode": 50126',
        '"resultType": "0"': '"resultType": "50126"',
      },
    },
    {
      sample: 'entra/signin-password-grant',
      at: 'PT3M',
      replace: {
        c2f94e81: 'c2f94e92',
        '0b7c2f6e-51d4': '0b7c2f6e-5202',
        '"errorCode": 0': '"errorCode": 50126',
        '"resultType": "0"': '"resultType": "50126"',
      },
    },
    {
      sample: 'entra/signin-password-grant',
      at: 'PT4M',
      replace: {
        c2f94e81: 'c2f94e93',
        '0b7c2f6e-51d4': '0b7c2f6e-5203',
        '"errorCode": 0': '"errorCode": 50126',
        '"resultType": "0"': '"resultType": "50126"',
      },
    },
    {
      sample: 'entra/signin-password-grant',
      at: 'PT5M',
      replace: {
        c2f94e81: 'c2f94e94',
        '0b7c2f6e-51d4': '0b7c2f6e-5204',
        '"errorCode": 0': '"errorCode": 50126',
        '"resultType": "0"': '"resultType": "50126"',
      },
    },
    {
      sample: 'entra/signin-password-grant',
      at: 'PT6M',
      replace: {
        c2f94e81: 'c2f94e95',
        '0b7c2f6e-51d4': '0b7c2f6e-5205',
        '"errorCode": 0': '"errorCode": 50126',
        '"resultType": "0"': '"resultType": "50126"',
      },
    },
    {
      sample: 'entra/signin-password-grant',
      at: 'PT7M',
      replace: {
        c2f94e81: 'c2f94e96',
        '0b7c2f6e-51d4': '0b7c2f6e-5206',
        '"errorCode": 0': '"errorCode": 50126',
        '"resultType": "0"': '"resultType": "50126"',
      },
    },
    {
      sample: 'entra/signin-password-grant',
      at: 'PT8M',
      replace: {
        c2f94e81: 'c2f94e97',
        '0b7c2f6e-51d4': '0b7c2f6e-5207',
        '"errorCode": 0': '"errorCode": 50126',
        '"resultType": "0"': '"resultType": "50126"',
      },
    },
    {
      sample: 'entra/signin-password-grant',
      at: 'PT9M',
      replace: {
        c2f94e81: 'c2f94e98',
        '0b7c2f6e-51d4': '0b7c2f6e-5208',
        '"errorCode": 0': '"errorCode": 50126',
        '"resultType": "0"': '"resultType": "50126"',
      },
    },
    {
      sample: 'entra/signin-password-grant',
      at: 'PT10M',
      replace: {
        c2f94e81: 'c2f94e99',
        '0b7c2f6e-51d4': '0b7c2f6e-5209',
        '"errorCode": 0': '"errorCode": 50126',
        '"resultType": "0"': '"resultType": "50126"',
      },
    },
  ],
})
