import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user copies an external document and grants a web application access to her mail',
  steps: [
    {
      sample: 'google-workspace/drive-copied-out',
      at: 'PT1M',
      personas: { 'lena.ostrow': 'mara.voss' },
      replace: { '"source_copy"': '"copy"' },
    },
    { sample: 'google-workspace/token-authorize-mail', at: 'PT4M', personas: { 'lena.ostrow': 'mara.voss' } },
  ],
})
