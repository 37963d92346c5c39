import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'An administrator forbids new secrets',
  steps: [
    {
      sample: 'm365/permission-grant-policy-updated',
      at: 'PT0M',
      replace: {
        'Update permission grant policy.': 'Add policy.',
        '\\"low-risk-permissions\\",\\r\\n  \\"any-publisher\\"':
          '{\\"restrictions\\":{\\"passwordCredentials\\":[{\\"restrictionType\\":\\"passwordAddition\\",\\"state\\":\\"enabled\\"}]}}',
        '\\"low-risk-permissions\\"': '',
      },
    },
  ],
})
