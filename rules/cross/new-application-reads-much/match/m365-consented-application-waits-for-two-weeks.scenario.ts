import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application downloads twelve files on its first use, two weeks after its consent',
  steps: [
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT1H',
      replace: { 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13': '5f0e9d3c-7b21-4c68-a1d4-0e9b8c7d6f52' },
    },
    { sample: 'm365/service-principal-added', at: 'P40D' },
    { sample: 'm365/consent-user-mail', at: 'P40D' },
    { sample: 'm365/file-downloaded-by-app', at: 'P54DT1H', repeat: { every: 'PT2M', times: 12 } },
  ],
})
