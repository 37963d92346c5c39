import { scenario } from '../../../lib/scenario.ts'

const membership = {
  'Add member to role': 'Add owner to group',
  'Role.ObjectID': 'Group.ObjectID',
  'Role.DisplayName': 'Group.DisplayName',
  'Role.TemplateId': 'Group.WellKnownObjectName',
  '9f3c2b1a-7d6e-4c58-8b90-a1b2c3d4e5f6': 'b1d2c3e4-5f60-4a7b-8c9d-0e1f2a3b4c5d',
  'Global Administrator': 'Operators',
}

export default scenario({
  title: 'A group receives Global Administrator, and an administrator makes an application its owner, in each log',
  steps: [
    {
      sample: 'm365/role-granted-to-service-principal',
      at: 'PT1M',
      replace: {
        ServicePrincipal: 'Group',
        'Payroll Bridge': 'Operators',
        'a8c4e2f0-1d3b-4f59-8e6a-7c9b5d3f1e20': 'b1d2c3e4-5f60-4a7b-8c9d-0e1f2a3b4c5d',
        '7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34': 'b1d2c3e4-5f60-4a7b-8c9d-0e1f2a3b4c5d',
      },
    },
    { sample: 'entra/audit-role-granted-to-service-principal', at: 'P40D', replace: membership },
    { sample: 'm365/role-granted-to-service-principal', at: 'P41D', replace: membership },
  ],
})
