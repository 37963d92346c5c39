import { scenario } from '../../../lib/scenario.ts'
import roleGranted from './service-account-made-administrator-from-new-network.scenario.ts'

const role = (at: string, name: string) => ({
  sample: 'google-workspace/admin-role-to-user',
  at,
  replace: { '198.51.100.12': '192.0.2.77', _SEED_ADMIN_ROLE: name },
})

export default scenario({
  title: 'From a new network, an administrator gives custom roles and system roles that no list contains',
  steps: [
    ...roleGranted.steps.slice(0, -1),
    role('P30DT10M', 'IT Operations'),
    role('P30DT20M', '_DRIVE_TEAM_ADMIN_ROLE'),
    {
      sample: 'google-workspace/admin-super-admin-granted',
      at: 'P30DT30M',
      personas: { 'ivo.brandt': 'joost.hale' },
      replace: { '198.51.100.40': '192.0.2.77', GRANT_ADMIN_PRIVILEGE: 'GRANT_DELEGATED_ADMIN_PRIVILEGES' },
    },
  ],
})
