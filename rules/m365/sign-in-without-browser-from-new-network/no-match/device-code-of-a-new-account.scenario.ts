import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A device code is used for a new account',
  steps: [{ sample: 'entra/signin-device-code', at: 'P16D' }],
})
