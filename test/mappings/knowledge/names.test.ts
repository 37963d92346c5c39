import fc from 'fast-check'
import { expect, it } from 'vitest'
import { abusedApps } from '../../../mappings/knowledge/load.ts'
import { lookalikeOf, nameFlags } from '../../../mappings/knowledge/names.ts'

const own = ['Northpier', 'IT Company']

it.each([
  ['rnicrosoft', 'Microsoft'],
  ['rnicrosoft word', 'Microsoft Word'],
  ['ITCornpany', 'IT Company'],
  ['ОneDгive', 'OneDrive'],
  ['0365', 'O365'],
  ['0365 Access | Mail Client', 'O365'],
  ['OneDгive for Business', 'OneDrive for Business'],
  ['ОneDгive for Business', 'OneDrive for Business'],
  ['ОпeDrive for Business', 'OneDrive for Business'],
  ['Sharеpoiпt Cloud', 'SharePoint'],
  ['ShaгePoint Online', 'SharePoint Online'],
  ['ShaгеPoint  Cloud', 'SharePoint'],
  ['Мicгoѕоft. Сloud App Ѕесuгity', 'Microsoft Cloud App Security'],
  ['Gооgle Docs', 'Google Docs'],
  ['D0cuSign', 'DocuSign'],
  ['N0rthpier Payroll', 'Northpier'],
])('a look-alike %s imitates %s on either platform', (name, brand) => {
  expect(lookalikeOf(name, own)).toBe(brand)
  expect(lookalikeOf(name, own, { platform: 'google' })).toBe(brand)
})

it('every abused application with letters of another script in its name is a look-alike', () => {
  const names = abusedApps().flatMap(({ name }) => (/[^\p{ASCII}]/u.test(name) ? [name] : []))
  expect(names.length).toBeGreaterThan(5)
  expect(names.filter((name) => lookalikeOf(name, []) === undefined)).toEqual([])
})

it.each(['Microsoft Teams', 'microsoft-teams', 'Sharepoint', 'Microsoft_Word', 'OneDrive-2025', 'Microsoft Azure CLI'])(
  '%s, the plain name of a Microsoft product, is a look-alike in Entra, but not at Google',
  (name) => {
    expect(lookalikeOf(name, own)).toBeDefined()
    expect(lookalikeOf(name, own, { platform: 'google' })).toBeUndefined()
  },
)

it('a name of the organization is a look-alike only for a foreign application', () => {
  expect(lookalikeOf('Northpier', own)).toBeUndefined()
  expect(lookalikeOf('northpier', own, { foreign: true })).toBe('Northpier')
})

it.each([
  'DocuSign',
  'Zoom',
  'Google Drive',
  'Invoice Sync Helper',
  'Central Data',
  'Big Mall',
  'Modern Workplace',
  'Backup for OneDrive',
  '',
  '...',
])('%j is not a look-alike', (name) => {
  expect(lookalikeOf(name, own)).toBeUndefined()
})

it('the look-alike check causes no exception, whatever the name and the names of the organization', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 500 }),
      fc.array(fc.string({ unit: 'grapheme' })),
      (name, names) => {
        lookalikeOf(name, names)
        nameFlags(name, { actorNames: names, tenantNames: names, domains: names })
      },
    ),
  )
})

// An algorithm with quadratic time takes hours.
it('the look-alike check processes a hostile name of a million characters', { timeout: 60_000 }, () => {
  for (const part of ['a ', 'rn', '0', '. ']) lookalikeOf(part.repeat(500_000), own)
})

const context = {
  actorNames: ['mara.voss@northpier.example', 'Mara Voss'],
  tenantNames: ['Northpier'],
  domains: ['northpier.example'],
}

it.each([
  ['Mara Voss', ['actor_name']],
  ['mara.voss@northpier.example', ['actor_name']],
  ['maravoss', ['actor_name']],
  ['Northpier', ['tenant_name']],
  ['Northpier Intranet Login', ['tenant_words']],
  ['Office Portal Login', ['reserved']],
  ['Office Plants', []],
  ['northpier.example', ['tenant_name']],
  ['......', ['punctuation']],
  ['\u200b', ['punctuation']],
  ['test', ['generic']],
  ['Test2', ['generic']],
  ['app1', ['generic']],
  ['New App', ['generic']],
  ['x', ['generic']],
  ['123', ['generic']],
  ['Microsoft_Word', ['reserved']],
  ['0ffice 365 Sync', ['reserved']],
  ['OneDrive Backup', ['reserved']],
  ['Adobe Drive X', ['lure', 'lure_words']],
  ['Adobe Sign', ['lure']],
  ['UPS', ['lure']],
  ['Salesforce Data Loader', ['lure']],
  ['D0cuSign', ['lure']],
  ['Connector for DocuSign', []],
  ['Backup for OneDrive', []],
  ['Invoice Sync Helper', []],
  ['Testament', []],
  ['', []],
])('the flags of the name %j are %j', (name, flags) => {
  expect(nameFlags(name, context)).toEqual(flags)
})

it.each([
  ['Microsoft Outlook', []],
  ['Google Drive', ['reserved']],
  ['Gmail Sécurité', ['reserved']],
  ['グーグルドライブ閲覧', ['reserved']],
  ['Viewer for Google Drive', []],
])('the flags of the name %j at Google, where anybody can use the name Outlook, are %j', (name, flags) => {
  expect(nameFlags(name, { platform: 'google' })).toEqual(flags)
})

it.each([
  ['Майкрософт', 'Microsoft'],
  ['マイクロソフト', 'Microsoft'],
  ['微软', 'Microsoft'],
  ['Офис 365', 'Office 365'],
])('the name %s in another script imitates %s in Entra, but not at Google', (name, brand) => {
  expect(lookalikeOf(name, own)).toBe(brand)
  expect(lookalikeOf(name, own, { platform: 'google' })).toBeUndefined()
})

it.each([
  ['マイクロソフト チームズ 会議', ['reserved']],
  ['Майкрософт Офис 365', ['reserved']],
  ['微软登录', ['reserved']],
  ['Дропбокс Бизнес', ['lure', 'lure_words']],
  ['Google ドライブ', ['lure']],
  ['Офис менеджер', []],
])('the flags of the name %j in another script are %j', (name, flags) => {
  expect(nameFlags(name, context)).toEqual(flags)
})

it('the flags of a name ignore an actor name of one letter', () => {
  expect(nameFlags('Q', { actorNames: ['q@northpier.example'] })).toEqual(['generic'])
})
