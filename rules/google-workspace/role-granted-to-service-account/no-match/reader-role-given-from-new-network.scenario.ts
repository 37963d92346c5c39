import { scenario } from '../../../lib/scenario.ts'
import roleGranted from '../match/service-account-made-administrator-from-new-network.scenario.ts'

export default scenario({
  title: 'From a new network, an administrator gives a role that can only read groups',
  steps: roleGranted.steps.with(-1, {
    sample: 'google-workspace/admin-role-to-user',
    at: 'P30DT10M',
    replace: { '198.51.100.12': '192.0.2.77', _SEED_ADMIN_ROLE: '_GROUPS_READER_ROLE' },
  }),
})
