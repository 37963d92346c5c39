import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A permission grant policy permits one fewer kind of consent',
  steps: [
    {
      sample: 'm365/permission-grant-policy-updated',
      at: 'PT0M',
      replace: { NewValue: 'OldValue', OldValue: 'NewValue' },
    },
  ],
})
