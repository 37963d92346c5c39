// The acts in the documents of a dataset. A rule about an act must read every dataset with this act.
import type { OauthAction } from '../fields/oauth.ts'
import { makeSteps } from './make-steps.ts'
import type { VendorMapping } from './mapping.ts'

export function actsOf(mapping: VendorMapping): OauthAction[] {
  return [...new Set(makeSteps(mapping).flatMap(({ acts }) => acts ?? []))].sort()
}
