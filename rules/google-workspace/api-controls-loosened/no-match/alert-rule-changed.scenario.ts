import { scenario } from '../../../lib/scenario.ts'
import off from '../match/alert-rule-switched-off-from-a-new-network.scenario.ts'

const rule = { sample: 'google-workspace/admin-alert-rule-switched-off', at: 'P20DT11M' } as const

export default scenario({
  ...off,
  title: 'From a new network, an administrator switches an alert rule on, and changes the recipients of another',
  steps: [
    ...off.steps.slice(0, -1),
    { ...rule, replace: { '198.51.100.12': '203.0.113.121', 'from ON to OFF': 'from OFF to ON' } },
    {
      ...rule,
      replace: {
        '198.51.100.12': '203.0.113.121',
        'Status changed from ON to OFF': 'Status unchanged',
        'receivers unchanged':
          'receivers changed from Super Admins to off-boarding@northpier.example, to off@northpier.example',
      },
    },
  ],
})
