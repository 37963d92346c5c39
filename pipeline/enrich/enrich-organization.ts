// The name of the record's organization, if the environment contains it.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'

/** A tenant is related by its name, no longer by its domain; a device that the record names comes first. */
function renameRelated({ related, o365 }: EcsDocument, name: string, before: string | undefined): void {
  if (related?.hosts === undefined || o365?.audit.DeviceName !== undefined) return
  related.hosts = [...new Set([name, ...related.hosts.filter((one) => one !== before)])]
}

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
    if (document.event.dataset === 'o365.audit') renameRelated(document, name, before)
  }
}
