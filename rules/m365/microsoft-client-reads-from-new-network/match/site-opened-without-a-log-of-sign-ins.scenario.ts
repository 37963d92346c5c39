import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title:
    'In the only log, of Graph calls, the command line grants an application a permission for a site from a new network',
  steps: [
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'PT1M',
      repeat: { every: 'P4D', times: 5 },
      replace: { '203.0.113.90': '198.51.100.23' },
    },
    {
      sample: 'entra/graph-command-line-lists-users',
      at: 'P18D',
      replace: {
        '"requestMethod": "GET"': '"requestMethod": "POST"',
        '/v1.0/users': '/v1.0/sites/northpier.sharepoint.com,0c5fd417-e9b2-4b60-8f3a-52d1c7e09a46/permissions',
      },
    },
  ],
})
