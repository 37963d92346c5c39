/** A command line or configuration that cannot be used: exit code 2. The message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
