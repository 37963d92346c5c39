// The effect of an event on the account that it targets, from the tables of operations.
import type { AccountEffect } from '../lib/operation.ts'
import { accountEffects as ofGoogleWorkspace } from './google-workspace/operations.ts'
import { microsoftDatasets, accountEffects as ofMicrosoft } from './microsoft/operations.ts'
import { normalOperation } from './microsoft/readers/operation.ts'

export function accountEffect(dataset: string, action: string | undefined): AccountEffect | undefined {
  if (action === undefined) return undefined
  if (microsoftDatasets.has(dataset)) return ofMicrosoft.get(normalOperation(action))
  return ofGoogleWorkspace.get(dataset)?.get(action)
}
