import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A refresh token yields the first Azure PowerShell token of an account in a network without its owner',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-command-line', at: 'PT1M' },
    { sample: 'entra/signin-command-line', at: 'P8D', replace: { '1e7a5c30': '1e7a5c31' } },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P16D',
      replace: { '04b07795-8ddb-461a-bbee-02f9e1bf7b46': '1950a258-227b-4e31-a9cf-717495945fc2' },
    },
  ],
})
