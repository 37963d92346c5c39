// The outcome of a challenge: the login activity.
import type { DeriveStep } from '../../../lib/step.ts'
import { streamBlock, textAt } from './acts.ts'

const challenges: ReadonlySet<string> = new Set(['login_challenge', 'login_verification'])

/** Google writes `passed` and `Challenge Passed.`; any other text is a challenge that was not passed. */
export const loginChallenge: DeriveStep = ({ document, vendor }) => {
  const { event } = document
  if (!challenges.has(event.action ?? '')) return
  const status = textAt(streamBlock(vendor, 'login'), 'challenge_status')
  if (status !== undefined) event.outcome = status.toLowerCase().includes('passed') ? 'success' : 'failure'
}
