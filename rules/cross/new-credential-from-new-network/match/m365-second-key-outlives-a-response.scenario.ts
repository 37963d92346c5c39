import { scenario } from '../../../lib/scenario.ts'
import oldKeyFromElsewhere from '../no-match/old-key-from-elsewhere.scenario.ts'

export const replacement = {
  sample: 'm365/credential-removed',
  at: 'P22D',
  replace: {
    '"NewValue": "[\\r\\n  \\"[KeyIdentifier=48802edc-4fd1-5267-bf58-e483dac7d6c9':
      '"NewValue": "[\\r\\n  \\"[KeyIdentifier=5a0c4d1e-7b86-4f39-a2d7-1c9e8b6f3a42,KeyType=Password,KeyUsage=Verify,DisplayName=reports]\\",\\r\\n  \\"[KeyIdentifier=6d4e12f7-63d4-5026-98e8-10079628fef2',
  },
}

export default scenario({
  ...oldKeyFromElsewhere,
  title: 'A colleague replaces the first secret of an application, and the second one works from a new network',
  steps: oldKeyFromElsewhere.steps.toSpliced(-1, 0, {
    ...replacement,
    personas: { 'tomas.lindqvist': 'ines.carver' },
  }),
})
