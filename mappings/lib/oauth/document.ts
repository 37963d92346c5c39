// Writes an act into the document.
import { bestId, type EcsDocument, type OauthGroup } from '../../fields/document.ts'
import { put } from '../put.ts'

/** Sets the application as the service, so that rules on the alert index can group by it. */
export function setService(document: EcsDocument, app: OauthGroup['app']): void {
  const id = bestId(app)
  const name = app?.name
  if (id === undefined && name === undefined) return
  document.service = { ...document.service }
  put(document.service, 'id', id)
  put(document.service, 'name', name)
}

/** Sets the group without the members that stayed empty. */
export function setOauth(document: EcsDocument, oauth: OauthGroup): void {
  const groups = oauth as Record<string, unknown>
  for (const name of Object.keys(groups)) {
    const group = groups[name]
    if (typeof group === 'object' && group !== null && Object.keys(group).length === 0) delete groups[name]
  }
  if (Object.keys(groups).length > 0) document.oauth = oauth
}
