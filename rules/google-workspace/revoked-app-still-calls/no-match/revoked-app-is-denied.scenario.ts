import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application is revoked, and denied access two days later',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT21M' },
    { sample: 'google-workspace/token-revoke-mail', at: 'P3D' },
    { sample: 'google-workspace/token-deny', at: 'P5D', personas: { 'priya.nand': 'lena.ostrow' } },
  ],
})
