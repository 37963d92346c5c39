// Facts about an application by its ID: its owner, known abuse, and the API that it provides.
import {
  type AbusedEntry,
  abusedApps,
  type FirstPartyEntry,
  googleProjects,
  lazy,
  microsoftFirstPartyApps,
  microsoftOwnerTenants,
  microsoftResources,
} from './load.ts'

const ownerTenants = lazy(() => new Map(microsoftOwnerTenants().map((tenant) => [tenant.tenantId, tenant])))
const abusedById = lazy(
  () => new Map(abusedApps().flatMap((app) => (app.appId === undefined ? [] : [[app.appId, app] as const]))),
)
const abusedByName = lazy(
  () => new Map(abusedApps().flatMap((app) => (app.match === 'name' ? [[app.name.toLowerCase(), app] as const] : []))),
)
const googleProjectNames = lazy(() => new Map(googleProjects().map(({ project, name }) => [project, name])))
const googleClient = /^(\d+)-[^@\s]*\.apps\.googleusercontent\.com$/
const resources = lazy(() => new Map(microsoftResources().map((resource) => [resource.appId, resource.name])))

/** An application of the vendor. `name` is absent if the lists have no name for it. */
export interface FirstPartyApp {
  readonly vendor: 'microsoft' | 'google'
  readonly name?: string
  readonly ownerTenantId?: string
  /** Source of the ID; `owner_tenant`: the ID is not listed, but the tenant that owns it identifies the owner. */
  readonly origin: FirstPartyEntry['origin'] | 'owner_tenant' | 'vendor'
  /** Shares the family refresh token. */
  readonly foci: boolean
  /** How attackers abuse the application. */
  readonly abuse?: string
}

function fromEntry({ name, ownerTenantId, origin, foci, abuse }: FirstPartyEntry): FirstPartyApp {
  return {
    vendor: 'microsoft',
    ...(name !== '' && { name }),
    ...(ownerTenantId !== undefined && { ownerTenantId }),
    origin,
    foci: foci === true,
    ...(abuse !== undefined && { abuse }),
  }
}

const microsoftApps = lazy(
  () =>
    new Map(
      microsoftFirstPartyApps().flatMap((app) => (app.placeholder ? [] : [[app.appId, fromEntry(app)] as const])),
    ),
)

/**
 * Returns the first-party application of Microsoft or Google, by client ID or Google's project number, never by name. A
 * known owner tenant overrides the ID list: an application in another tenant is not Microsoft's, whatever its ID.
 */
export function firstPartyApp(appId: string, ownerTenant?: string): FirstPartyApp | undefined {
  const id = appId.trim().toLowerCase()
  const google = abusedById().get(id)
  if (google?.firstParty) return { vendor: 'google', name: google.name, origin: 'vendor', foci: false }
  // A client ID begins with its project number.
  const project = googleProjectNames().get(googleClient.exec(id)?.[1] ?? id)
  if (project !== undefined) return { vendor: 'google', name: project, origin: 'vendor', foci: false }
  const entry = microsoftApps().get(id)
  if (!ownerTenant) return entry
  const owner = ownerTenants().get(ownerTenant.trim().toLowerCase())
  if (owner === undefined) return undefined
  if (entry) return entry
  if (!owner.onlyFirstParty) return undefined
  return { vendor: 'microsoft', ownerTenantId: owner.tenantId, origin: 'owner_tenant', foci: false }
}

const delivering = lazy(() => microsoftFirstPartyApps().filter(({ delivers }) => delivers !== undefined))
/** Services of Microsoft that give roles and memberships which people requested or approved, with the names of their service principals. */
export const deliveringServices = (): readonly { readonly id: string; readonly names: readonly string[] }[] =>
  delivering().map(({ appId, name, delivers = [] }) => ({ id: appId, names: [name, ...delivers] }))

const deliveringIds = lazy(() => new Set(deliveringServices().map(({ id }) => id)))
const deliveringNames = lazy(
  () => new Set(deliveringServices().flatMap(({ names }) => names.map((name) => name.toLowerCase()))),
)

/**
 * Whether a service of Microsoft gives roles and memberships that people requested or approved: Privileged Identity Management, access
 * packages, lifecycle workflows. The name counts only if no log contains the ID: anyone can choose a name.
 */
export function deliversAccess(appId: string | undefined, name: string | undefined): boolean {
  return appId === undefined
    ? name !== undefined && deliveringNames().has(name.trim().toLowerCase())
    : deliveringIds().has(appId.trim().toLowerCase())
}

/** A client of Microsoft by its name or the beginning of its ID: a hint for a person, never evidence. */
export function clientNamed(text: string): { readonly id: string; readonly name: string } | undefined {
  const wanted = text.trim().toLowerCase()
  for (const [id, { name = '' }] of microsoftApps())
    if (name.toLowerCase() === wanted || (wanted.length >= 8 && id.startsWith(wanted))) return { id, name }
  return undefined
}

export function knownAbusedApp(appId: string): AbusedEntry | undefined {
  return abusedById().get(appId.trim().toLowerCase())
}

/** Returns applications without a published ID by name, ignoring case. The result is a weak hint. */
export function knownAbusedName(name: string): AbusedEntry | undefined {
  return abusedByName().get(name.trim().toLowerCase())
}

/** The name of an API by its application id. */
export function resourceName(appId: string): string | undefined {
  const id = appId.trim().toLowerCase()
  return resources().get(id) ?? microsoftApps().get(id)?.name
}
