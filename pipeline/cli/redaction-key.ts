// The pseudonym key for redacted copies.
import { randomBytes } from 'node:crypto'
import { readNamedText } from '../../mappings/kernel/named-file.ts'
import { codeOf, messageOf } from '../../mappings/kernel/thrown.ts'
import { fileSystemFailures, writeWholeFile } from '../../mappings/kernel/whole-file.ts'
import { UsageError } from '../errors/usage-error.ts'
import { privateFile } from '../safe-output/private-file.ts'
import { writeError } from './output.ts'

/** A hunt does not read hidden files as input. */
export const redactionKeyName = '.redaction-key'

/** Fewer characters would be easy to guess; more, or several lines, are an export or a report. */
const keyForm = /^\S{16,1000}$/

/** Returns the key in a file. Creates a missing file with a random key. Throws a UsageError, or a DependencyError for a failing file system. */
export function redactionKey(path: string): string {
  let reason: string
  try {
    makeKey(path)
    const key = readNamedText(path).trim()
    if (keyForm.test(key)) return key
    reason = 'a key is one line of 16 to 1,000 characters without spaces'
  } catch (error) {
    if (fileSystemFailures.has(codeOf(error) ?? '')) throw writeError(path, error)
    reason = messageOf(error)
  }
  throw new UsageError(`cannot use the key file ${path}: ${reason}; choose another file`)
}

function makeKey(path: string): void {
  try {
    writeWholeFile(path, `${randomBytes(32).toString('hex')}\n`, { isNew: true, mode: privateFile })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
  }
}
