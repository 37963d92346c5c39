import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import { Redactor } from '../../../../pipeline/hunt/evidence/redactor.ts'
import { reason } from '../../../../rules/lib/reason.ts'

const person = '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514'
const tenant = '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901'

function redactor(): Redactor {
  const found = new Redactor('a key for these tests')
  found.learn({
    event: {},
    organization: { id: tenant, name: 'Northpier' },
    user: { email: 'mara.voss@northpier.example', id: person, full_name: 'Mara Voss' },
  } as EcsDocument)
  return found
}

const [mara, home] = ['mara.voss@northpier.example', tenant].map((name) => redactor().apply(name))
/** The pseudonym of a name that no record contains. */
const of = (name: string) => redactor().apply(name)

it('the redactor gives a name the same pseudonym in each hunt with the same key, in any order of the records', () => {
  expect(mara).toMatch(/^person-[0-9a-f]{10}$/)
  expect(new Redactor('a key for these tests').apply('mara.voss@northpier.example')).toBe(mara)
  expect(new Redactor('the key of another case').apply('mara.voss@northpier.example')).not.toBe(mara)
})

it('the redactor gives an account one pseudonym, also if a record with its ID alone precedes that with its address', () => {
  const records = [{ id: person }, { id: person, email: 'mara.voss@northpier.example' }]
  for (const users of [records, [...records].reverse()]) {
    const found = new Redactor('a key for these tests')
    for (const user of users) found.learn({ event: {}, user } as EcsDocument)
    expect([found.apply(person), found.apply('/personal/mara_voss_northpier_example')]).toEqual([
      mara,
      `/personal/${mara}`,
    ])
  }
  expect(of('/personal/eve_attacker_example')).toBe(`/personal/${of('eve@attacker.example')}`)
})

it('the redactor gives a person one pseudonym for address, ID and name, regardless of case', () => {
  const apply = (text: string) => redactor().apply(text)
  expect(apply('Mara.Voss@northpier.example consented')).toBe(`${mara} consented`)
  expect(apply(`GET https://graph.microsoft.com/v1.0/users/${person}/messages`)).toBe(
    `GET https://graph.microsoft.com/v1.0/users/${mara}/messages`,
  )
  expect(apply('Mara Voss')).toBe(mara)
})

it('the redactor replaces the parameters of Exchange commands, except those that cannot contain names or user text', () => {
  const found = redactor()
  const Parameters = {
    Identity: 'Todd Flanders',
    User: 'mara.voss@northpier.example',
    AccessRights: 'FullAccess',
    SubjectContainsWords: 'Burns, from Smith',
    DeleteMessage: 'True',
  }
  const document = { event: { action: 'New-InboxRule' }, o365: { audit: { Parameters } }, source: { ip: '192.0.2.1' } }
  found.learn(document as unknown as EcsDocument)
  const text = reason(document as unknown as EcsDocument)
  expect(text).toContain('Burns')
  expect(found.apply(`Rule: ${text}`)).toMatch(
    new RegExp(
      `with Identity text-\\w{10}, User ${mara}, AccessRights FullAccess, SubjectContainsWords text-\\w{10}, DeleteMessage True, from 192.0.2.1$`,
    ),
  )
  expect(found.apply(text.slice(0, -30))).toMatch(/"New-InboxRule" \(parameters removed\)$/)
})

it.each(['Todd Flanders and Burns', 'Todd, from Burns', 'Todd; Burns'])(
  'the redactor removes the parameters that only begin like known ones: %s',
  (Identity) => {
    const found = redactor()
    const rule = (Parameters: object, more = {}) =>
      ({ event: { action: 'New-InboxRule' }, o365: { audit: { Parameters } }, ...more }) as unknown as EcsDocument
    found.learn(rule({ Identity: 'Todd' }))
    const source = { ip: '2001:db8::1' }
    expect(found.apply(reason(rule({ Identity: 'Todd' }, { source })))).toMatch(/text-\w{10}, from 2001:db8::1$/)
    for (const more of [{}, { SubjectContainsWords: 'secret merger' }])
      expect(found.apply(reason(rule({ Identity, ...more }, { source })))).toMatch(
        /"New-InboxRule" \(parameters removed\)$/,
      )
  },
)

