import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A user copies an external document and grants a web application access to her mail',
  start: '2026-04-14T07:00:00Z',
  steps: [
    {
      sample: 'google-workspace/drive-copied-out',
      at: 'PT1M',
      replace: {
        '"source_copy"': '"copy"',
        'lena.ostrow': 'mara.voss',
        '118204417730926514083': '100123456789012345678',
      },
    },
    {
      sample: 'google-workspace/token-authorize-mail',
      at: 'PT4M',
      replace: { 'lena.ostrow': 'mara.voss', '118204417730926514083': '100123456789012345678' },
    },
  ],
})
