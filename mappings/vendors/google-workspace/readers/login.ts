// The outcome of a challenge, and the mailbox whose owner forwards all its mail: the activities of login and user accounts.
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

/** The names and members equal those of Microsoft 365. Only its owner forwards a mailbox this way. */
export const forwardedMailbox: DeriveStep = ({ document }) => {
  const { event, user, saas } = document
  if (event.action !== 'email_forwarding_out_of_domain' || user?.email === undefined) return
  document.saas = { ...saas, mailbox: { change: 'forwarding_set', name: user.email.toLowerCase(), own: true } }
}
