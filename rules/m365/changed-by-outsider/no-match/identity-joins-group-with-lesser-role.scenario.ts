import { scenario } from '../../../lib/scenario.ts'
import joined from '../match/identity-joins-group-with-role.scenario.ts'

const group = {
  ServicePrincipal: 'Group',
  'Payroll Bridge': 'Auditors',
  'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20': 'b1d2c3e4-5f60-4a7b-8c9d-0e1f2a3b4c5d',
}

export default scenario({
  ...joined,
  title:
    'A group receives Directory Readers, receives and loses Global Administrator, and a guest adds an identity to it',
  steps: [
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'PT1M',
      replace: {
        ...group,
        '62e90394-69f5-4237-9190-012177145e10': '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
        'Global Administrator': 'Directory Readers',
      },
    },
    { sample: 'entra/audit-role-granted-to-service-principal', at: 'P1D', replace: group },
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'P2D',
      replace: { ...group, 'Add member to role': 'Remove member from role' },
    },
    ...joined.steps.slice(1),
  ],
})
