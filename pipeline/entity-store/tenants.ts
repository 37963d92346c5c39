// The tenants of an export. Some deliveries omit the tenant of a record. If the other records name only one tenant, the record belongs to it.
import { type Vendor, vendorOf } from '../../mappings/entities/key.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { tenantId } from './subject.ts'

export class Tenants {
  readonly #ids: Readonly<Record<Vendor, Set<string>>> = { microsoft: new Set(), google: new Set() }

  see({ organization }: EcsDocument, dataset: string): void {
    const vendor = vendorOf(dataset)
    const ids = this.#ids[vendor]
    const id = tenantId(organization?.id, vendor)
    // One other is enough to know that there are several.
    if (id !== '' && ids.size < 2) ids.add(id)
  }

  /** The only tenant of a vendor; undefined if there are several or none. */
  only(vendor: Vendor): string | undefined {
    const [id, ...others] = this.#ids[vendor]
    return others.length === 0 ? id : undefined
  }

  /** Whether a vendor has several tenants. */
  get areSeveral(): boolean {
    return Object.values(this.#ids).some(({ size }) => size > 1)
  }
}

/** Calls `adopt` with the only tenant of each vendor that has one. */
export function adoptAll(tenants: Tenants, adopt: (vendor: Vendor, tenant: string) => void): void {
  for (const vendor of ['microsoft', 'google'] as const) {
    const tenant = tenants.only(vendor)
    if (tenant !== undefined) adopt(vendor, tenant)
  }
}
