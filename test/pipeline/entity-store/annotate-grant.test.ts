import { expect, it } from 'vitest'
import type { OauthGroup } from '../../../mappings/fields/document.ts'
import type { EntityEvent } from '../../../pipeline/entity-store/entity-event.ts'
import { annotated, day, eventOf, googleCustomer } from './events.ts'

const address = 'lena.ostrow@northpier.example'
const ofGrant = { app: { id: 'client' }, account: { name: address } }

const event = (days: number, action: 'consent' | 'app_use') => by('lena.ostrow', days, action)

/** A consent or a use of a person. */
function by(name: string, days: number, action: 'consent' | 'app_use'): EntityEvent {
  const email = `${name}@northpier.example`
  const grant = action === 'consent' && { grant: { breadth: 'user' as const } }
  return eventOf('google_workspace.token', days * day, {
    user: { email },
    oauth: { action, app: ofGrant.app, account: { name: email }, ...grant },
  })
}

/** A sign-in of the owner from an address. */
const signIn = (dataset: string, days: number, ip: string): EntityEvent =>
  eventOf(dataset, days * day, {
    user: { email: address },
    source: { ip },
    oauth: { action: 'app_sign_in', app: { id: 'console', first_party: true }, account: { name: address } },
  })

const uses = async (...days: readonly number[]) => {
  const events = [event(0, 'consent'), ...days.map((day) => event(day, 'app_use'))]
  return (await annotated(events)).slice(1).map(({ grant }) => grant?.awake_hours)
}

it('a grant is awake for a day after its first use in thirty days', async () => {
  expect(await uses(1, 31, 31.25, 31.9, 32.5)).toEqual([undefined, 0, 6, 21.6, undefined])
})

it('a grant that was used in the last month, or never before, does not awaken', async () => {
  expect(await uses(40)).toEqual([undefined])
  expect(await uses(1, 30.9, 31)).toEqual([undefined, undefined, undefined])
})

it('a use is marked for a month after an administrator granted it for all accounts from a new network', async () => {
  const log = 'google_workspace.admin'
  const marked = async (ip: string) => {
    const granted = eventOf(log, 21 * day, {
      user: { email: address },
      source: { ip },
      oauth: { action: 'delegation_grant', ...ofGrant, grant: { breadth: 'tenant', kind: 'domain_delegation' } },
    })
    const history = [signIn(log, 0, '198.51.100.20'), signIn(log, 20, '203.0.113.9'), granted]
    const events = [...history, event(22, 'app_use'), event(50, 'app_use'), event(52, 'app_use')]
    return (await annotated(events)).slice(3).map(({ grant }) => grant?.from_new_network)
  }
  expect(await marked('203.0.113.9')).toEqual([true, true, undefined])
  expect(await marked('198.51.100.20')).toEqual([undefined, undefined, undefined])
})

it('a further grant for all accounts is marked for a month after a grant from the newest network of the administrator, even without an address', async () => {
  const log = 'o365.audit'
  const grant = (days: number, ip?: string) =>
    eventOf(log, days * day, {
      user: { email: address },
      ...(ip && { source: { ip } }),
      oauth: { action: 'delegated_grant', app: ofGrant.app, grant: { breadth: 'tenant' } },
    })
  const marked = async (ip: string) => {
    const events = [signIn(log, 0, '198.51.100.20'), signIn(log, 20, ip), grant(21), grant(30), grant(60)]
    return (await annotated(events)).slice(2).map((annotation) => annotation.grant?.from_new_network)
  }
  expect(await marked('203.0.113.9')).toEqual([undefined, true, undefined])
  expect(await marked('198.51.100.20')).toEqual([undefined, undefined, undefined])
  // A record of the other log contains the address of the same grant.
  const inBothLogs = async (ip: string) => {
    const signIns = [signIn(log, 0, '198.51.100.20'), signIn(log, 20, '203.0.113.9')]
    return (await annotated([...signIns, grant(21, ip), grant(21.001), grant(30)])).at(-1)?.grant?.from_new_network
  }
  expect(await inBothLogs('203.0.113.9')).toBe(true)
  expect(await inBothLogs('198.51.100.20')).toBeUndefined()
})

