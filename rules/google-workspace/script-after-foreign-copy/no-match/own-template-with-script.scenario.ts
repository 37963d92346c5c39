import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user copies a document of a colleague and authorizes its script',
  steps: [
    {
      sample: 'google-workspace/drive-copied-out',
      at: 'PT1M',
      personas: { 'lena.ostrow': 'mara.voss' },
      replace: { '"source_copy"': '"copy"', '"external"': '"internal"' },
    },
    { sample: 'google-workspace/token-authorize-script', at: 'PT4M' },
  ],
})
