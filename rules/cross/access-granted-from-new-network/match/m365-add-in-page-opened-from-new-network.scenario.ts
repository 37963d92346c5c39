import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A site owner signs in from a new network and opens the page that grants permissions to an add-in',
  steps: [
    { sample: 'm365/sign-in', at: 'PT1M' },
    { sample: 'm365/sign-in', at: 'P8D' },
    { sample: 'm365/sign-in', at: 'P16D', replace: { '198.51.100.23': '203.0.113.90' } },
    {
      sample: 'm365/page-viewed',
      at: 'P16DT1H',
      replace: {
        '/sites/finance/SitePages/Home.aspx': '/sites/finance/_layouts/15/AppInv.aspx?IsDlg=1',
        '198.51.100.23': '203.0.113.90',
      },
    },
  ],
})
