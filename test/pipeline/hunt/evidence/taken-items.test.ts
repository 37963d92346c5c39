import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import { type DataTaken, type HolderTaken, takenInWords } from '../../../../pipeline/hunt/evidence/data-taken.ts'
import { DataTotals } from '../../../../pipeline/hunt/evidence/data-totals.ts'
import { mailboxOf, takenItems } from '../../../../pipeline/hunt/evidence/taken-items.ts'
import { Collector } from '../../../../pipeline/hunt/report/collect.ts'
import { holderColumns } from '../../../../pipeline/hunt/report/tables.ts'
import { appKey } from '../../../../pipeline/hunt/report/tallies.ts'

const used = (more: Partial<EcsDocument>, activity: object = { kind: 'mail', access: 'read' }): EcsDocument =>
  ({
    '@timestamp': '2026-03-11T09:00:00.000Z',
    event: { outcome: 'success' },
    ...more,
    oauth: { action: 'app_use', account: { name: 'mara@northpier.example' }, activity, ...more.oauth },
  }) as EcsDocument

const mail = used({
  o365: {
    audit: {
      MailboxOwnerUPN: 'Mara@northpier.example',
      ExchangeAggregatedFolders: [
        {
          FolderItems: [
            { InternetMessageId: '<a@x>', SizeInBytes: 10, Subject: 'Offer' },
            { InternetMessageId: '<b@x>' },
          ],
        },
      ],
    },
  },
})

it('the evidence lists each message with its subject and size', () => {
  expect(takenItems(mail)).toEqual([
    { type: 'message', item: '<a@x>', subject: 'Offer', bytes: 10 },
    { type: 'message', item: '<b@x>', subject: '' },
  ])
})

it('the mailbox of a record has the form of the account, whatever the Unicode form of the owner', () => {
  const audit = { MailboxOwnerUPN: 'Zoe\u0308@northpier.example' }
  expect(mailboxOf(used({ o365: { audit } }))).toBe('zo\u00eb@northpier.example')
})

it('the evidence lists the folder of a synchronization, which names no messages', () => {
  const sync = used(
    {
      saas: { mail: { folders: ['\\Inbox'] } },
      o365: { audit: { Item: { Id: 'folder-id' } } },
    } as Partial<EcsDocument>,
    { kind: 'mail', access: 'sync' },
  )
  expect(takenItems(sync)).toEqual([{ type: 'folder', item: '\\Inbox', subject: '' }])
})

it('the evidence lists files, chats and calls', () => {
  const file = used({ file: { path: 'Finance/Suppliers.xlsx' } }, { kind: 'file', bytes: 7 })
  expect(takenItems(file)).toEqual([{ type: 'file', item: 'Finance/Suppliers.xlsx', subject: '', bytes: 7 }])
  const chat = used({ o365: { audit: { ChatThreadId: '19:abc' } } }, { kind: 'chat' })
  expect(takenItems(chat)).toEqual([{ type: 'chat', item: '19:abc', subject: '' }])
  const call = used(
    { url: { original: 'https://graph.microsoft.com/v1.0/users' }, http: { request: { method: 'GET' } } },
    { kind: 'directory' },
  )
  expect(takenItems(call)).toEqual([
    { type: 'API call', item: 'GET https://graph.microsoft.com/v1.0/users', subject: '' },
  ])
})

it('items with equal titles are separate items: their ID identifies them', () => {
  const totals = new DataTotals()
  const add = (more: object, kind: string) => {
    const document = used(more as Partial<EcsDocument>, { kind, access: 'read' })
    totals.add('app', document, takenItems(document))
  }
  const file = { name: 'Untitled document' }
  for (const id of ['one', 'two', 'two']) {
    add({ file, google_workspace: { drive: { file: { id } } } }, 'file')
    add({ file, google_workspace: { chat: { message_id: id, room_id: 'room' } } }, 'chat')
    add({ google_workspace: { chat: { message_id: id, room_id: id, room_name: 'Team' } } }, 'chat')
    add({ google_workspace: { calendar: { id: 'mara@northpier.example', event: { id, title: 'Talk' } } } }, 'calendar')
    add({ o365: { audit: { ChannelGuid: `19:${id}`, ChannelName: 'General' } } }, 'chat')
    add({ url: { original: `https://northpier.sharepoint.com/Lists/People/${id}` } }, 'file')
  }
  const { items, ...taken } = totals.of('app') as DataTaken
  expect(taken).toMatchObject({ files: 6, chats: 4, entries: 2, calls: 0, unnamed: 0 })
  expect(items.shown).toContainEqual(expect.objectContaining({ type: 'file', item: 'one', subject: file.name }))
})

