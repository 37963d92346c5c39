import { type AttackRelease, releaseOfStack } from '../../rules/lib/attack-release.ts'
import { UsageError } from '../errors/usage-error.ts'

/** The release of ATT&CK for `--stack`. Throws a UsageError for a text that is no version. */
export function releaseForStack(stack: string): AttackRelease {
  const release = releaseOfStack(stack)
  if (release === undefined) throw new UsageError(`--stack ${stack} is not a version; write it like 9.5`)
  return release
}
