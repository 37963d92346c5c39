import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application sends one message an hour after its consent',
  start: '2026-01-05T09:00:00Z',
  steps: [
    {
      sample: 'm365/mail-items-accessed-bind',
      at: 'PT1H',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89' },
    },
    { sample: 'm365/service-principal-added', at: 'P40D' },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
    { sample: 'm365/mail-sent-by-app', at: 'P40DT1H' },
  ],
})