// An algorithm with quadratic time takes minutes.
it('the redactor reads any number of Exchange commands in one text', () => {
  const found = redactor()
  found.learn({ event: {}, o365: { audit: { Parameters: { Identity: 'Todd' } } } } as unknown as EcsDocument)
  for (const next of [' ', '; the last: '])
    expect(found.apply(`event "New-InboxRule" with Identity Todd${next}`.repeat(100_000))).not.toContain('Todd')
})

it('the redactor replaces the ID, name and domain of the tenant, and personal folders', () => {
  const out = redactor().apply(
    `${tenant} https://northpier-my.sharepoint.com/personal/mara_voss_northpier_example/Documents/a`,
  )
  expect(out).not.toMatch(/northpier|mara|5c1d0e6a/i)
  expect(out).toBe(`${home} https://${home}-my.sharepoint.com/personal/${mara}/Documents/a`)
})

it('the redactor keeps the IDs of applications, also if a record names one as the target account', () => {
  const found = redactor()
  const app = 'd8a67c95-37ed-c5bc-07d7-35acc9e3e1f0'
  found.learn({ event: {}, user: { target: { id: app } }, oauth: { app: { id: app } } } as EcsDocument)
  expect(found.apply(app.toUpperCase())).toBe(app.toUpperCase())
  expect(found.apply(`consented to ${app} for ${person}`)).toBe(`consented to ${app} for ${mara}`)
})

it('the redactor also replaces an address that is not the subject of any record', () => {
  const found = redactor()
  expect(found.apply('to eve@attacker.example and EVE@attacker.example')).toBe(
    `to ${of('eve@attacker.example')} and ${of('eve@attacker.example')}`,
  )
})

it('the redactor uses one pseudonym for the host tenant address and the home address of a guest', () => {
  const guest = 'anna.meier_partner.example#EXT#@northpier.onmicrosoft.com'
  const text = `${guest} consented (${guest.replaceAll('#', '%23')}, Anna.Meier@partner.example)`
  const anna = of('anna.meier@partner.example')
  expect(redactor().apply(text)).toBe(`${anna} consented (${anna}, ${anna})`)
})

it.each([
  ['<a1@mail.example>', '<a1@mail.example>'],
  ['<a1@northpier.example>', `<a1@${home}.example>`],
  [
    'https://otherlabs-my.sharepoint.com/personal/eve/x',
    expect.stringMatching(/^https:\/\/tenant-[0-9a-f]{10}-my\.sharepoint\.com\/personal\/person-[0-9a-f]{10}\/x$/),
  ],
  ['https://northpier.sharepoint.com/sites/x', `https://${home}.sharepoint.com/sites/x`],
])('the redactor keeps a message ID, and hides the tenant in it and in hosts of SharePoint: %s', (text, expected) => {
  expect(redactor().apply(text)).toEqual(expected)
})

it('the redactor gives a tenant one pseudonym for its domain and for the host of its SharePoint', () => {
  const found = new Redactor('a key for these tests')
  const user = { email: 'mara.voss@contoso-labs.example' }
  found.learn({ event: {}, organization: { id: tenant }, user } as EcsDocument)
  expect(found.apply('https://contosolabs-my.sharepoint.com/sites/x')).toBe(`https://${home}-my.sharepoint.com/sites/x`)
})

it('the redactor replaces a file name in sentences, paths and calls with one pseudonym that keeps the extension', () => {
  const found = redactor()
  found.learn({ event: {}, file: { name: 'Dismissal Joost.docx' } } as EcsDocument)
  const file = found.file('https://northpier-my.sharepoint.com/personal/x/Documents/Dismissal%20Joost.docx?web=1')
  expect(file).toMatch(/^file-[0-9a-f]{10}\.docx$/)
  expect(found.apply('"Reader" accessed data: "Dismissal Joost.docx", from 192.0.2.1')).toBe(
    `"Reader" accessed data: "${file}", from 192.0.2.1`,
  )
  expect(found.apply('GET /v1.0/me/drive/root:/HR/Dismissal%20Joost.docx:/content')).toBe(
    `GET /v1.0/me/drive/root:/${file}:/content`,
  )
})

