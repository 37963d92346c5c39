import { scenario } from '../../../lib/scenario.ts'
import copiedToken from './google-workspace-copied-token-reads-mail-at-once.scenario.ts'

export default scenario({
  ...copiedToken,
  title: 'A token of the OAuth Playground reads mail twenty times for an account without a week of sign-ins',
  steps: copiedToken.steps.slice(1),
})
