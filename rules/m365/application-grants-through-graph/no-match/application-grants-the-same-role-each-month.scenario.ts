import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An application grants a role through Graph each month',
  steps: [
    { sample: 'entra/graph-app-grants-role', at: 'PT1M' },
    {
      sample: 'entra/graph-app-grants-role',
      at: 'P30D',
      replace: { '"responseStatusCode": 201': '"responseStatusCode": 200' },
    },
    {
      sample: 'entra/graph-app-grants-role',
      at: 'P91D',
      replace: { '"responseStatusCode": 201': '"responseStatusCode": 204' },
    },
  ],
})
