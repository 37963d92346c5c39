import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two applications each download sixty files within an hour',
  steps: [
    { sample: 'm365/file-downloaded-by-app', at: 'PT1M', repeat: { every: 'PT30S', times: 60 } },
    {
      sample: 'm365/file-downloaded-by-app',
      at: 'PT2M',
      repeat: { every: 'PT30S', times: 60 },
      personas: { 'Invoice Sync Helper': 'Harbour CRM Connector' },
    },
  ],
})
