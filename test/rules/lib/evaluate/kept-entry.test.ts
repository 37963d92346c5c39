import { expect, it } from 'vitest'
import { keep } from '../../../../rules/lib/evaluate/kept-entry.ts'
import { entryAt } from './stream.ts'

const mail = (minutes: number) =>
  entryAt(minutes, {
    event: { id: `event-${minutes}`, action: 'MailItemsAccessed', category: ['email'] },
    oauth: {
      action: 'app_use',
      app: { id: 'app', name: 'App' },
      act: { id: `act-${minutes}` },
      activity: { kind: 'mail', items: 3 },
    },
    user: { email: 'mara.voss@northpier.example' },
    azure: { identityprotection: { properties: { risk_level: 'high' } } },
    o365: { audit: { Folders: [{ FolderItems: [{ InternetMessageId: '<a@northpier.example>' }] }] } },
  })

it('kept documents share equal members, and contain only members for alerts', () => {
  const [one, other] = [keep(mail(1)).document, keep(mail(2)).document]
  expect(one.event.id).toBe('event-1')
  expect(one.oauth?.app).toBe(other.oauth?.app)
  expect(one.event.category).toBe(other.event.category)
  expect(one.user).toBe(other.user)
  const { oauth, o365: _, ...read } = mail(2).document
  expect(other).toEqual({ ...read, oauth: { ...oauth, act: undefined } })
  expect(other.event.id).toBe('event-2')
})

it('all rules share one kept copy of a document', () => {
  const entry = mail(1)
  expect(keep(entry)).toBe(keep(entry))
})
