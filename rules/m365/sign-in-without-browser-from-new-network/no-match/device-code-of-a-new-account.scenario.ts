import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A device code is used for a new account',
  start: '2026-04-02T08:00:00Z',
  steps: [{ sample: 'entra/signin-device-code', at: 'P16D' }],
})
