// Spans of time and the outcome of bulk uploads: the admin activity.
import type { DeriveStep } from '../../../lib/step.ts'
import { streamBlock, textAt } from './acts.ts'
import { writeDuration } from './targets.ts'

export const adminDetail: DeriveStep = ({ document, vendor }) => {
  writeDuration(document)
  const failed = textAt(streamBlock(vendor, 'admin'), 'bulk_upload', 'failed')
  if (failed !== undefined) document.event.outcome = failed === '0' ? 'success' : 'failure'
}