it.each([
  ['GET https://graph.microsoft.com/v1.0/drives/b!x/items/01ABC:/Dismissal%20Joost.docx:/content', ':/FILE:/content'],
  ['GET /v1.0/me/drive/root:/HR/Dismissal Joost.docx:/content', 'GET /v1.0/me/drive/root:/FILE:/content'],
  ['PUT /v1.0/me/drive/root/children/Dismissal%20Joost.docx/content', '/root/children/FILE/content'],
  [
    "GET https://a.sharepoint.com/_api/web/GetFileByServerRelativeUrl('/sites/hr/Dismissal Joost.docx')/$value",
    "Url('/sites/NAME/FILE')/$value",
  ],
  ["/_api/web/GetFileByUrl(@f)?@f='/sites/hr/Dismissal%20Joost.docx'&$top=1", "?@f='/sites/NAME/FILE'&$top=1"],
  ['https://a-my.sharepoint.com/personal/mara_voss/Documents/Dismissal Joost.docx?web=1', '/Documents/FILE?web=1'],
  ['sent to https://a.sharepoint.com/sites/hr/Dismissal%20Joost.docx, later', '/sites/NAME/FILE, later'],
  [
    '"Reader" (1234…abcd) accessed data: "Reply "no".docx", from 192.0.2.1',
    '"Reader" (1234…abcd) accessed data: "FILE", from 192.0.2.1',
  ],
  ['GET /v1.0/sites/a.sharepoint.com:/sites/hr/Plan', ':/sites/NAME/FILE'],
])('the redactor leaves no name of a file in %s', (text, expected) => {
  const found = redactor()
  for (const name of ['Reply "no".docx', 'Plan']) found.learn({ event: {}, file: { name } } as EcsDocument)
  const redacted = found.apply(text).replace(/file-[0-9a-f]{10}(?:\.docx)?/, 'FILE')
  expect(redacted.replace(/text-[0-9a-f]{10}/, 'NAME')).toContain(expected)
})

it('the redactor replaces the names of any number of files, and keeps the names of applications', () => {
  const found = redactor()
  for (let i = 0; i <= 200_000; i++) found.learn({ event: {}, file: { name: `Plan ${i}` } } as EcsDocument)
  expect(found.apply('"Reader" accessed data: "Plan 200000"')).toBe(
    `"Reader" accessed data: "${found.file('Plan 200000')}"`,
  )
})

it('the redactor distinguishes names with # and %, and ignores the query and the fragment of a URL', () => {
  const names = ['Invoice #4711.pdf', 'Invoice #4712.pdf', 'https://a.sharepoint.com/Invoice #4713.pdf']
  const encoded = 'https://a.sharepoint.com/Invoice%20%234714.pdf'
  const found = redactor()
  expect(new Set([...names, encoded].map((name) => found.file(name))).size).toBe(4)
  expect(found.file('https://a.sharepoint.com/Invoice%20%234711.pdf?web=1#a')).toBe(found.file(names[0] as string))
})

it.each(['mara.voss%40northpier.example', 'MARA.VOSS%2540northpier.example', 'mara.voss=40northpier.example'])(
  'the redactor gives the encoded address %s the pseudonym of the address',
  (text) => {
    expect(of(text)).toBe(mara)
    expect(of(`GET https://graph.microsoft.com/v1.0/users/${text}/messages`)).toBe(
      `GET https://graph.microsoft.com/v1.0/users/${mara}/messages`,
    )
  },
)