it('the evidence lists no taken items for a failed attempt, a finding, or a record that another log source already delivered', () => {
  expect(takenItems({ ...mail, event: { outcome: 'failure' } })).toEqual([])
  expect(takenItems({ ...mail, oauth: { ...mail.oauth, act: { duplicate: true } } } as EcsDocument)).toEqual([])
  expect(
    takenItems({ ...mail, oauth: { ...mail.oauth, finding: { kind: 'containment_gap' } } } as EcsDocument),
  ).toEqual([])
})

it('the evidence counts a message once, regardless of the number of reads, and counts each call', () => {
  const totals = new DataTotals()
  const later = { ...mail, '@timestamp': '2026-03-12T09:00:00.000Z' }
  totals.add('app', mail, takenItems(mail))
  totals.add('app', later, takenItems(later))
  const call = used({}, { kind: 'mail', method: 'GET /me/messages', bytes: 5 })
  totals.add('app', call, takenItems(call))
  totals.add('app', call, takenItems(call))
  const file = used({ file: { path: 'a.xlsx' } }, { kind: 'file', bytes: 7 })
  for (const each of [file, file]) totals.add('app', each, takenItems(each))
  const counts = { messages: 2, files: 1, chats: 0, calls: 2, bytes: 27 }
  const taken = totals.of('app')
  const [mailbox, files] = taken?.holders.shown ?? []
  expect(mailbox).toMatchObject({ ...counts, files: 0, bytes: 20 })
  expect(files).toMatchObject({ files: 1, bytes: 7 })
  expect(taken).toMatchObject({
    accounts: 1,
    mailboxes: 1,
    ...counts,
    atLeast: false,
    first: '2026-03-11T09:00:00.000Z',
  })
  expect(totals.of('other')).toBeUndefined()
})

it.each([
  [true, {}],
  [false, { isPartial: true }],
])(
  'counts are lower limits if Exchange left out records (%s), or if the input was not read to its end',
  (throttled, room) => {
    const totals = new DataTotals(room)
    const read = used({}, { kind: 'mail', access: 'read', items: 7, throttled })
    totals.add('app', read, takenItems(read))
    const taken = totals.of('app') as DataTaken
    expect(takenInWords(taken)).toMatch(/^at least 7 unnamed items/)
    const cells = holderColumns.map(({ cell }) => cell(taken.holders.shown[0] as HolderTaken))
    expect(cells).toContain('≥ 7')
    expect(cells).not.toContain('≥ 0')
  },
)

interface Call {
  readonly activity?: object
  readonly account?: object
  readonly method?: string
}

it('the evidence counts the synchronized folders of each account', () => {
  const totals = new DataTotals()
  totals.add('app', mail, [{ type: 'folder', item: '\\Inbox', subject: '' }])
  const { folders, holders } = totals.of('app') ?? {}
  expect([folders, holders?.shown.map((holder) => holder.folders)]).toEqual([1, [1]])
})

it('the evidence counts sent messages separately, and lists files and subjects before IDs', () => {
  const totals = new DataTotals()
  for (let i = 0; i < 40; i++) {
    const read = used({ email: { message_id: [`<${i}@x>`] } } as Partial<EcsDocument>)
    totals.add('app', read, takenItems(read))
  }
  const sent = used({ email: { message_id: ['<s@x>'] } } as Partial<EcsDocument>, { kind: 'mail', access: 'send' })
  const file = used({ file: { path: 'Documents/passwords.xlsx' } }, { kind: 'file', access: 'read' })
  for (const each of [sent, file, file]) totals.add('app', each, takenItems(each))
  const taken = totals.of('app') as DataTaken
  expect(takenInWords(taken)).toBe('40 messages, 1 sent message and 1 file of 1 account, including "passwords.xlsx"')
  expect(taken.items.shown[0]).toMatchObject({ item: 'Documents/passwords.xlsx', access: 'read' })
  expect([taken.items.shown.length, taken.items.more]).toEqual([30, 12])
})

