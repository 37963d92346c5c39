// What a deployment writes differently for one version of Kibana than for another.
import type { DashboardLayout } from '../../dashboards/lib/kibana/dashboard-object.ts'
import { isObject } from '../../mappings/kernel/json.ts'
import { type AttackRelease, releaseOfStack } from '../../rules/lib/attack-release.ts'
import type { Kibana } from '../clients/kibana.ts'

/** The release of ATT&CK that a Kibana offers; undefined for one that does not state its version. */
export async function attackReleaseOf(kibana: Kibana): Promise<AttackRelease | undefined> {
  return releaseOfStack(await readVersion(kibana))
}

/** Sections from 9.1 on. Every version shows the flat layout, so one that does not state its version gets it. */
export async function dashboardLayoutOf(kibana: Kibana): Promise<DashboardLayout> {
  const [, major = 0, minor = 0] = (/^(\d+)\.(\d+)/.exec(await readVersion(kibana)) ?? []).map(Number)
  return major > 9 || (major === 9 && minor >= 1) ? 'sections' : 'flat'
}

/** The version, such as `9.4.2`; empty where Kibana does not state it. */
export async function readVersion(kibana: Kibana): Promise<string> {
  const answer = await kibana.send('GET', '/status')
  const version = answer.ok && isObject(answer.body) ? answer.body.version : undefined
  const number = isObject(version) ? version.number : undefined
  return typeof number === 'string' ? number : ''
}
