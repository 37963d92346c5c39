import { expect, it } from 'vitest'
import { folderKind, isMeaningless, topicsOf } from '../../../../../mappings/vendors/m365/readers/mail-rule-facts.ts'

it.each(['.', '....', ';;;', ',', '- -', 'a', 'zz', 'AAA', '1', '…'])('the name %j of a rule means nothing', (name) => {
  expect(isMeaningless(name)).toBe(true)
})

it.each(['', 'HR', 'ab', 'Bills', '2026', '請求書'])('the name %j of a rule may have a meaning', (name) => {
  expect(isMeaningless(name)).toBe(false)
})

it.each([
  ['RSS Feeds', 'rss'],
  ['mara.voss@northpier.example:\\Flux RSS', 'rss'],
  ['Inbox/Gelöschte Elemente', 'deleted'],
  ['Éléments supprimés', 'deleted'],
  ['CONVERSATION HISTORY', 'conversations'],
  ['Junk E-Mail', 'junk'],
  ['Archive\\Projects', 'other'],
  ['Bookkeeping', 'other'],
])('the folder %j is of the kind %s', (path, kind) => {
  expect(folderKind(path)).toBe(kind)
})

it.each([
  [['INVOICE;PAYMENT;WIRE'], ['money']],
  [['[‚Wire Transfer‘'], ['money']],
  [['Überweisung'], ['money']],
  [['contraseña'], ['security']],
  [['security@northpier.example'], ['security']],
  [
    ['[alert resolved]', 'Invoice 7'],
    ['money', 'warning'],
  ],
  [['newsletters@wired.com', 'hackathon', 'news@foodbank.example', 'billing@bank.example'], []],
])('the topics of %j are %j', (texts, topics) => {
  expect(topicsOf(texts)).toEqual(topics)
})

it('topicsOf reads any condition in linear time', () => {
  const text = `${'a'.repeat(100_000)}${'@'.repeat(100_000)}`
  expect(topicsOf([text])).toEqual([])
})
