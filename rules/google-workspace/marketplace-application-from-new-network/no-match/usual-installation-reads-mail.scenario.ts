import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'google-workspace/usual-installation-reads-mail',
  title: 'An administrator installs an application at the office, and it reads mail',
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
        '198.51.100.71': '198.51.100.12',
      },
    },
    {
      sample: 'google-workspace/admin-app-installed',
      at: 'P20DT1H',
      replace: { 'Signature Studio': 'Inbox Pilot' },
    },
    { sample: 'google-workspace/token-activity-gmail', at: 'P20DT5H' },
  ],
})
