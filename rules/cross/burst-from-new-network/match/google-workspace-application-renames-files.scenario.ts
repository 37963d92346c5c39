import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application renames eight files with an unknown extension',
  steps: [
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'PT0S',
      replace: { '"download"': '"rename"', '2026.xlsx': '2026.xlsx.kst7' },
      repeat: { every: 'PT10S', times: 8 },
    },
  ],
})
