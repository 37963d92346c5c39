import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A mail client popular with intruders is refused',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/consent-failed-technically',
      at: 'PT1M',
      replace: { '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89': 'e9a7fea1-1cc0-4cd9-a31b-9137ca5deedd' },
    },
  ],
})