it('a network is also new in a filtered view if the application used another network earlier', () => {
  const totals = new DataTotals(
    {},
    new Map([['app', { network: 'known', first: '2026-03-01T09:00:00.000Z', isNew: 'first', newLater: new Set() }]]),
  )
  const call = used({ source: { ip: '203.0.113.7' } }, { kind: 'mail', method: 'list', network_new: true })
  expect(totals.add('app', call, takenItems(call)).isNew).toBe(true)
  expect(takenInWords(totals.of('app') as DataTaken)).toMatch(/; all from 1 network that was new to the application$/)
})

it('the first network of an application is also its first network in a filtered view without its first use', () => {
  const call = (ip: string) => used({ source: { ip } }, { kind: 'mail', method: 'list', network_new: false })
  const at = '2026-03-01T09:00:00.000Z'
  const first = { network: '203.0.113.0/24', first: at, isNew: 'first', newLater: new Set<string>() } as const
  const totals = new DataTotals({}, new Map([['app', first]]))
  const isNew = (ip: string) => totals.add('app', call(ip), takenItems(call(ip))).isNew
  expect([isNew('203.0.113.7'), isNew('198.51.100.7')]).toEqual(['first', false])
})

it('a later network stays new in a filtered view that begins a week after its first use', () => {
  const app = { id: 'app' }
  const call = (ip: string, day: string, age?: object) => {
    const read = used(
      { '@timestamp': `2026-03-${day}T09:00:00.000Z`, source: { ip }, organization: { id: 'tenant' } },
      { kind: 'mail', method: 'list', network_new: false, ...age },
    )
    Object.assign(read.oauth ?? {}, { app })
    return read
  }
  const late = call('198.51.100.9', '20')
  const collector = new Collector()
  collector.seen([
    call('203.0.113.7', '01', { network_new: true }),
    call('198.51.100.7', '05', { network_new: true }),
    call('192.0.2.7', '06'),
    late,
  ])
  const totals = new DataTotals({}, collector.firstUses)
  const key = appKey('tenant', app.id)
  expect(totals.add(key, late, takenItems(late))).toMatchObject({ network: '198.51.100.0/24', isNew: true })
  const other = call('192.0.2.9', '21')
  expect(totals.add(key, other, takenItems(other)).isNew).toBe(false)
})

it('the evidence separates data taken from networks that were new to the application, even after their first week', () => {
  const totals = new DataTotals()
  const call = (ip: string, day: number, { activity, account, method = 'list' }: Call = {}) => {
    const read = used(
      { '@timestamp': `2026-03-${day}T09:00:00.000Z`, source: { ip } },
      { kind: 'mail', method, bytes: 5, ...activity },
    )
    Object.assign(read.oauth?.account ?? {}, account)
    return totals.add('app', read, takenItems(read))
  }
  call('203.0.113.7', 10, { activity: { network_new: true } })
  const first = totals.of('app') as DataTaken
  expect([first.networks.shown[0]?.isNew, takenInWords(first)]).toEqual([
    'first',
    '1 API call (5 bytes) of 1 account, including "list"',
  ])
  for (const day of [20, 30]) call('203.0.113.7', day, { activity: { network_new: false } })
  call('198.51.100.9', 11, { activity: { network_new: true } })
  expect(call('198.51.100.9', 29, { method: 'GET https://x.example/m?$search=%22pass%22' })).toEqual({
    network: '198.51.100.0/24',
    isNew: true,
  })
  // An application of the vendor runs in the network of its user, so the network of the account counts.
  expect(call('192.0.2.1', 30, { account: { network_new: false, network_age_hours: 0.28 } }).isNew).toBe(true)
  expect(call('192.0.2.200', 30, { account: { network_age_hours: 500 } }).isNew).toBe(true)
  expect(call('192.0.3.1', 30, { account: { network_age_hours: 500 } }).isNew).toBe(false)
  const taken = totals.of('app') as DataTaken
  expect(takenInWords(taken)).toBe(
    '8 API calls (40 bytes) of 1 account, including "list" and GET /m?$search="pass"; 4 API calls (20 bytes) from 2 networks that were new to the application',
  )
  expect(taken.items.shown.slice(0, 2).map(({ at }) => at.slice(8, 10))).toEqual(['11', '29'])
  expect(taken.networks.shown).toMatchObject([
    { network: '203.0.113.0/24', isNew: 'first', calls: 3, bytes: 15 },
    { network: '198.51.100.0/24', isNew: true, calls: 2, bytes: 10, last: '2026-03-29T09:00:00.000Z' },
    { network: '192.0.2.0/24', isNew: true, calls: 2 },
    { network: '192.0.3.0/24', isNew: false },
  ])
})
