import { isObject } from '../../mappings/kernel/json.ts'
import { type AttackRelease, releaseOfStack } from '../../rules/lib/attack-release.ts'
import type { Kibana } from '../clients/kibana.ts'

/** The release of ATT&CK that a Kibana offers; undefined for one that does not state its version. */
export async function attackReleaseOf(kibana: Kibana): Promise<AttackRelease | undefined> {
  const answer = await kibana.send('GET', '/status')
  const version = answer.ok && isObject(answer.body) ? answer.body.version : undefined
  const number = isObject(version) ? version.number : undefined
  return typeof number === 'string' ? releaseOfStack(number) : undefined
}
