// The pseudonym key for redacted copies.
import { randomBytes } from 'node:crypto'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { codeOf, messageOf } from '../../mappings/kernel/thrown.ts'
import { UsageError } from '../errors/usage-error.ts'

/** The leading dot excludes the key file from the inputs of a hunt. */
export const redactionKeyName = '.redaction-key'

/** A shorter key would be easy to guess. */
const shortestKey = 16

/** Returns the key from a file. If the file is missing, creates it with a random key. Throws a UsageError. */
export function redactionKey(path: string): string {
  const unusable = (reason: string) => new UsageError(`cannot use the key file ${path}: ${reason}; choose another file`)
  try {
    writeFileSync(path, `${randomBytes(32).toString('hex')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw unusable(messageOf(error))
  }
  if (!statSync(path).isFile()) throw unusable('it is not a file')
  const key = readFileSync(path, 'utf8').trim()
  if (key.length < shortestKey) throw unusable(`it contains fewer than ${shortestKey} characters`)
  return key
}
