import { scenario } from '../../lib/scenario.ts'

export default scenario({
  title: 'A conditional access policy is set to report-only, and another policy is deleted',
  steps: [
    {
      sample: 'm365/conditional-access-application-excepted',
      at: 'PT1M',
      replace: {
        '+00:00\\",\\"state\\":\\"enabled\\",\\"conditions\\":{\\"applications\\":{\\"includeApplications\\":[\\"All\\"],\\"excludeApplications\\":[\\"5b7d9f10-2c3e-4a56-8b91-6d0e4f2a7c38\\",\\"7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34\\"':
          '+00:00\\",\\"state\\":\\"enabledForReportingButNotEnforced\\",\\"conditions\\":{\\"applications\\":{\\"includeApplications\\":[\\"All\\"],\\"excludeApplications\\":[\\"5b7d9f10-2c3e-4a56-8b91-6d0e4f2a7c38\\"',
      },
    },
    {
      sample: 'm365/conditional-access-application-excepted',
      at: 'PT9M',
      replace: {
        'Update conditional access policy.': 'Delete conditional access policy.',
        '7c1e5a90-3b4d-4f28-9a61-e0d2c8b7f436': 'a2f6c810-5d7e-4b93-8c04-1e9b7d3f5a62',
      },
    },
  ],
})
