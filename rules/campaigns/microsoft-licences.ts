// Licences of accounts and the service plans that are off in them, in the Entra directory audit.
import { account, audit } from './microsoft-entra.ts'
import type { Log, Person } from './microsoft-tenant.ts'

export interface Licence {
  readonly sku: 'SPE_E5' | 'SPE_E3' | 'ENTERPRISEPACK'
  /** Service plans that are off. */
  readonly off?: readonly string[]
}

const skuIds = {
  SPE_E5: '06ebc4ee-1bb5-47dd-8120-11324bc54e06',
  SPE_E3: '05e9a617-0261-4cee-bb44-138d3ef5d965',
  ENTERPRISEPACK: '6fd2c87f-b296-42f0-b197-1e91e994b900',
} as const

/** The service plan of Purview Audit (Premium). */
export const auditPlan = 'M365_ADVANCED_AUDITING'

const written = (log: Log, licences: readonly Licence[]): string =>
  JSON.stringify(
    licences.map(
      ({ sku, off = [] }) =>
        `[SkuName=${sku}, AccountId=${log.tenant.id}, SkuId=${skuIds[sku]}, DisabledPlans=[${off.join(', ')}]]`,
    ),
  )

/** The licences of an account change. Returns the ID. */
export const changeLicence = (
  log: Log,
  at: number,
  by: Person,
  person: Person,
  before: readonly Licence[],
  now: readonly Licence[],
  ip: string = by.ip,
): string =>
  audit(log, at, {
    activity: 'Change user license',
    category: 'UserManagement',
    by,
    ip,
    targets: [
      account(
        person,
        [
          { name: 'AssignedLicense', now: written(log, now), before: written(log, before) },
          { name: 'Included Updated Properties', now: '"AssignedLicense"' },
          { name: 'TargetId.UserType', now: '"Member"' },
        ],
        true,
      ),
    ],
    details: { 'User-Agent': by.agent },
  })
