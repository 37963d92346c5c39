// Every operation that a row describes.
import type { OperationTable } from '../lib/operation.ts'
import { operationTables as ofGoogleCloud } from './google-cloud/operations.ts'
import { operationTables as ofGoogleWorkspace } from './google-workspace/operations.ts'
import { operationTables as ofM365 } from './m365/operations.ts'
import { operationTables as ofMicrosoft } from './microsoft/operations.ts'

export const operationTables: readonly OperationTable[] = [
  ...ofMicrosoft,
  ...ofM365,
  ...ofGoogleWorkspace,
  ...ofGoogleCloud,
]
