import { scenario } from '../../../lib/scenario.ts'
import tokenOfABuildUsedElsewhere from '../match/token-of-a-build-used-elsewhere.scenario.ts'

export default scenario({
  ...tokenOfABuildUsedElsewhere,
  title: 'An application works in two networks, with a separate token for each network',
  steps: tokenOfABuildUsedElsewhere.steps.with(-1, {
    sample: 'entra/graph-app-reads-mailbox',
    at: 'P20DT3H10M',
    replace: {
      '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': '91d6c3b8-5e7f-4a20-b8c1-3f4e5d6a7b89',
      'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20': 'f2b1d0c9-8e7a-4b65-9c34-5d6e7f8a9b01',
      '203.0.113.77': '192.0.2.33',
      '9b677fcc-88b2-4a71-a966-e5fc5120f675': '9b677fcc-88b2-4a71-a966-e5fc5120f677',
      UGF5cm9sbFRva2VuT25l: 'UGF5cm9sbFRva2VuVHdv',
    },
  }),
})
