import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/mail-client-refused',
  title: 'A mail client that intruders like is refused',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/consent-failed-technically',
      at: 'PT1M',
    },
  ],
})
