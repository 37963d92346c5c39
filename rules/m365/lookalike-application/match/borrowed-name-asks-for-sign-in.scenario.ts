import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user consents to sign-in for an application named Adobe Drive X',
  steps: [
    {
      sample: 'm365/consent-user-sign-in-only',
      at: 'PT0S',
      replace: {
        '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': 'a1b2c3d4-0003-4f5e-9a7c-8d6b4e2f0a13',
        'Harbour CRM Connector': 'Adobe Drive X',
      },
    },
  ],
})
