import { scenario } from '../../../lib/scenario.ts'
import secondFactorAdded from '../match/m365-second-factor-added-in-the-unified-log.scenario.ts'

export default scenario({
  ...secondFactorAdded,
  title:
    'In a new network, the authenticator of an account only renews its token, and adds a method that another log also contains',
  steps: [
    ...secondFactorAdded.steps.slice(0, -1),
    {
      sample: 'm365/second-factor-added',
      at: 'P16DT10M',
      replace: {
        '"OldValue": "[]"':
          '"OldValue": "[{\\"MethodType\\": 6, \\"Id\\": \\"5b8e2d07-6f4c-4a13-9d92-c07e1b35a8f6\\"}]"',
      },
    },
    { sample: 'entra/audit-role-removed-in-pim-permanent', at: 'P16DT20M' },
    { sample: 'm365/second-factor-added', at: 'P16DT30M' },
  ],
})
