import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Three people authorize a mail program, each from the new network of a different provider',
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
        every: 'PT20M',
        times: 3,
        replace: {
          'lena.ostrow': ['lena.ostrow', 'ole.brandt', 'ines.moreau'],
          '118204417730926514083': ['118204417730926514083', '118204417730926514084', '118204417730926514085'],
          '198.51.100.71': ['203.0.113.121', '192.0.2.17', '2001:db8:77::5'],
          '64496': ['64511', '64510', '64509'],
        },
      },
    },
  ],
})