it.each([
  '$search="subject:Amy Adams"',
  '$search=%22subject:Amy%20Adams%22',
  '$search=%2522Amy%2520Adams%2522',
  '$search=adams&$top=5',
  '%24search=adams&%24top=5',
  '%2524search=%2522Amy%2520Adams%2522',
  '$top=5%26search%3Dadams',
  "%24filter=startswith(displayName,'Amy Ad')",
  "$filter=startswith(displayName,'Amy Ad')",
  "$filter=startswith(displayName, 'Amy Ad')",
  "$filter=displayName eq 'Amy Adams'",
  '$filter=displayName%20eq%20%27Amy%20Adams%27',
  '$filter=surname+eq+%27ADAMS%27',
  "$filter=displayName eq 'O''Brien Adams' and surname ge 'Amy'",
  '$filter=displayName%2520gt%2520%2527R&D%2520Amy%2520%2527%2527Adams%2527',
  '$search="from:Smith" AND "subject:R&D Adams"',
  '$search=from:Amy (Adams) today',
  "$filter=displayName eq 'd8a67c95-37ed-c5bc-07d7-35acc9e3e1f0 Adams",
])('the redactor replaces the text of the search %s in a call, alone and in a sentence', (query) => {
  const call = `GET https://graph.microsoft.com/v1.0/users?${query}`
  for (const text of [call, `"CRM" accessed data: ${call}, from 192.0.2.1`]) {
    expect(of(text)).not.toMatch(/amy|adams/i)
    expect(of(text)).toMatch(/text-[0-9a-f]{10}/)
  }
})

it('the redactor gives a decomposed address, name or file the pseudonym of its composed form', () => {
  const address = 'zo\u00eb.m\u00fcller@northpier.example'
  for (const text of [address, `Rule: User ${address}, from 192.0.2.1`, '/personal/zo\u00eb_northpier_example'])
    expect(of(text.normalize('NFD').toUpperCase())).toBe(of(text.toUpperCase()))
  expect(redactor().file('Zoe\u0308.docx')).toBe(redactor().file('Zo\u00eb.docx'))
})

it.each([
  ['mara.voss@corp.contoso.co.uk', 'https://intranet.contoso.co.uk/cb of Microsoft Corporation'],
  ['mara.voss@contoso.onmicrosoft.com', 'Contoso Sync of Microsoft Corporation'],
  ['mara.voss@contoso.k12.il.us', 'mara_voss_contoso_k12_il_us of Microsoft Corporation'],
  ['mara.voss@contoso.unknown-kind.example', 'Contoso Sync of Microsoft Corporation'],
  ['mara.voss@contoso.com', '\u0130\u0130\u0130\u0130\u0130\u0130\u0130\u0130 contoso of Microsoft Corporation'],
])('the redactor learns the name of the organization from %s, and replaces only this name in %s', (email, text) => {
  const found = new Redactor('a key for these tests')
  found.learn({ event: {}, organization: { id: tenant }, user: { email } } as EcsDocument)
  expect(found.apply(text)).not.toMatch(/contoso/i)
  expect(found.apply(text)).toMatch(/ of Microsoft Corporation$/)
})

it('the redactor keeps only known extensions: the last word of a name with a dot may be a surname', () => {
  expect(of('GET https://graph.microsoft.com/v1.0/users/mara.voss/messages')).not.toMatch(/voss/i)
  expect(redactor().file('Notice M.Voss')).toMatch(/^file-[0-9a-f]{10}$/)
})

it.each([
  'https://app.example/callback?user=mara_voss_northpier_example&next=1',
  'https://app.example/callback?next=https%3A%2F%2Fa-my.sharepoint.com%2Fpersonal%2Fmara_voss_northpier_example%2FDocuments',
  'https://app.example/callback?next=%252Fpersonal%252Fmara_voss_elsewhere_example',
])('the redactor replaces the address with underscores in %s', (text) => expect(of(text)).not.toMatch(/voss/i))

it.each([
  ["mail eq 'ADDRESS'", "mail eq 'PERSON'"],
  ["from/emailAddress/address%20eq%20'ADDRESS'", "from/emailAddress/address%20eq%20'PERSON'"],
  ['mail%20eq%20%27ADDRESS%27', "mail%20eq%20'PERSON'"],
  ['mail+eq+%27ADDRESS%27', "mail+eq+'PERSON'"],
  ['mail%2520eq%2520%2527ADDRESS%2527', "mail%20eq%20'PERSON'"],
  ['mail%20eq%20%27ADDRESS%27%20or%20mail%20eq%20%27ADDRESS%27', "mail%20eq%20'PERSON'%20or%20mail%20eq%20'PERSON'"],
  ['mail%20eq%20%22ADDRESS%22', 'mail%20eq%20%22PERSON%22'],
])(
  'the redactor gives an address in the filter %s the pseudonym of the address, and keeps the filter',
  (filter, expected) => {
    for (const at of ['@', '%40']) {
      const call = `GET /v1.0/users?$filter=${filter.replaceAll('ADDRESS', `mara.voss${at}northpier.example`)}`
      expect(of(call)).toBe(`GET /v1.0/users?$filter=${expected.replaceAll('PERSON', String(mara))}`)
    }
  },
)