it('a use of an add-in is marked if its page was visited from a new network, even if the page often reloads elsewhere', async () => {
  const at = (hours: number, email: string, oauth: OauthGroup, ip = '198.51.100.20'): EntityEvent =>
    eventOf('o365.audit', hours, { user: { email }, source: { ip }, oauth })
  const console = { id: 'console', first_party: true }
  const act = (correlation: number) => ({ id: `act ${correlation}`, bundle: `bundle ${correlation}` })
  const visit = (hours: number, email: string, ip?: string) =>
    at(hours, email, { action: 'app_use', app: console, activity: { method: 'appinv.aspx' }, act: act(hours) }, ip)
  const marked = async (ip: string) => {
    const events = [
      signIn('o365.audit', 0, '198.51.100.20'),
      signIn('o365.audit', 480.5 / day, ip),
      visit(480.6, address, ip),
      ...Array.from({ length: 40 }, (_, i) => visit(480.7 + i / 1000, 'mara@northpier.example')),
      at(480.8, 'spo_service@support.onmicrosoft.com', { action: 'sp_add', app: ofGrant.app }),
      at(482, '', { action: 'app_use', app: ofGrant.app, grant: { app_only: true } }),
    ]
    return (await annotated(events)).at(-1)?.grant?.from_new_network
  }
  expect(await marked('203.0.113.9')).toBe(true)
  expect(await marked('198.51.100.20')).toBeUndefined()
})

it('a use is marked if an application granted it from a provider that is new to it and outside the organization', async () => {
  const program = { id: 'program' }
  const at = (days: number, oauth: OauthGroup, ip = '198.51.100.20', number = 64500): EntityEvent =>
    eventOf('o365.audit', days * day, { source: { ip, as: { number } }, oauth })
  const use = (days: number, ip?: string, system?: number) =>
    at(days, { action: 'app_use', app: program, grant: { app_only: true } }, ip, system)
  const grantOf = async (system: number, networks: readonly string[] = []) => {
    const granted = at(21, {
      action: 'app_role_grant',
      app: ofGrant.app,
      actor_app: program,
      grant: { breadth: 'tenant' },
    })
    const used = at(22, { action: 'app_use', app: ofGrant.app, grant: { app_only: true } })
    return (await annotated([use(0), use(20, '203.0.113.9', system), granted, used], { networks })).at(-1)?.grant
  }
  expect(await grantOf(64511)).toMatchObject({ from_new_network: true, granted_by: program.id })
  expect(await grantOf(64500)).not.toHaveProperty('from_new_network')
  expect(await grantOf(64511, ['203.0.113.0/24'])).not.toHaveProperty('from_new_network')
})

it('a use under a grant for all accounts outlives a new password only if it began in a network new to the owner', async () => {
  const office = '198.51.100.20'
  const at = (days: number, ip: string, oauth: OauthGroup, email = address): EntityEvent =>
    eventOf('azure.auditlogs', days * day, { user: { email }, source: { ip }, oauth: { ...ofGrant, ...oauth } })
  const log = 'azure.auditlogs'
  const change = eventOf(log, 22 * day, {
    event: { action: 'Change user password', kind: 'event', category: ['iam'], type: ['user', 'change'] },
    user: { email: address, target: { email: address } },
  })
  const last = async (ip: string) => {
    const grant = at(0, office, { action: 'consent', grant: { breadth: 'tenant' } }, 'ivo.brandt@northpier.example')
    const use = (days: number) => at(days, ip, { action: 'app_use', activity: { kind: 'mail', access: 'read' } })
    const events = [signIn(log, 0, office), grant, signIn(log, 20, ip), use(20.1), structuredClone(change), use(23)]
    return (await annotated(events)).at(-1)?.grant
  }
  expect(await last('203.0.113.9')).toMatchObject({ self: false, outlived_containment: true })
  expect(await last(office)).toMatchObject({ self: false })
  expect((await last(office))?.outlived_containment).toBeUndefined()
})

it('a revocation has the age of the removed permission, unless a later grant replaces it', async () => {
  const act = (days: number, oauth: OauthGroup): EntityEvent =>
    eventOf('azure.auditlogs', days * day, { user: { email: address }, oauth: { app: ofGrant.app, ...oauth } })
  const grant = (days: number, ...scopes: string[]) =>
    act(days, { action: 'app_role_grant', grant: { breadth: 'tenant', scopes } })
  const revoke = (days: number, scope: string) =>
    act(days, { action: 'app_role_revoke', grant: { breadth: 'tenant', scopes_removed: [scope] } })
  const age = async (...events: readonly EntityEvent[]) => (await annotated(events)).at(-1)?.grant?.granted_age_hours
  expect(await age(grant(0, 'Mail.Read'), revoke(0.25, 'Mail.Read'))).toBe(6)
  expect(await age(grant(0, 'Mail.Read'), grant(0.2, 'Mail.ReadWrite'), revoke(0.25, 'Mail.Read'))).toBeUndefined()
  expect(await age(grant(0, 'Mail.Read'), grant(9, 'Mail.Send'), revoke(9.25, 'Mail.Send'))).toBe(6)
})

const robot = { id: '104567890123456789012', kind: 'service_account' } as const
const login = (): EntityEvent =>
  eventOf('google_workspace.login', 0, {
    event: { action: 'login_success' },
    user: { email: address },
    source: { ip: '198.51.100.20' },
  })
