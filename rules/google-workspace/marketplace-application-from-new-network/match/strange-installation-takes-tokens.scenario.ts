import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'google-workspace/strange-installation-takes-tokens',
  title: 'An administrator installs an application from a new network, and it obtains a token for files',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/login-success',
      at: 'P0D',
      replace: {
        'lena.ostrow': 'joost.hale',
        '118204417730926514083': '102946617803351720948',
        '198.51.100.71': '198.51.100.12',
      },
    },
    {
      sample: 'google-workspace/login-success',
      at: 'P20D',
      replace: {
        'lena.ostrow': 'joost.hale',
        '118204417730926514083': '102946617803351720948',
        '198.51.100.71': '203.0.113.121',
      },
    },
    {
      sample: 'google-workspace/admin-app-installed',
      at: 'P20DT1H',
      replace: { 'Signature Studio': 'Inbox Pilot', '198.51.100.12': '203.0.113.121' },
    },
    { sample: 'google-workspace/access-evaluation-marketplace', at: 'P20DT5H' },
  ],
})
