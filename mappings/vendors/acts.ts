// The acts that the documents of a dataset carry: a rule on an act has to read every dataset that carries it.
import type { OauthAction } from '../fields/oauth.ts'
import { makeSteps } from './make-steps.ts'
import type { VendorMapping } from './mapping.ts'

export function actsOf(mapping: VendorMapping): OauthAction[] {
  return [...new Set(makeSteps(mapping).flatMap(({ acts }) => acts ?? []))].sort()
}
