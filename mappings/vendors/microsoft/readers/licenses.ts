// Licenses of accounts. Only changes that end the detailed auditing of an account are acts.
import type { Json } from '../../../kernel/json.ts'
import { without } from '../../../kernel/without.ts'
import { put } from '../../../lib/put.ts'
import { type ActReader, reader } from './directory-act.ts'
import { policyChange } from './policy-change.ts'
import { textOf } from './values.ts'

/**
 * Plans without which an account has no Purview Audit (Premium), and the products with them:
 * https://learn.microsoft.com/entra/identity/users/licensing-service-plan-reference
 */
const auditPlans: ReadonlySet<string> = new Set(['M365_ADVANCED_AUDITING', 'M365_AUDIT_PLATFORM'])
const auditProduct = /(?:^|_)(?:[EAG]5|ENTERPRISEPREMIUM|PROTECTION_COMPLIANCE)(?:_|$)/i

const license = /^\W*SkuName=([^,[\]]+),[^[\]]*\bDisabledPlans=\[([^[\]]*)\]/

/** The disabled plans of each product, from texts such as `[SkuName=SPE_E5, …, DisabledPlans=[SWAY]]`. */
function licensesIn(values: readonly Json[]): ReadonlyMap<string, readonly string[]> {
  return new Map(
    values.flatMap((value) => {
      const [, product, plans] = license.exec(textOf(value) ?? '') ?? []
      return product === undefined ? [] : [[product, plans?.match(/[^\s,]+/g) ?? []] as const]
    }),
  )
}

/** Without any license, the account loses its mailbox, too: it leaves. */
export const readLicenses: ActReader = reader(['policy_change'], ({ changes, target }, oauth) => {
  const before = licensesIn(changes.beforeList('AssignedLicense'))
  const after = licensesIn(changes.afterList('AssignedLicense'))
  const disabled = [...after].flatMap(([product, plans]) => without(plans, before.get(product) ?? plans))
  const isDisabled = disabled.some((plan) => auditPlans.has(plan))
  const isDowngraded =
    after.size > 0 &&
    [...before.keys()].some((name) => auditProduct.test(name)) &&
    ![...after.keys()].some((name) => auditProduct.test(name))
  if (!isDisabled && !isDowngraded) return []
  // A product has dozens of plans. Who disables several follows a template.
  const setting = isDisabled && disabled.every((plan) => auditPlans.has(plan)) ? 'audit plan' : 'license'
  oauth.action = 'policy_change'
  oauth.policy = policyChange(setting, 'loosened', [...before.keys()], isDisabled ? disabled : [...after.keys()])
  put(oauth.policy, 'name', target.upn ?? target.name)
  return [setting, target.objectId ?? target.upn ?? '']
})
