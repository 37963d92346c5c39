// Sign-ins and warnings about accounts: the login activity.
import type { EcsDocument } from '../../../fields/document.ts'
import type { DeriveStep } from '../step.ts'
import { streamBlock, textAt } from './acts.ts'
import { writeUserTarget } from './targets.ts'
import { microsToInstant } from './values.ts'

type Outcome = NonNullable<EcsDocument['event']['outcome']>

const outcomes: ReadonlyMap<string, Outcome> = new Map([
  ['login_success', 'success'],
  ['login_failure', 'failure'],
  ['risky_sensitive_action_blocked', 'failure'],
])

const challenges: ReadonlySet<string> = new Set(['login_challenge', 'login_verification'])

/** Google writes `passed` and `Challenge Passed.`; any other text is a challenge that was not passed. */
function challengeOutcome(status: string | undefined): Outcome | undefined {
  if (status === undefined) return undefined
  return status.toLowerCase().includes('passed') ? 'success' : 'failure'
}

/** Outcome, kind, reason, time and affected account, from `google_workspace.login`. */
export const loginDetail: DeriveStep = ({ document, vendor }) => {
  const block = streamBlock(vendor, 'login')
  const { event } = document
  const name = event.action ?? ''
  const outcome = challenges.has(name) ? challengeOutcome(textAt(block, 'challenge_status')) : outcomes.get(name)
  if (outcome !== undefined) event.outcome = outcome
  if (name === 'gov_attack_warning') event.kind = 'alert'
  const reason = textAt(block, 'failure_type')
  if (reason !== undefined) event.reason = reason
  const start = microsToInstant(block.timestamp)
  if (start !== undefined) event.start = start
  writeUserTarget(document, textAt(block, 'affected_email_address'))
}
