// Whom and what an admin event acted on, in ECS.
import type { DeriveStep } from '../step.ts'
import { streamBlock, textAt } from './acts.ts'
import { writeDuration, writeGroup, writeUrlParts, writeUserTarget } from './targets.ts'

/** Users, groups, addresses, spans and the outcome of bulk uploads, from `google_workspace.admin`. */
export const adminTargets: DeriveStep = ({ document, vendor }) => {
  const block = streamBlock(vendor, 'admin')
  writeUserTarget(document, textAt(block, 'user', 'email'))
  writeGroup(document, textAt(block, 'group', 'email'))
  writeUrlParts(document)
  writeDuration(document)
  const failed = textAt(block, 'bulk_upload', 'failed')
  if (failed !== undefined) document.event.outcome = failed === '0' ? 'success' : 'failure'
}
