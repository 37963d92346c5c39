import { scenario } from '../../../lib/scenario.ts'
import addInReads from '../match/m365-add-in-of-a-strange-session-reads-a-site.scenario.ts'

export default scenario({
  ...addInReads,
  title: 'An add-in that a site owner registered from the usual network downloads files of the site for days',
  steps: addInReads.steps
    .filter((_, i) => i !== 2)
    .with(2, {
      sample: 'm365/page-viewed',
      at: 'P16DT1H',
      replace: { '/sites/finance/SitePages/Home.aspx': '/sites/finance/_layouts/15/appregnew.aspx' },
    }),
})
