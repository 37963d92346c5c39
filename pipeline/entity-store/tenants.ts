// The tenants of an export. A record without a tenant belongs to the tenant of the other records, if there is only one.
import { type Vendor, vendorOf } from '../../mappings/entities/key.ts'
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { fieldValues } from '../../mappings/kernel/path.ts'
import { tenantId } from './subject.ts'

/** The name on the command line for the tenant of records without a tenant. */
export const unknownTenant = 'unknown'

const vendors = ['microsoft', 'google'] as const

/** The records of a vendor that name no tenant, if other records of this vendor do. */
export interface WithoutTenant {
  readonly vendor: Vendor
  /** The only tenant of the vendor, which the records join; absent if there are several. */
  readonly only?: string
  readonly records: number
  readonly paths: readonly string[]
}

export class Tenants {
  readonly #ids: Readonly<Record<Vendor, Set<string>>> = { microsoft: new Set(), google: new Set() }
  readonly #own: ReadonlySet<string>
  readonly #without: Readonly<Record<Vendor, Map<string, number>>> = { microsoft: new Map(), google: new Map() }

  /** `own`: the tenants of the organization, from the environment file. */
  constructor(own: Environment['tenants'] = []) {
    const only = vendors.flatMap((vendor) => {
      const [one, ...others] = own.filter((each) => each.vendor === vendor)
      return one === undefined || others.length > 0 ? [] : [one.id.toLowerCase()]
    })
    this.#own = new Set(only)
  }

  /** `path`: the input of the record. */
  see({ organization }: EcsDocument, dataset: string, path = ''): void {
    // Google Cloud records contain their own organization, not the customer of Google Workspace.
    if (dataset === 'gcp.audit') return
    const vendor = vendorOf(dataset)
    const ids = this.#ids[vendor]
    const id = tenantId(organization?.id, vendor)
    if (id === '') this.#without[vendor].set(path, (this.#without[vendor].get(path) ?? 0) + 1)
    // Two tenants are enough to know that there are several.
    if (id !== '' && ids.size < 2) ids.add(id)
  }

  /** The only tenant of a vendor; undefined if there are several or none. */
  only(vendor: Vendor): string | undefined {
    const [id, ...others] = this.#ids[vendor]
    return others.length === 0 ? id : undefined
  }

  withoutTenant(): WithoutTenant[] {
    return vendors.flatMap((vendor) => {
      const [ids, without, only] = [this.#ids[vendor], this.#without[vendor], this.only(vendor)]
      const records = [...without.values()].reduce((sum, each) => sum + each, 0)
      return ids.size === 0 || records === 0
        ? []
        : [{ vendor, ...(only !== undefined && { only }), records, paths: [...without.keys()] }]
    })
  }

  /**
   * The tenant of a record if its vendor has several; otherwise empty. Empty also for the only tenant that the organization
   * has from its vendor: rules that join both vendors see it together with the other vendor.
   */
  apart({ organization }: EcsDocument, dataset: string): string {
    const vendor = vendorOf(dataset)
    const id = tenantId(organization?.id, vendor)
    return this.#ids[vendor].size > 1 && !this.#own.has(id.toLowerCase()) ? id : ''
  }

  /** Calls `adopt` with the only tenant of each vendor that has one. */
  adoptAll(adopt: (vendor: Vendor, tenant: string) => void): void {
    for (const vendor of vendors) {
      const tenant = this.only(vendor)
      if (tenant !== undefined) adopt(vendor, tenant)
    }
  }
}

/** The name of the tenant of a record: its domain, else the name from the environment file. */
export function tenantName(document: EcsDocument): string | undefined {
  const [domain] = domains.flatMap((path) => fieldValues(document, path))
  return typeof domain === 'string' ? domain : document.organization?.name
}

const domains = [
  ['o365', 'audit', 'OrganizationName'],
  ['google_workspace', 'organization', 'domain'],
] as const
