import { scenario } from '../../../lib/scenario.ts'
import responseForgetsNewGrant from '../match/google-workspace-response-forgets-new-grant.scenario.ts'

export default scenario({
  ...responseForgetsNewGrant,
  title: 'A sign-in-only application continues to call after an incident response',
  steps: responseForgetsNewGrant.steps.with(1, {
    sample: 'google-workspace/token-authorize-sign-in-only',
    at: 'PT21M',
  }),
})
