import { scenario } from '../../../lib/scenario.ts'

const files = ['Salaries', 'Bonus', 'Board', 'Offers', 'Claims', 'Margins', 'Pensions', 'Leases']

export default scenario({
  title: 'An application opens one file an hour to anyone with the link, and strangers read eight of them in an hour',
  steps: [
    { sample: 'google-workspace/drive-anonymous-view', at: 'PT1M' },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P20D',
      replace: {
        '"access"': '"acl_change"',
        '"download"': '"change_document_visibility"',
        people_within_domain_with_link: 'people_with_link',
      },
      repeat: { every: 'PT3H', times: 8, replace: { '1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT': files } },
    },
    {
      sample: 'google-workspace/drive-anonymous-view',
      at: 'P25D',
      repeat: { every: 'PT1M', times: 8, replace: { '1zZ': files } },
    },
  ],
})
