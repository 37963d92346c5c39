import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'A user copies an external document and authorizes its script minutes later; the record of the copy arrives after the authorization',
  steps: [
    {
      sample: 'google-workspace/drive-copied-out',
      at: 'PT1M',
      personas: { 'lena.ostrow': 'mara.voss' },
      replace: { '"source_copy"': '"copy"' },
      delivered: 'PT3H',
    },
    { sample: 'google-workspace/token-authorize-script', at: 'PT4M', delivered: 'PT1H' },
  ],
})
