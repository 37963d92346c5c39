import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Two days after its authorization, an application opens eight files to anyone with the link',
  steps: [
    { sample: 'google-workspace/token-authorize-mail', at: 'PT1M' },
    {
      sample: 'google-workspace/drive-download-by-app',
      at: 'P2D',
      replace: {
        '"access"': '"acl_change"',
        '"download"': '"change_document_visibility"',
        people_within_domain_with_link: 'people_with_link',
      },
      repeat: {
        every: 'PT10S',
        times: 8,
        replace: { '1aB2cD3eF4gH5iJ6kL7mN8oP9qR0sT': ['1aB', '1aC', '1aD', '1aE', '1aF', '1aG', '1aH', '1aI'] },
      },
    },
  ],
})
