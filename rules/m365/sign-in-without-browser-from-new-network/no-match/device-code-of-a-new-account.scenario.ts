import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  id: 'm365/device-code-of-a-new-account',
  title: 'A device code for an account that is new',
  start: '2026-04-02T08:00:00Z',
  steps: [{ sample: 'entra/signin-device-code', at: 'P16D' }],
})
