import { scenario } from '../../../lib/scenario.ts'
import addInPageOpened from '../match/m365-add-in-page-opened-from-new-network.scenario.ts'

export default scenario({
  ...addInPageOpened,
  title: 'A site owner signs in from a new network and opens the settings of a site',
  steps: addInPageOpened.steps.with(-1, {
    sample: 'm365/page-viewed',
    at: 'P16DT1H',
    replace: {
      '/sites/finance/SitePages/Home.aspx': '/sites/finance/_layouts/15/settings.aspx',
      '198.51.100.23': '203.0.113.90',
    },
  }),
})
