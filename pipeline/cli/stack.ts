import { type AttackRelease, releaseOfStack } from '../../rules/lib/attack-release.ts'
import { UsageError } from '../errors/usage-error.ts'

/** Returns the ATT&CK release for `--stack`. Throws a UsageError for an invalid version. */
export function releaseForStack(stack: string): AttackRelease {
  const release = releaseOfStack(stack)
  if (release === undefined) throw new UsageError(`--stack ${stack} is not a version; write it like 9.5`)
  return release
}
