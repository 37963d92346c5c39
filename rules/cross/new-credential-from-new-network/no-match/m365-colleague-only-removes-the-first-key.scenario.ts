import { scenario } from '../../../lib/scenario.ts'
import secondKeyOutlivesAResponse from '../match/m365-second-key-outlives-a-response.scenario.ts'

export default scenario({
  ...secondKeyOutlivesAResponse,
  title: 'A colleague ends a rotation: the first secret is removed, and the second one works from a new network',
  steps: secondKeyOutlivesAResponse.steps.with(-2, {
    sample: 'm365/credential-removed',
    at: 'P22D',
    personas: { 'tomas.lindqvist': 'ines.carver' },
    replace: {
      '"NewValue": "[\\r\\n  \\"[KeyIdentifier=48802edc-4fd1-5267-bf58-e483dac7d6c9':
        '"NewValue": "[\\r\\n  \\"[KeyIdentifier=6d4e12f7-63d4-5026-98e8-10079628fef2',
    },
  }),
})
