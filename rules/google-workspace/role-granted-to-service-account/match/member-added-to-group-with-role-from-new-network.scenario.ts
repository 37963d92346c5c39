import { scenario } from '../../../lib/scenario.ts'
import { userManagementRoleGiven } from '../../scenarios/steps.ts'
import roleGranted from './service-account-made-administrator-from-new-network.scenario.ts'

export default scenario({
  title: 'A group receives a role, and its owner adds a member from a new network, in each log of groups',
  steps: [
    ...roleGranted.steps.slice(0, -1),
    { ...userManagementRoleGiven, at: 'P10D' },
    ...['group-enterprise-member-added', 'groups-member-added'].map((name, index) => ({
      sample: `google-workspace/${name}`,
      at: `P30DT${index * 10 + 10}M`,
      personas: { 'ivo.brandt': 'joost.hale' },
      replace: { '198.51.100.23': '192.0.2.77' },
    })),
  ],
})
