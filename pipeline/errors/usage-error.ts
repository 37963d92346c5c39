/** An unusable command line or configuration: exit code 2. The message contains a hint. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
