// Builders for mail programs that open the mailbox of the other vendor: Outlook with a Gmail mailbox, and Gmail with an Exchange mailbox.
import { use } from './google-events.ts'
import { type App as GoogleApp, app as googleApp, type Network, type Org, type Person } from './google-layouts.ts'
import { userSignIn } from './microsoft-entra-signin.ts'
import { directory, userTarget } from './microsoft-layouts.ts'
import { type Access, mailSend, mailSync } from './microsoft-mail.ts'
import type { App, Log, Person as Member } from './microsoft-tenant.ts'
import { makeApp } from './microsoft-tenant.ts'
import type { Random } from './random.ts'

const phoneAgent = 'Android-Mail/2026.02.08.869403011.Release'
const phoneBrowser =
  'Mozilla/5.0 (Linux; Android 15; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36'

/** The scopes that Gmail on a phone requests for an Exchange mailbox. */
export const gmailScopes = 'EAS.AccessAsUser.All EWS.AccessAsUser.All offline_access openid profile email'

/** The Gmail program, with its public ID in Entra. */
export const gmailProgram = (random: Random): App =>
  makeApp(random, 'Gmail', random.uuid(), {
    appId: '2cee05de-2b8f-45a2-8289-2a06ca32c4c8',
    reply: 'com.google.android.gm.exchange://oauth',
    agent: phoneAgent,
  })

/** The client that Outlook uses to open Gmail mailboxes; Microsoft's cloud makes the calls. */
export const outlookProgram = (random: Random): GoogleApp =>
  googleApp(random, 'Microsoft apps & services', [
    'openid',
    'email',
    'profile',
    'https://mail.google.com/',
    'https://www.google.com/m8/feeds',
    'calendar',
  ])

/** Gmail on a phone synchronizes a folder of an Exchange mailbox. Returns the ID. */
export const phoneSync = (log: Log, at: number, access: Omit<Access, 'info' | 'api'>, path?: string): string =>
  mailSync(
    log,
    at,
    {
      ...access,
      info: 'Client=ActiveSync;UserAgent=Android-Mail/2026.02.08.869403011.Release;Action=Sync',
      api: log.tenant.exchange.appId,
    },
    path,
  )

/** Gmail on a phone sends a message from an Exchange mailbox. Returns the ID. */
export const phoneSend = (log: Log, at: number, access: Omit<Access, 'info' | 'api'>, subject: string): string =>
  mailSend(
    log,
    at,
    {
      ...access,
      info: 'Client=ActiveSync;UserAgent=Android-Mail/2026.02.08.869403011.Release;Action=SendMail',
      api: log.tenant.exchange.appId,
    },
    subject,
  )

interface PhoneSignIn {
  readonly person: Member
  readonly client: App
  readonly ip: string
  readonly session?: string
}

/** The browser of a phone signs in for Gmail. Returns the ID. */
export const phoneSignIn = (log: Log, at: number, signIn: PhoneSignIn): string =>
  userSignIn(log, at, {
    ...signIn,
    resource: log.tenant.exchange,
    agent: phoneBrowser,
    ownerTenant: signIn.client.ownerTenant,
  })

/** Gmail on a phone requests new tokens with a revoked grant. Returns the ID. */
export const phoneRefused = (log: Log, at: number, signIn: PhoneSignIn): string =>
  userSignIn(log, at, {
    ...signIn,
    resource: log.tenant.exchange,
    agent: phoneAgent,
    interactive: false,
    error: 50173,
    reason: 'The provided grant has expired due to it being revoked, a fresh auth token is needed.',
    ownerTenant: signIn.client.ownerTenant,
  })

const methods = ['gmail.users.history.list', 'gmail.users.messages.list', 'gmail.users.messages.get']

/** The Outlook cloud fetches data from a Gmail mailbox. */
export const cloudFetch = (org: Org, at: number, who: Person, app: GoogleApp, from: Network) =>
  use(org, { at, who, app, from, method: org.random.pick(methods), bytes: org.random.integer(1_500, 60_000) })

/** The help desk resets a password and revokes the sessions in Entra. Returns the IDs. */
export const resetAndRevoke = (log: Log, at: number, by: Member, target: Member): readonly string[] => {
  const shared = { by, target: userTarget(target), objectId: target.upn, category: 'User' as const }
  const changes = [{ name: 'TargetId.UserType', now: 'Member' }]
  return [
    directory(log, at, { ...shared, operation: 'Reset user password.', changes }),
    directory(log, at + 60_000, {
      ...shared,
      operation: 'Update StsRefreshTokenValidFrom Timestamp.',
      changes: [
        {
          name: 'StsRefreshTokensValidFrom',
          now: `[\r\n  "${new Date(at + 60_000).toISOString().slice(0, 19)}Z"\r\n]`,
          before: '[\r\n  "2025-06-02T08:00:00Z"\r\n]',
        },
        { name: 'Included Updated Properties', now: 'StsRefreshTokensValidFrom' },
        ...changes,
      ],
    }),
  ]
}
