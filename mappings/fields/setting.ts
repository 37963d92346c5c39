// Settings that an application changes: such a change exposes, forwards or hides data, but does not read it.
import type { EcsDocument } from './document.ts'

/** Calls to the settings of a mailbox: rules and automatic replies in Microsoft Graph, all settings in the Gmail API. */
const mailSettings = /\/messageRules|\/mailboxSettings|^gmail\.users\.settings\./i
const reads: ReadonlySet<unknown> = new Set(['list', 'read', 'sync'])

/** Whether an application changed a setting: by an Exchange command, by an inbox rule, or by a call. */
export function isSetting({ oauth, saas }: EcsDocument): boolean {
  const { access, kind, method } = oauth?.activity ?? {}
  if (oauth?.action !== 'app_use') return false
  if (method !== undefined) return mailSettings.test(method) && !reads.has(access)
  return kind === 'admin' || saas?.mail_rule !== undefined
}

/** The recipients of forwarded mail; empty for a record that is not about a setting. */
export const forwardedTo = (document: EcsDocument): readonly string[] =>
  isSetting(document) ? [document.email?.to?.address ?? []].flat() : []
