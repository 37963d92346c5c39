import { scenario } from '../../../lib/scenario.ts'
import { groupReceivesRole, signInElsewhere } from '../../scenarios/steps.ts'

export default scenario({
  title: 'From a new network, an account adds a person to a group, and another administrator gives the group a role',
  steps: [
    { sample: 'entra/signin-user-app', at: ['PT1M', 'P8D'] },
    { ...signInElsewhere, at: 'P16D' },
    {
      sample: 'entra/audit-role-granted-to-service-principal',
      at: 'P16DT1H',
      personas: { 'tomas.lindqvist': 'mara.voss' },
      replace: {
        'Add member to role': 'Add member to group',
        'Role.ObjectID': 'Group.ObjectID',
        'Role.DisplayName': 'Group.DisplayName',
        'Role.TemplateId': 'Group.WellKnownObjectName',
        '9f3c2b1a-7d6e-4c58-8b90-a1b2c3d4e5f6': 'b1d2c3e4-5f60-4a7b-8c9d-0e1f2a3b4c5d',
        'Global Administrator': 'Operators',
        '"type": "ServicePrincipal"': '"type": "User"',
        '"userPrincipalName": null': '"userPrincipalName": "jonas.reimer@northpier.example"',
        '198.51.100.31': '203.0.113.90',
      },
    },
    { ...groupReceivesRole, at: 'P30D' },
  ],
})
