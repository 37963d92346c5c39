// Groups and their members, sign-ins through SAML, and what users change about their own accounts.
import type { DeriveStep } from '../step.ts'
import { streamBlock, textAt } from './acts.ts'
import { writeGroup, writeUserTarget } from './targets.ts'

/** Group, member and outcome, from `google_workspace.groups`. */
export const groupsDetail: DeriveStep = ({ document, vendor }) => {
  const block = streamBlock(vendor, 'groups')
  writeUserTarget(document, textAt(block, 'member', 'email'))
  writeGroup(document, textAt(block, 'email'))
  const status = textAt(block, 'status')
  if (status === 'succeeded' || status === 'success') document.event.outcome = 'success'
  else if (status === 'failed') document.event.outcome = 'failure'
}

/** Outcome and reason, from `google_workspace.saml`. */
export const samlDetail: DeriveStep = ({ document, vendor }) => {
  const { event } = document
  if (event.action === 'login_success') event.outcome = 'success'
  else if (event.action === 'login_failure') event.outcome = 'failure'
  const reason = textAt(streamBlock(vendor, 'saml'), 'failure_type')
  if (reason !== undefined) event.reason = reason
}

/** Users change their own accounts: the actor is the target. */
export const userAccountsDetail: DeriveStep = ({ document }) => {
  const { user } = document
  if (user === undefined) return
  const { id, name, email, domain } = user
  user.target = {
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
    ...(email !== undefined && { email }),
    ...(domain !== undefined && { domain }),
  }
}
