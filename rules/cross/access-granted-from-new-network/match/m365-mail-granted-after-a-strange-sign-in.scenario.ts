import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user signs in from a new network and an hour later grants an application access to mail',
  start: '2026-04-02T08:00:00Z',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    {
      sample: 'entra/signin-command-line-elsewhere',
      at: 'P16D',
      replace: { '"isInteractive": false': '"isInteractive": true' },
    },
    { sample: 'm365/consent-user-mail', at: 'P16DT1H' },
  ],
})
