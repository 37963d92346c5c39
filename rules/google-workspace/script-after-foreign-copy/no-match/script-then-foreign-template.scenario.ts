import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user authorizes a script and copies an external document minutes later',
  steps: [
    { sample: 'google-workspace/token-authorize-script', at: 'PT1M' },
    {
      sample: 'google-workspace/drive-copied-out',
      at: 'PT4M',
      personas: { 'lena.ostrow': 'mara.voss' },
      replace: { '"source_copy"': '"copy"' },
    },
  ],
})
