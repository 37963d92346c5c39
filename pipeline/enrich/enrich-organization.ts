// The name of the record's organization, if the environment contains it.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'

/** The unified audit log presents a tenant as a host; a device that the record names comes first. */
function renameHost(document: EcsDocument, name: string, before: string | undefined): void {
  const { host, related } = document
  if (host === undefined || document.o365?.audit.DeviceName !== undefined) return
  // The tenant's domain was related only as the host; a user's domain stays.
  const stale = host.name === before ? before : undefined
  host.name = name
  if (related?.hosts === undefined) return
  related.hosts = [...new Set([name, ...related.hosts.filter((one) => one !== stale)])]
}

/** Makes the stage; pure per document. */
export function makeEnrichOrganization(environment: Environment): (document: EcsDocument) => void {
  const names = new Map(
    environment.tenants.flatMap(({ id, name }) => (name ? [[id.toLowerCase(), name] as const] : [])),
  )
  return (document) => {
    const { organization } = document
    if (names.size === 0 || organization?.id === undefined) return
    // Most log sources write the id as the environment does.
    const name = names.get(organization.id) ?? names.get(organization.id.toLowerCase())
    if (name === undefined) return
    const before = organization.name
    organization.name = name
    if (document.event.dataset === 'o365.audit') renameHost(document, name, before)
  }
}
