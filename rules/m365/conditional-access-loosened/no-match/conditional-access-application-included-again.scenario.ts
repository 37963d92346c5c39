import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A conditional access policy covers an application again, and is enforced',
  steps: [
    {
      sample: 'm365/conditional-access-application-excepted',
      at: 'PT1M',
      replace: { '"NewValue"': '"OldValue"', '"OldValue"': '"NewValue"' },
    },
  ],
})
