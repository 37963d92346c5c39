import { expect, it } from 'vitest'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { mapEvent } from './map-sample.ts'

const text = (name: string, value: string) => ({ name, value })

it('a calendar document has its subject, and its times, which Google counts from the year 1', () => {
  const document = mapEvent('calendar', 'create_event', [
    { name: 'start_time', intValue: '63914083200' },
    text('grantee_email', 'out@partner.example'),
    text('interop_error_code', 'TIMEOUT'),
  ])
  expect(document.event).toMatchObject({ start: '2026-05-10T08:00:00.000Z', type: ['creation'] })
  expect(document.user?.target).toMatchObject({ email: 'out@partner.example', domain: 'partner.example' })
  expect(document.error?.code).toBe('TIMEOUT')
  expect(document.google_workspace?.calendar).toMatchObject({ event: { grantee_email: 'out@partner.example' } })
})

it('a chat document has the actor from its parameters only if the envelope has no actor', () => {
  const parameters = [text('actor', 'mara@northpier.example')]
  expect(mapEvent('chat', 'room_left', parameters).user?.email).toBe('Noor.Baker@northpier.example')
  expect(mapEvent('chat', 'room_left', parameters, { actor: {} }).user).toMatchObject({
    email: 'mara@northpier.example',
    name: 'mara',
  })
})

it.each([
  ['generate_image', ['file'], ['creation']],
  ['remove_background', ['file'], ['change']],
  ['summarize_file', ['file'], ['info']],
  ['proofread', ['email'], ['info']],
  ['suggest_time', ['configuration'], ['info']],
  ['something_else', ['file'], ['info']],
])('a gemini document of %s is categorized by what was done', (value, category, type) => {
  const { event } = mapEvent('gemini', 'feature_utilization', [text('action', value)])
  expect(event).toMatchObject({ category, type })
})

it('a gmail document is the same for a message tree and for dotted names', () => {
  const flat = [
    { name: 'event_info.mail_event_type', intValue: '13' },
    { name: 'message_info.connection_info.is_internal', boolValue: true },
    { name: 'message_info.subject', value: 'Payroll' },
  ]
  const inside = (name: string, ...parameter: JsonObject[]) => ({ name, messageValue: { parameter } })
  const tree = [
    inside('event_info', { name: 'mail_event_type', intValue: '13' }),
    inside(
      'message_info',
      { name: 'subject', value: 'Payroll' },
      inside('connection_info', { name: 'is_internal', boolValue: true }),
    ),
  ]
  expect(mapEvent('gmail_reports', 'delivery', flat)).toEqual(mapEvent('gmail_reports', 'delivery', tree))
})

it('a gmail document contains no access to mail if Google only delivered the message', () => {
  const delivered = [{ name: 'event_info.mail_event_type', intValue: '2' }]
  const app = { oauthClientId: '417730926581-x.apps.googleusercontent.com' }
  const document = mapEvent('gmail_reports', 'delivery', delivered, { actor: { applicationInfo: app } })
  expect(document.oauth?.activity).toEqual({ kind: 'mail', api: 'gmail' })
})

it('a gmail document has its recipients from the text that joins their addresses', () => {
  const joined = 'gmail-ui::lena@northpier.example, smtp-outbound:relay:sales@shop.example'
  const document = mapEvent('gmail_reports', 'delivery', [
    { name: 'message_info.flattened_destinations', value: joined },
  ])
  expect(document.email?.to).toEqual({ address: ['lena@northpier.example', 'sales@shop.example'] })
})
