import { scenario } from '../../../lib/scenario.ts'

export default scenario({
  title: 'A conditional access policy covers an application again, and is enforced',
  start: '2026-03-11T09:00:00Z',
  steps: [
    {
      sample: 'm365/conditional-access-application-excepted',
      at: 'PT1M',
      replace: { '"NewValue"': '"OldValue"', '"OldValue"': '"NewValue"' },
    },
  ],
})
