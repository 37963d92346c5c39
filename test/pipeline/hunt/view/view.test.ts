import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import { addAccounts, addApp, Names } from '../../../../pipeline/hunt/view/names.ts'
import { makeView } from '../../../../pipeline/hunt/view/view.ts'
import type { Alert } from '../../../../rules/lib/alert.ts'

const document: EcsDocument = {
  '@timestamp': '2026-03-11T09:00:00.000Z',
  event: {},
  user: { email: 'Ada@example.com', target: { id: 'u-2' } },
  source: { ip: '203.0.113.7' },
  oauth: { app: { id: 'APP-1', object_id: 'sp-1', name: 'Mail Helper' } },
}

it('a view shows the events of a period', () => {
  expect(makeView({ since: '2026-03-11T09:00:00.000Z' }).shows(document)).toBe(true)
  expect(makeView({ since: '2026-03-11T09:00:00.001Z' }).shows(document)).toBe(false)
  expect(makeView({ until: '2026-03-11T09:00:00.000Z' }).shows(document)).toBe(false)
  expect(makeView({ until: '2026-03-11T09:00:00.001Z' }).shows(document)).toBe(true)
})

it('a view finds an account as actor and as target, regardless of case', () => {
  const account = (...ids: string[]) => ({ account: { name: '', ids: new Set(ids) } })
  expect(makeView(account('ada@example.com')).shows(document)).toBe(true)
  expect(makeView(account('u-2')).shows(document)).toBe(true)
  expect(makeView(account('ada')).shows(document)).toBe(false)
})

it('a view finds an IP address in a network', () => {
  for (const ip of ['203.0.113.0/24', '203.0.113.99/24']) expect(makeView({ ip: [ip] }).shows(document)).toBe(true)
  expect(makeView({ ip: ['203.0.113.8'] }).shows(document)).toBe(false)
  expect(makeView({ ip: ['::ffff:203.0.113.7'] }).shows(document)).toBe(true)
  expect(makeView({ ip: ['0:0:0:0:0:ffff:cb00:7107'] }).shows(document)).toBe(true)
})

it('a view finds any of several IP addresses', () => {
  expect(makeView({ ip: ['198.51.100.1', '203.0.113.7'] }).shows(document)).toBe(true)
  expect(makeView({ ip: ['198.51.100.1', '203.0.113.8'] }).shows(document)).toBe(false)
})

it('a view of an IPv6 network shows no IPv4 address', () => {
  expect(makeView({ ip: ['::/0'] }).shows(document)).toBe(false)
  expect(makeView({ ip: ['::/0'] }).shows({ ...document, source: { ip: '2001:db8::7' } })).toBe(true)
})

it('a view finds an account, an application and a text in both Unicode forms', () => {
  const [composed, decomposed] = ['J\u00f6rg@example.com', 'Jo\u0308rg@example.com']
  for (const [asked, email] of [
    [composed, decomposed],
    [decomposed, composed],
  ] as const) {
    const other = { ...document, user: { email }, oauth: { app: { id: 'a', name: email } } }
    const [accounts, apps] = [new Names(), new Names()]
    addAccounts(accounts, other)
    addApp(apps, other)
    const [[account], [app]] = [accounts.find(asked), apps.find(asked)]
    expect(makeView({ find: asked, account: account as never, app: app as never }).shows(other)).toBe(true)
  }
})

it('a view finds a text in any value, regardless of case, but not in field names', () => {
  const mail = { ...document, email: { message_id: ['<A1@Mail.example>'] } } as unknown as EcsDocument
  expect(makeView({ find: 'a1@mail' }).shows(mail)).toBe(true)
  expect(makeView({ find: 'a1@mail' }).shows(document)).toBe(false)
  expect(makeView({ find: 'message_id' }).shows(mail)).toBe(false)
})

it('a view shows an application by each of its IDs', () => {
  expect(makeView({ app: { name: '', ids: new Set(['sp-1']) } }).shows(document)).toBe(true)
  expect(makeView({ app: { name: '', ids: new Set(['sp-2']) } }).shows(document)).toBe(false)
})

