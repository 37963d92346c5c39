// A record shows one domain of the organization. Other domains of it are not outside, if the environment file lists them.
import type { Environment } from '../../mappings/environment/environment.ts'
import type { EcsDocument } from '../../mappings/fields/document.ts'
import { getPath } from '../../mappings/kernel/path.ts'
import { leadsOnlyTo } from '../../mappings/vendors/m365/readers/outside-paths.ts'

/** The domain of the party that gains access to a file; in Drive, also the domain in which a link works. */
function sharedWith({ user, google_workspace: google }: EcsDocument): string | undefined {
  const linkDomain = google && getPath(google, ['drive', 'target_domain'])
  return (user?.target?.domain ?? (typeof linkDomain === 'string' ? linkDomain : undefined))?.toLowerCase()
}

export function makeEnrichOwnDomains(environment: Environment): (document: EcsDocument) => void {
  const own = new Set(environment.domains)
  return (document) => {
    if (own.size === 0) return
    const { saas, oauth, event } = document
    if (event.module === 'google_workspace' && saas?.sharing?.external === true && own.has(sharedWith(document) ?? ''))
      saas.sharing.external = false
    const policy = oauth?.policy
    if (event.module === 'o365' && policy?.direction === 'loosened' && leadsOnlyTo(own, policy))
      policy.direction = 'changed'
  }
}
