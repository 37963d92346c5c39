import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user connects a mail client popular with intruders to a mailbox',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/consent-user-mail',
      at: 'PT1M',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': 'e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd' },
    },
  ],
})
