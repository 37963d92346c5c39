// Differences between Kibana versions that affect a deployment.
import type { DashboardLayout } from '../../dashboards/lib/kibana/dashboard-object.ts'
import { isObject } from '../../mappings/kernel/json.ts'
import { type AttackRelease, releaseOfStack } from '../../rules/lib/attack-release.ts'
import type { Kibana } from '../clients/kibana.ts'

/** Returns the ATT&CK release of a Kibana; undefined if Kibana does not report its version. */
export async function attackReleaseOf(kibana: Kibana): Promise<AttackRelease | undefined> {
  return releaseOfStack(await readVersion(kibana))
}

/** `sections` from version 9.1. Every version shows `flat`, the default if Kibana does not report its version. */
export async function dashboardLayoutOf(kibana: Kibana): Promise<DashboardLayout> {
  return isSince(await readVersion(kibana), 9, 1) ? 'sections' : 'flat'
}

/** True if a version, such as `9.4.2`, is not older than another one. */
export function isSince(version: string, major: number, minor: number): boolean {
  const [ofMajor = 0, ofMinor = 0] = version.split('.').map(Number)
  return ofMajor > major || (ofMajor === major && ofMinor >= minor)
}

/** Returns the version, such as `9.4.2`; empty if Kibana does not report it. */
export async function readVersion(kibana: Kibana): Promise<string> {
  const answer = await kibana.send('GET', '/status')
  const version = answer.ok && isObject(answer.body) ? answer.body.version : undefined
  const number = isObject(version) ? version.number : undefined
  return typeof number === 'string' ? number : ''
}
