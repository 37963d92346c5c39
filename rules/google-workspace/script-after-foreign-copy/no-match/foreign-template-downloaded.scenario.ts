import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user downloads an external document and authorizes a script minutes later',
  steps: [
    {
      sample: 'google-workspace/drive-copied-out',
      at: 'PT1M',
      personas: { 'lena.ostrow': 'mara.voss' },
      replace: { '"source_copy"': '"download"' },
    },
    { sample: 'google-workspace/token-authorize-script', at: 'PT4M' },
  ],
})
