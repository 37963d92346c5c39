import { scenario } from '../../../lib/scenario.ts'
import { groupReceivesRole } from '../../scenarios/steps.ts'

const membership = {
  'Role.ObjectID': 'Group.ObjectID',
  'Role.DisplayName': 'Group.DisplayName',
  'Role.TemplateId': 'Group.WellKnownObjectName',
  '9f3c2b1a-7d6e-4c58-8b90-a1b2c3d4e5f6': 'b1d2c3e4-5f60-4a7b-8c9d-0e1f2a3b4c5d',
  'Global Administrator': 'Operators',
}

export default scenario({
  title: 'An application joins and leaves a group, which then receives Global Administrator',
  steps: [
    {
      sample: 'm365/role-granted-to-service-principal',
      at: 'PT1M',
      replace: { ...membership, 'Add member to role': 'Add member to group' },
    },
    {
      sample: 'm365/role-granted-to-service-principal',
      at: 'P1D',
      replace: { ...membership, 'Add member to role': 'Remove member from group' },
    },
    { ...groupReceivesRole, at: 'P40D' },
  ],
})
