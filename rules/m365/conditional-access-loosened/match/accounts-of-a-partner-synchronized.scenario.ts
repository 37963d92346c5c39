import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A partner tenant receives permission to synchronize accounts, in both logs',
  steps: [
    {
      sample: 'm365/permission-grant-policy-updated',
      at: 'PT1M',
      replace: { 'Update permission grant policy.': 'Create a partner cross-tenant identity sync setting.' },
    },
    {
      sample: 'm365/permission-grant-policy-updated',
      at: 'PT5H',
      replace: { 'Update permission grant policy.': 'Update a partner cross-tenant identity sync setting.' },
    },
    {
      sample: 'entra/audit-role-granted-by-application',
      at: 'PT1H',
      replace: { 'Add member to role': 'Create a partner cross-tenant identity sync setting' },
    },
    {
      sample: 'entra/audit-role-granted-by-application',
      at: 'PT2H',
      replace: { 'Add member to role': 'Update a partner cross-tenant identity sync setting' },
    },
  ],
})
