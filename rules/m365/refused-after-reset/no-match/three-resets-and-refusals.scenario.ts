import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'After the password resets of three people, an application tries the old tokens of each person four times',
  start: '2026-03-02T09:00:00Z',
  steps: [
    { sample: 'm365/sign-in', at: 'PT5M', replace: {} },
    { sample: 'm365/password-reset', at: 'P5DT0M', replace: {} },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT0M',
      repeat: { every: 'PT2M', times: 4 },
      replace: { '"errorCode": 0': '"errorCode": 50173', '"resultType": "0"': '"resultType": "50173"' },
    },
    {
      sample: 'm365/sign-in',
      at: 'PT6M',
      replace: {
        'mara.voss': 'ole.brandt',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '1c8d3a7f-51d4-4c19-8a0e-93f2d6a7e514',
      },
    },
    {
      sample: 'm365/password-reset',
      at: 'P5DT1M',
      replace: {
        'mara.voss': 'ole.brandt',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '1c8d3a7f-51d4-4c19-8a0e-93f2d6a7e514',
      },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT1M',
      repeat: { every: 'PT2M', times: 4 },
      replace: {
        '"errorCode": 0': '"errorCode": 50173',
        '"resultType": "0"': '"resultType": "50173"',
        'mara.voss': 'ole.brandt',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '1c8d3a7f-51d4-4c19-8a0e-93f2d6a7e514',
      },
    },
    {
      sample: 'm365/sign-in',
      at: 'PT7M',
      replace: {
        'mara.voss': 'ines.moreau',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2c8d3a7f-51d4-4c19-8a0e-93f2d6a7e514',
      },
    },
    {
      sample: 'm365/password-reset',
      at: 'P5DT2M',
      replace: {
        'mara.voss': 'ines.moreau',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2c8d3a7f-51d4-4c19-8a0e-93f2d6a7e514',
      },
    },
    {
      sample: 'entra/signin-user-app',
      at: 'P6DT2M',
      repeat: { every: 'PT2M', times: 4 },
      replace: {
        '"errorCode": 0': '"errorCode": 50173',
        '"resultType": "0"': '"resultType": "50173"',
        'mara.voss': 'ines.moreau',
        '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514': '2c8d3a7f-51d4-4c19-8a0e-93f2d6a7e514',
      },
    },
  ],
})
