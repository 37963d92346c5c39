import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three people revoke the tokens of a product a day after their authorization, from one new network',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/login-success',
      at: 'P0D',
      repeat: {
        every: 'PT1M',
        times: 3,
        replace: {
          'lena.ostrow': ['lena.ostrow', 'ole.brandt', 'ines.moreau'],
          '118204417730926514083': ['118204417730926514083', '118204417730926514084', '118204417730926514085'],
        },
      },
    },
    {
      sample: 'google-workspace/login-success',
      at: 'P8D',
      repeat: {
        every: 'PT1M',
        times: 3,
        replace: {
          'lena.ostrow': ['lena.ostrow', 'ole.brandt', 'ines.moreau'],
          '118204417730926514083': ['118204417730926514083', '118204417730926514084', '118204417730926514085'],
        },
      },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'P20D',
      repeat: {
        every: 'PT5M',
        times: 3,
        replace: {
          'lena.ostrow': ['lena.ostrow', 'ole.brandt', 'ines.moreau'],
          '118204417730926514083': ['118204417730926514083', '118204417730926514084', '118204417730926514085'],
        },
      },
    },
    {
      sample: 'google-workspace/token-revoke-mail',
      at: 'P21DT1H',
      replace: { '198.51.100.71': '203.0.113.121' },
      repeat: {
        every: 'PT5M',
        times: 3,
        replace: {
          'lena.ostrow': ['lena.ostrow', 'ole.brandt', 'ines.moreau'],
          '118204417730926514083': ['118204417730926514083', '118204417730926514084', '118204417730926514085'],
        },
      },
    },
  ],
})
