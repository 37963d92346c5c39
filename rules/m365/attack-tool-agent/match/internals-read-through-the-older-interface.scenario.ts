import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'AADInternals reads the tenant through the Azure AD Graph interface',
  steps: [
    {
      sample: 'entra/aadgraph-tool-refused',
      at: 'PT1M',
      replace: { '"httpStatusCode": 403': '"httpStatusCode": 200' },
    },
  ],
})
