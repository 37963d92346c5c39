// Acts on applications whose records lack facts that rules read. `error.message` contains the reason, and a hunt counts
// these acts: an act in a new form must not go unnoticed.
import { bestId, type EcsDocument, type OauthGroup } from '../../fields/document.ts'
import type { OauthAction } from '../../fields/oauth.ts'
import type { Draft } from '../step.ts'

const start = 'rules cannot assess this act on an application: '

/** Reports why rules cannot assess an act. */
export function reportUnread({ problem }: Pick<Draft, 'problem'>, lacks: string): void {
  problem(`${start}${lacks}`)
}

/** Returns the reason why rules cannot assess an act. */
export function unreadActOf({ error }: EcsDocument): string | undefined {
  return error?.message?.find((text) => text.startsWith(start))?.slice(start.length)
}

/** Acts that give an application permissions. */
const grants: ReadonlySet<OauthAction | undefined> = new Set(['consent', 'delegated_grant', 'app_role_grant'])

/** Reports a successful act that gives permissions to an application if its record lacks the application or the permissions. */
export function checkGrant(draft: Pick<Draft, 'problem' | 'document'>, { action, app, grant }: OauthGroup): void {
  if (!grants.has(action) || draft.document.event.outcome === 'failure') return
  const lacks = [
    ...(bestId(app) === undefined && app?.name === undefined ? ['application'] : []),
    ...(grant?.scopes === undefined && grant?.scopes_removed === undefined ? ['permissions'] : []),
  ]
  if (lacks.length > 0) reportUnread(draft, `the record has no readable ${lacks.join(' or ')}`)
}
