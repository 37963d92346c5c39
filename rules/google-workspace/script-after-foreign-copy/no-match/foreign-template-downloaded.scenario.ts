import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user downloads an external document and authorizes a script minutes later',
  start: '2026-04-14T07:00:00Z',
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
