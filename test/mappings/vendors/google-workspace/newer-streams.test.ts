import { describe, expect, it } from 'vitest'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { mapEvent, mapSample } from './map-sample.ts'

const text = (name: string, value: string) => ({ name, value })

describe('a calendar document', () => {
  it('has times that Google counts from the year 1, and its subject', () => {
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
})

describe('a chat document', () => {
  it('has no category where ECS has none, but always a type', () => {
    const { event } = mapEvent('chat', 'message_posted', [])
    expect(event.category).toBeUndefined()
    expect(event.type).toEqual(['creation'])
  })

  it('has the actor of its parameters only where the envelope has none', () => {
    const parameters = [text('actor', 'mara@northpier.example')]
    expect(mapEvent('chat', 'room_left', parameters).user?.email).toBe('Noor.Baker@northpier.example')
    expect(mapEvent('chat', 'room_left', parameters, { actor: {} }).user).toMatchObject({
      email: 'mara@northpier.example',
      name: 'mara',
    })
  })
})

describe('a chrome document', () => {
  it('has the whole envelope in its block', () => {
    const document = mapEvent('chrome', 'MALWARE_TRANSFER', [text('CONTENT_NAME', 'a.iso')], {
      ipAddress: '198.51.100.9',
      ownerDomain: 'northpier.example',
    })
    expect(document.event).toMatchObject({ action: 'malware_transfer', kind: 'alert', category: ['malware'] })
    expect(document.host).toEqual({ domain: 'northpier.example', ip: ['198.51.100.9'] })
    expect(document.google_workspace?.chrome).toMatchObject({
      actor: { email: 'Noor.Baker@northpier.example', profile_id: '100000000000000000017' },
      id: { time: '2026-05-04T06:00:00.000Z', unique_qualifier: '42' },
      ip_address: '198.51.100.9',
      owner_domain: 'northpier.example',
      content_name: 'a.iso',
    })
  })
})

describe('a chrome document of an envelope without an actor', () => {
  it('has the user of the device as the user, and the address that content went to with its port', () => {
    const document = mapSample('chrome', 'chrome-content-transferred')
    expect(document.user).toMatchObject({ name: 'selin.okoye', domain: 'northpier.example' })
    expect(document.url).toMatchObject({
      domain: 'drop.files.example',
      port: 8443,
      fragment: 'latest',
      query: 'team=7',
    })
  })
})

describe('a meet document', () => {
  it('has the time of the action, and the guest and the address that the envelope lacks', () => {
    const document = mapSample('meet', 'meet-call-ended')
    expect(document['@timestamp']).toBe('2026-05-11T07:15:22.123Z')
    expect(document.source).toMatchObject({ ip: '203.0.113.61', user: { email: 'guest@partner.example' } })
  })
})

describe('a gemini document', () => {
  it.each([
    ['generate_image', ['file'], ['creation']],
    ['remove_background', ['file'], ['change']],
    ['summarize_file', ['file'], ['info']],
    ['proofread', ['email'], ['info']],
    ['suggest_time', ['configuration'], ['info']],
    ['something_else', ['file'], ['info']],
  ])('of %s is categorized by what was done', (value, category, type) => {
    const { event } = mapEvent('gemini', 'feature_utilization', [text('action', value)])
    expect(event).toMatchObject({ category, type })
  })
})

describe('a device document', () => {
  it('distinguishes an account that is added from one that is removed', () => {
    const of = (value: string) =>
      mapEvent('device', 'DEVICE_REGISTER_UNREGISTER_EVENT', [text('ACCOUNT_STATE', value)]).event
    expect(of('REGISTERED')).toMatchObject({ category: ['iam'], type: ['creation'] })
    expect(of('UNREGISTERED')).toMatchObject({ category: ['iam'], type: ['deletion'] })
  })

  it('has the actor and the owner of the device', () => {
    const document = mapEvent('device', 'DEVICE_SYNC_EVENT', [text('USER_EMAIL', 'lena@northpier.example')])
    expect(document.user).toMatchObject({
      email: 'Noor.Baker@northpier.example',
      target: { email: 'lena@northpier.example' },
    })
  })
})

describe('a gmail document', () => {
  it('has the message in ECS and the activity in its own names', () => {
    const document = mapSample('gmail_reports', 'gmail-delivery-inbound')
    expect(document.ecs?.version).toBe('9.4.0')
    expect(document.event).toMatchObject({ outcome: 'success', category: ['email'] })
    expect(document.source?.ip).toBe('203.0.113.140')
    expect(document.email).toMatchObject({
      direction: 'inbound',
      from: { address: ['billing@inboxpilot.example'] },
      sender: { address: ['bounce@mail.example.net'] },
      attachments: [{ file: { name: 'terms.pdf', extension: 'pdf' } }],
    })
    expect(document.google_workspace?.gmail_reports).toMatchObject({
      id: { unique_qualifier: document.event.id },
      event_name: 'delivery',
      message_info: { connection_info: { failed_smtp_out_connect_ip: ['203.0.113.141'] } },
    })
  })

  it('is the same for a message tree and for names with dots', () => {
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

  it('names the action of an application on the message', () => {
    expect(mapSample('gmail_reports', 'gmail-read-by-app').oauth).toMatchObject({
      action: 'app_use',
      activity: { kind: 'mail', access: 'read' },
      app: { name: 'Inbox Pilot' },
    })
  })

  it('contains no access if Google only delivered the message', () => {
    const delivered = [{ name: 'event_info.mail_event_type', intValue: '2' }]
    const app = { oauthClientId: '417730926581-x.apps.googleusercontent.com' }
    const document = mapEvent('gmail_reports', 'delivery', delivered, { actor: { applicationInfo: app } })
    expect(document.oauth?.activity).toEqual({ kind: 'mail', api: 'gmail' })
  })

  it('has its recipients from the text that joins them', () => {
    const joined = 'gmail-ui::lena@northpier.example, smtp-outbound:relay:sales@shop.example'
    const document = mapEvent('gmail_reports', 'delivery', [
      { name: 'message_info.flattened_destinations', value: joined },
    ])
    expect(document.email?.to).toEqual({ address: ['lena@northpier.example', 'sales@shop.example'] })
  })
})