/** The act of an account that gives a workload to the service account. */
const attached = (days: number, email: string, ip: string): EntityEvent =>
  eventOf('gcp.audit', days * day, {
    organization: { id: googleCustomer },
    user: { email },
    source: { ip },
    oauth: { action: 'owner_add', app: robot, owner: { name: 'instances/parser-2' } },
  })
const robotUsed = (days: number): EntityEvent =>
  eventOf('google_workspace.token', days * day, {
    user: { email: 'mara.voss@northpier.example' },
    oauth: { action: 'app_use', app: robot, account: { name: 'mara.voss@northpier.example' } },
  })

it('a use of a service account is marked for a month after a person gave it a workload from a new network', async () => {
  const marked = async (ip: string) => {
    const events = [login(), attached(20, address, ip), robotUsed(20.5), robotUsed(49), robotUsed(51)]
    return (await annotated(events)).slice(2).map(({ grant }) => grant?.from_new_network)
  }
  expect(await marked('203.0.113.9')).toEqual([true, true, undefined])
  expect(await marked('198.51.100.20')).toEqual([undefined, undefined, undefined])
})

it('a use in the week after a grant contains the number of other people who first granted access in the last week', async () => {
  const grants = [by('a', 1, 'consent'), by('b', 10, 'consent'), by('c', 11, 'consent'), by('d', 12, 'consent')]
  const events = [...grants, by('d', 12.5, 'app_use'), by('a', 12.6, 'app_use'), by('e', 12.7, 'app_use')]
  expect((await annotated(events)).slice(4).map(({ app }) => app?.granters_new)).toEqual([2, undefined, 3])
})

it('an account that changes service accounts from many networks displaces no act of another person', async () => {
  const deploy = Array.from({ length: 600 }, (_, i) =>
    attached(20 + i / 30, 'ci@northpier.example', `10.${i >> 8}.${i & 255}.7`),
  )
  const program = Array.from({ length: 600 }, (_, i) =>
    attached(40.1 + i / 1000, 'ci@northpier-sync.iam.gserviceaccount.com', `10.9.${i & 255}.7`),
  )
  const events = [login(), ...deploy, attached(40, address, '203.0.113.9'), ...program, robotUsed(41)]
  expect((await annotated(events)).at(-1)?.grant?.from_new_network).toBe(true)
})

it('the number of people who first granted access is an estimate if the entity store has only a sample', async () => {
  const grants = Array.from({ length: 1000 }, (_, i) => by(`person${i}`, i < 500 ? 1 : 20, 'consent'))
  const number = (await annotated([...grants, by('e', 21, 'app_use')])).at(-1)?.app?.granters_new
  expect(Math.abs((number ?? 0) - 500)).toBeLessThan(100)
})

it('a use is marked for a week after access was given again, between an hour and a month after its removal', async () => {
  const grant = { breadth: 'tenant', kind: 'domain_delegation' } as const
  const change = (days: number, action: 'delegation_grant' | 'delegation_revoke') =>
    eventOf('google_workspace.admin', days * day, { user: { email: address }, oauth: { action, ...ofGrant, grant } })
  const marked = async (removed: number, given: number, ...uses: readonly number[]) => {
    const changes = [
      change(0, 'delegation_grant'),
      change(removed, 'delegation_revoke'),
      change(given, 'delegation_grant'),
    ]
    const events = [...changes, ...uses.map((days) => event(days, 'app_use'))]
    return (await annotated(events)).slice(3).map((oauth) => oauth.grant?.given_again)
  }
  expect(await marked(20, 23, 22, 24, 29, 31)).toEqual([undefined, true, true, undefined])
  expect(await marked(20, 20.02, 21)).toEqual([undefined])
  expect(await marked(20, 51, 52)).toEqual([undefined])
})

it('a delegation is known by each ID of the service account when a key is created in a log without a tenant', async () => {
  const email = 'invoice-sync@northpier-sync.iam.gserviceaccount.com'
  const delegated = async (...apps: readonly NonNullable<OauthGroup['app']>[]) => {
    const used = apps.map((app, index) =>
      eventOf('google_workspace.access_evaluation', index * day, {
        organization: { id: index === 0 ? googleCustomer : 'C03exmpl7' },
        oauth: { action: 'app_sign_in', app, account: { name: address }, grant: { kind: 'domain_delegation' } },
      }),
    )
    const { document, ...key } = eventOf('gcp.audit', 40 * day, {
      oauth: { action: 'credential_add', app: { ...robot, object_id: email } },
    })
    const { organization, ...withoutTenant } = document
    const oauth = await annotated([...used, { ...key, document: withoutTenant }])
    return oauth.at(-1)?.app?.delegated
  }
  const other = { kind: 'service_account', object_id: 'other@south-1.iam.gserviceaccount.com' } as const
  expect(await delegated({ kind: 'service_account', object_id: email }, other)).toBe(true)
  expect(await delegated(robot, other)).toBe(true)
  expect(await delegated(other, other)).toBeUndefined()
})
