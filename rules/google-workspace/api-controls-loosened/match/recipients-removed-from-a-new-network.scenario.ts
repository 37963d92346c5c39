import { scenario } from '../../../lib/scenario.ts'
import off from './alert-rule-switched-off-from-a-new-network.scenario.ts'

const rule = { sample: 'google-workspace/admin-alert-rule-switched-off', at: 'P20DT10M' } as const
const elsewhere = { '198.51.100.12': '203.0.113.121' }

export default scenario({
  ...off,
  title: 'From a new network, an administrator removes all recipients of two alert rules',
  steps: [
    ...off.steps.slice(0, -1),
    {
      ...rule,
      replace: {
        ...elsewhere,
        'Status changed from ON to OFF': 'Status unchanged',
        'receivers unchanged': 'receivers changed from Super Admins to NULL',
      },
    },
    {
      ...rule,
      replace: {
        ...elsewhere,
        'Suspicious login': 'User granted Admin privilege',
        'Status changed from ON to OFF': 'Status unchanged',
        'receivers unchanged': 'receivers changed from Super Admins to NULL',
      },
    },
  ],
})