it.each(['%27Amy%27', '%22Amy%22', '%27mara.voss@northpier.example%27'])(
  'the redactor replaces a name behind the encoded filter %s in a sentence',
  (text) => {
    const call = `https://graph.microsoft.com/v1.0/users?$filter=mail%20eq%20${text}&note=Adams`
    expect(of(`"CRM" accessed data: GET ${call}, from 192.0.2.1`)).not.toMatch(/Adams|Amy|mara/)
  },
)

// An algorithm with quadratic time takes minutes.
it('the redactor reads a long filter', () => {
  of(`GET /v1.0/users?$filter=${"startswith(a,'%27".repeat(200_000)}`)
  of(`GET /v1.0/users?$filter=displayName eq '%${'25'.repeat(1_000_000)}41'`)
  of("''a".repeat(1_000_000))
  of(`x https://${'graph.'.repeat(200_000)}`)
})

it.each([
  ['v1.0/sites/adamsbank.sharepoint.com:/sites/Adams', 'v1.0/sites/TENANT.sharepoint.com:/sites/TEXT'],
  ['v1.0/sites/a.sharepoint.com:/teams/Adams:/lists/Amy%20List/items', ':/teams/TEXT:/lists/TEXT/items'],
  ['v1.0/me/mailFolders/Adams/messages', 'v1.0/me/mailFolders/TEXT/messages'],
  ['v1.0/sites/getByPath(path=%27/sites/Adams%27)', "sites/getByPath(path='/sites/TEXT')"],
  [
    "v1.0/drives/b!x/root:/Adams/Amy.xlsx:/workbook/worksheets/Adams/range(address='A1:B2')",
    "root:/FILE:/workbook/worksheets/TEXT/range(address='A1:B2')",
  ],
  ["v1.0/me/drive/root:/Amy.xlsx:/workbook/tables('Adams')/columns", "root:/FILE:/workbook/tables('TEXT')/columns"],
  ["_api/web/GetFolderByServerRelativeUrl('/sites/Adams/Amy')/Files", "Url('/sites/TEXT/TEXT')/Files"],
  [
    "sites/Adams/_api/web/lists/getByTitle('Amy,%20Adams')/items",
    "sites/TEXT/_api/web/lists/getByTitle('TEXT,TEXT')/items",
  ],
  ['v1.0/me/messages?$top=5&folder=Adams&when=2026', 'v1.0/me/messages?$top=5&folder=TEXT&when=2026'],
  ['v4/spreadsheets/1xbqA/values/Adams!A1:B2', 'v4/spreadsheets/TEXT/values/TEXT:TEXT'],
  ['v1.0/sites/root//Adams/items', 'v1.0/sites/root//TEXT/items'],
  ['drive/01Adams/b!adams/adams12/1Adams-and-Amy-and-all-the-others-x', 'drive/TEXT/TEXT/TEXT/TEXT'],
  ['v1.0/lists/Adams*amy@a.example/lists/Adams=40-x.y/z', 'v1.0/lists/TEXT/lists/'],
  ['v1.0/users/adams@a%2eexample/messages', 'v1.0/users/PERSON/messages'],
  [
    'v1.0/me/messages?Adams&a[Adams]=Amy&$orderby=from%20desc,Adams&$expand=Amy',
    '?TEXT&TEXT=TEXT&$orderby=from%20desc,TEXT&$expand=TEXT',
  ],
  ['?site=Adams', '/?site=TEXT'],
  ['#/Adams', '/#/TEXT'],
  ['x/microsoft.graph.amyadams/microsoft.graph.group', 'TEXT/microsoft.graph.group'],
])('the redactor replaces the parts of %s that are no words of an API', (path, expected) => {
  for (const host of ['graph.microsoft.us', 'sheets.googleapis.com', 'proxy.example'])
    for (const call of [`GET https://${host}/${path}`, `"CRM" ("GET https://${host}/${path}")`]) {
      const redacted = of(call)
      expect(redacted).not.toMatch(/amy|adams/i)
      const kinds = redacted.replace(/(file|text|tenant|person)-[0-9a-f]{10}(?:\.xlsx)?/g, (_, kind) =>
        kind.toUpperCase(),
      )
      if (!call.startsWith('"')) expect(kinds).toContain(expected)
    }
})

