import { scenario } from '../../../lib/scenario.ts'

const listing = (ip: string) => ({
  'gmail.users.messages.list': 'directory.users.list',
  '"gmail"': '"admin"',
  '"WEB"': '"NATIVE_DESKTOP"',
  '203.0.113.140': ip,
})

/** A program runs as a scheduled task on a server, five calls a day, where its user never signs in: one alert. */
export default scenario({
  title: 'A program lists the directory at the desk for two weeks, and then for three weeks from a server',
  steps: [
    { sample: 'google-workspace/login-success', at: 'PT1M', repeat: { every: 'P1D', times: 36 } },
    {
      sample: 'google-workspace/token-activity-gmail',
      at: 'PT1H',
      repeat: { every: 'P1D', times: 15 },
      replace: listing('198.51.100.71'),
    },
    ...[1, 2, 3, 4, 5].map((minute) => ({
      sample: 'google-workspace/token-activity-gmail' as const,
      at: `P15DT1H${minute}M` as const,
      repeat: { every: 'P1D' as const, times: 21 },
      replace: listing('192.0.2.33'),
    })),
  ],
})
