import { scenario } from '../../../lib/scenario.ts'
import opened from './mail-opened-by-administrator-from-new-network.scenario.ts'

export default scenario({
  ...opened,
  title:
    'Two days after a sign-in from a new network, an administrator grants access to all mailboxes to an application in use',
  steps: [
    {
      sample: 'entra/signin-app-certificate',
      at: 'P1D',
      replace: {
        '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34',
        'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01': 'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20',
      },
    },
    ...opened.steps.with(-1, {
      sample: 'm365/app-role-grant-mail',
      at: 'P18D',
      replace: { 'tomas.lindqvist': 'mara.voss' },
    }),
  ],
})
