// Browser extensions that users install or request: the chrome activity.
import type { OauthGroup } from '../../../fields/document.ts'
import { toText } from '../../../lib/convert.ts'
import type { DeriveStep } from '../../../lib/step.ts'
import { actorAccount, streamBlock, textAt, writeAct } from './acts.ts'
import { principalOf } from './token.ts'

type Action = NonNullable<OauthGroup['action']>

const actions: ReadonlyMap<string, Action> = new Map([
  ['browser_extension_install', 'app_install'],
  ['extension_request', 'consent_request'],
])

/** Fills the `oauth` group from `google_workspace.chrome`, for the events that are about an extension. */
export const chromeActs: DeriveStep = (draft) => {
  const action = actions.get((toText(draft.element.name) ?? '').toLowerCase())
  if (action === undefined) return
  const block = streamBlock(draft.vendor, 'chrome')
  const id = textAt(block, 'app_id')
  const name = textAt(block, 'app_name')
  if (id === undefined && name === undefined) return
  const account = actorAccount(draft)
  const removed = action === 'app_install' && textAt(block, 'extension_action')?.toLowerCase() === 'uninstall'
  const grant: NonNullable<OauthGroup['grant']> = { kind: 'install', breadth: 'user' }
  const reason = textAt(block, 'user_justification')
  if (action === 'consent_request' && reason !== undefined) grant.reason = reason
  if (account !== undefined) {
    grant.principal = principalOf(account)
    grant.self = true
  }
  const app = { ...(id !== undefined && { id }), ...(name !== undefined && { name }), kind: 'extension' as const }
  const group: OauthGroup = { app, grant, ...(account && { account }) }
  writeAct(draft, removed ? 'app_uninstall' : action, group, account?.name)
}
