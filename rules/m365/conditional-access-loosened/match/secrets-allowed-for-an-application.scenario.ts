import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'Secrets are forbidden, and an administrator creates an exception for an application',
  steps: [
    {
      sample: 'm365/permission-grant-policy-updated',
      at: 'PT0M',
      replace: {
        'Update permission grant policy.': 'Add policy.',
        '\\"low-risk-permissions\\",\\r\\n  \\"any-publisher\\"':
          '{\\"restrictions\\":{\\"passwordCredentials\\":[{\\"restrictionType\\":\\"passwordAddition\\",\\"state\\":\\"disabled\\"}]}}',
        '\\"low-risk-permissions\\"': '',
      },
    },
  ],
})
