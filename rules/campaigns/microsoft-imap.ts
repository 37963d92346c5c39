// A desktop mail program that reads a mailbox over IMAP with OAuth, in the unified audit log.
import { type Access, mailRead } from './microsoft-mail.ts'
import { signInAudit } from './microsoft-signin.ts'
import { type App, type Log, makeApp, type Person } from './microsoft-tenant.ts'

export const thunderbirdAgent = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.4.3'

/** Mozilla Thunderbird, by its public client ID; the registration belongs to a tenant of the publisher. */
export const thunderbird = (log: Log): App =>
  makeApp(log.random, 'Mozilla Thunderbird', log.random.uuid(), {
    appId: '9e5f94bc-e8a4-4e73-b8be-63364c29d753',
    reply: 'https://localhost',
    agent: thunderbirdAgent,
  })

/** The program requests a token in its own browser window, or silently. Returns the ID. */
export const imapToken = (log: Log, at: number, person: Person, client: App, ip: string, silent = false): string =>
  signInAudit(log, at, {
    person,
    client,
    resource: log.tenant.exchange,
    ip,
    agent: thunderbirdAgent,
    requestType: silent ? 'OAuth2:Token' : 'OAuth2:Authorize',
  })

/** `count` messages of one folder are fetched over IMAP. Returns the ID. */
export const imapRead = (
  log: Log,
  at: number,
  access: Omit<Access, 'info' | 'api'>,
  count: number,
  path = '\\Inbox',
): string =>
  mailRead(
    log,
    at,
    { ...access, info: 'Client=POP3/IMAP4;Protocol=IMAP4', api: log.tenant.exchange.appId },
    count,
    path,
  )
