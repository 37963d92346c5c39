// The name of the record's organization, if the environment contains it.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'

/** Replaces the tenant's domain in `related.hosts` with its name. A device of the record takes precedence. */
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
    // Most log sources already write the ID in lowercase, like the keys of `names`.
    const name = names.get(organization.id) ?? names.get(organization.id.toLowerCase())
    if (name === undefined) return
    const before = organization.name
    organization.name = name
    if (document.event.dataset === 'o365.audit') renameRelated(document, name, before)
  }
}
