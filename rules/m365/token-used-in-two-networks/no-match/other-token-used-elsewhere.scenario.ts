import { scenario } from '../../../lib/scenario.ts'
import tokenOfABuildUsedElsewhere from '../match/token-of-a-build-used-elsewhere.scenario.ts'

export default scenario({
  ...tokenOfABuildUsedElsewhere,
  title: 'An application works in two networks, with a separate token for each network',
  steps: tokenOfABuildUsedElsewhere.steps.with(-1, {
    sample: 'entra/graph-app-reads-mailbox',
    at: 'P20DT3H10M',
    personas: { 'Payroll Bridge': 'Harbour CRM Connector' },
    replace: {
      '203.0.113.77': '192.0.2.33',
      '9b677fcc-88b2-4a71-a966-e5fc5120f675': '9b677fcc-88b2-4a71-a966-e5fc5120f677',
      UGF5cm9sbFRva2VuT25l: 'UGF5cm9sbFRva2VuVHdv',
    },
  }),
})