it('a view shows alerts of a minimum severity and of given rules', () => {
  const alert = { severity: 'high', rule: { id: 'r-1', name: 'Rule' } } as Alert
  expect(makeView({ minSeverity: 'high' }).showsSeverity(alert)).toBe(true)
  expect(makeView({ minSeverity: 'critical' }).showsSeverity(alert)).toBe(false)
  expect(makeView({ rules: [{ id: 'r-2', name: 'Other' }] }).showsRule(alert)).toBe(false)
})

function named(...apps: readonly NonNullable<EcsDocument['oauth']>['app'][]): Names {
  const names = new Names()
  for (const app of apps) addApp(names, { event: {}, oauth: { app } } as EcsDocument)
  return names
}

it('a view links the address of an account with its ID in other records', () => {
  const names = new Names()
  for (const user of [
    { id: 'U-9' },
    { email: 'Ada@example.com', id: 'u-9', name: 'ada' },
    { email: 'adam@example.com' },
  ])
    addAccounts(names, { event: {}, user } as EcsDocument)
  expect(names.find('ada@example.com').map(({ ids }) => [...ids].sort())).toEqual([['ada@example.com', 'u-9']])
  expect(names.find('ada').map(({ name }) => name)).toEqual(['ada (u-9)'])
  expect(names.find('exam')).toHaveLength(2)
})

it('a view finds all addresses of an ID, but links no accounts by an ID of several addresses or of unknown accounts', () => {
  const names = new Names()
  const shared = { id: '111', name: 'x' }
  for (const user of [
    { ...shared, email: 'anna@x.example' },
    { ...shared, email: 'bert@x.example' },
    { id: '222', email: 'bert@x.example' },
    ...['0', '105250506097979753968'].map((id) => ({ id, email: 'carl@x.example' })),
    { id: '333', email: 'dora@x.example' },
    { id: '333', email: '33333333333333333333333333333333dora@x.example' },
  ])
    addAccounts(names, { event: {}, user } as EcsDocument)
  const idsOf = (text: string) => names.find(text).map(({ ids }) => [...ids])
  expect(idsOf('anna@x.example')).toEqual([['anna@x.example']])
  expect(idsOf('bert@x.example')).toEqual([['bert@x.example', '222']])
  expect(idsOf('carl@x.example')).toEqual([['carl@x.example']])
  expect(idsOf('111')).toEqual([['111', 'anna@x.example', 'bert@x.example', '222']])
  expect(idsOf('dora@x.example')).toEqual([['dora@x.example', '333', '33333333333333333333333333333333dora@x.example']])
})

it('a view links the IDs of an application from separate records', () => {
  const names = named({ object_id: 'sp-1' }, { id: 'app-1', name: 'Mail Helper' }, { id: 'app-1', object_id: 'sp-1' })
  expect(names.find('mail').map(({ ids }) => [...ids].sort())).toEqual([['app-1', 'sp-1']])
})

it('a view search prefers an ID to a name, and a whole name to a part of a name', () => {
  const names = named(
    { id: 'mail', name: 'Other' },
    { id: 'app-2', name: 'Mail' },
    { id: 'app-3', name: 'Mail Helper' },
  )
  expect(names.find('mail').map(({ name }) => name)).toEqual(['Other (mail)'])
  expect(names.find('MAIL HELPER').map(({ name }) => name)).toEqual(['Mail Helper (app-3)'])
  expect(names.find('ai').map(({ name }) => name)).toEqual(['Mail (app-2)', 'Mail Helper (app-3)', 'Other (mail)'])
  expect(names.find('nothing')).toEqual([])
  const google = named({ id: '1-mail.apps.googleusercontent.com' }, { id: '2-con.apps.googleusercontent.com' })
  expect(google.find('con')).toHaveLength(1)
  expect(google.find('googleusercontent')).toEqual([])
  for (const part of ['l.', 'mail.apps', '1-mail.apps.googleusercontent.co'])
    expect(
      google.find(part).map(({ name }) => name),
      part,
    ).toEqual(['1-mail.apps.googleusercontent.com'])
  expect(google.find('.apps')).toEqual([])
})
