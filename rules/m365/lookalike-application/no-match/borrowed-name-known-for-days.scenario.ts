import { scenario } from '../../../lib/scenario.ts'

const adobe = {
  '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': 'a1b2c3d4-0003-4f5e-9a7c-8d6b4e2f0a13',
  'Harbour CRM Connector': 'Adobe Drive X',
}

export default scenario({
  title: 'A consent to Adobe Drive X fails, and succeeds two days later',
  steps: [
    {
      sample: 'm365/consent-user-sign-in-only',
      at: 'PT0S',
      replace: { ...adobe, '"ResultStatus": "Success"': '"ResultStatus": "Failure"' },
    },
    { sample: 'm365/consent-user-sign-in-only', at: 'P2D', replace: adobe },
  ],
})