it.each([
  'GET https://graph.microsoft.com?site=Adams',
  'url=https://graph.microsoft.com/v1.0/sites/Adams',
  "'https://graph.microsoft.com/v1.0/sites/Adams'",
  'https://manage.office.com/api/v1.0/Adams',
  'see:https://www.google.com/drive/Adams',
  '"CRM" accessed data: "GET https://graph.microsoft.com/v1.0/me/drive/root:/Plan of Adams/Amy.docx:/content", later',
])('the redactor replaces the names in the URL of %s', (text) => expect(of(text)).not.toMatch(/amy|adams/i))

const id = '11111111-2222-4333-8444-555555555555'

it.each([
  'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13 from 203.0.113.77 at 2026-03-11T09:24:00.000Z',
  'https://crm.example/Callback',
  `GET https://graph.microsoft.com/v1.0/servicePrincipals?$filter=appId eq '${id}'`,
  `GET https://graph.microsoft.com/v1.0/users/${id}/mailFolders/inbox/messages?$select=subject,from&$top=50`,
  `GET https://graph.microsoft.com/beta/servicePrincipals(appId='${id}')/appRoleAssignments`,
  'GET https://gmail.googleapis.com/gmail/v1/users/me/messages/18c2a9b1f0e4d7a6',
  `GET https://graph.microsoft.com/v1.0/drives/b!${'x'.repeat(64)}/items/01${'A2'.repeat(16)}?$orderby=receivedDateTime desc`,
  'GET https://www.googleapis.com/drive/v3/files/1BxiMVs0XRA5nFMdKvBdBZjgmUUqptlbs',
])('the redactor keeps a text without a person, a redirect URI, and calls with words and IDs only: %s', (text) => {
  expect(of(text)).toBe(text)
})

it.each([
  'https://www.googleapis.com/auth/gmail.modify',
  'https://www.googleapis.com/auth/newproduct.reader/part',
  'https://mail.google.com/',
  'https://graph.microsoft.com/Mail.ReadWrite.Shared',
  'https://graph.microsoft.com/.default',
  'https://outlook.office365.com/full_access_as_app',
  'Mail.ReadWrite',
  'NewThing.ReadWrite.All',
])('the redactor keeps a permission, even if a part of it is the name of a tenant: %s', (permission) => {
  const found = redactor()
  for (const name of ['mail', 'gmail', 'auth', 'newthing'])
    found.learn({ event: {}, organization: { id: tenant, name }, user: { email: `a@${name}.example` } } as EcsDocument)
  expect(found.apply(permission)).toBe(permission)
  const text = (who: string) =>
    `${who} consented to "Sync": ${permission}, openid (critical), ${permission}; for one user`
  expect(found.apply(text('mara.voss@northpier.example'))).toBe(text(mara ?? ''))
})

it.each([
  'https://www.googleapis.com/gmail/v1/users/Burns/messages',
  'https://graph.microsoft.com/v1.0/sites/Burns.Read',
  'https://contoso.sharepoint.com/Burns.Report',
  'https://www.googleapis.com/auth/gmail.modify?user=Burns',
  '\uf8ff0\uf8ff Mail.Read https://graph.microsoft.com/v1.0/sites/Burns',
])('the redactor does not take a call for a permission: %s', (text) => {
  expect(redactor().apply(text)).not.toContain('Burns')
})
