import { describe, expect, it } from 'vitest'
import { mapEvent, mapSample } from './map-sample.ts'

const lena = { id: '118204417730926514083', name: 'lena.ostrow@northpier.example' }
const priya = { id: '113380562947701184259', name: 'priya.nand@northpier.example' }
const inboxPilot = {
  id: '417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com',
  name: 'Inbox Pilot',
  registration_id: '417730926581',
  kind: 'web',
}
const mailScopes = ['https://mail.google.com/', 'https://www.googleapis.com/auth/userinfo.email']
const act = (bundle: string) => ({ id: expect.stringMatching(/^[\w-]{43}$/), bundle })

describe('the oauth group of a token event', () => {
  it('is a consent of the account for itself on authorize', () => {
    const document = mapSample('token', 'token-authorize-mail')
    expect(document.oauth).toEqual({
      action: 'consent',
      act: act('-8814406217735590241'),
      app: inboxPilot,
      account: lena,
      grant: {
        kind: 'delegated',
        breadth: 'user',
        self: true,
        principal: lena,
        resource: { name: ['GMAIL', 'IDENTITY'] },
        scopes: mailScopes,
        scopes_added: mailScopes,
      },
    })
    expect(document.service).toEqual({ id: inboxPilot.id, name: 'Inbox Pilot' })
    expect(document.event).toMatchObject({ category: ['iam'], type: ['info', 'user', 'creation'] })
  })

  it('has only identity scopes after a sign-in consent', () => {
    const document = mapSample('token', 'token-authorize-sign-in-only')
    expect(document.oauth?.action).toBe('consent')
    expect(document.oauth?.grant?.scopes).toEqual([
      'openid',
      'https://www.googleapis.com/auth/userinfo.email',
      'https://www.googleapis.com/auth/userinfo.profile',
    ])
  })

  it('takes the scopes of scope and of scope_data together', () => {
    const scopeData = { name: 'scope_data', multiMessageValue: [{ parameter: [{ name: 'scope_name', value: 'b' }] }] }
    expect(
      mapEvent('token', 'authorize', [{ name: 'scope', multiValue: ['a'] }, scopeData]).oauth?.grant?.scopes,
    ).toEqual(['a', 'b'])
    expect(mapEvent('token', 'authorize', [scopeData]).oauth?.grant?.scopes).toEqual(['b'])
  })

  it('is a revocation on revoke, with nothing left after it', () => {
    expect(mapSample('token', 'token-revoke-mail').oauth).toEqual({
      action: 'token_revoke',
      act: act('3306618459271140092'),
      app: inboxPilot,
      account: lena,
      grant: {
        kind: 'delegated',
        breadth: 'user',
        self: true,
        principal: lena,
        resource: { name: ['GMAIL', 'IDENTITY'] },
        scopes_removed: mailScopes,
      },
    })
  })

  it('is a refusal with its reason on deny', () => {
    const document = mapSample('token', 'token-deny')
    expect(document.oauth).toMatchObject({
      action: 'token_deny',
      app: inboxPilot,
      account: priya,
      grant: { reason: 'EXPLICIT_ADMIN_BLOCK', scopes: mailScopes },
    })
    expect(document.oauth?.grant?.scopes_added).toBeUndefined()
    expect(document.event.outcome).toBe('failure')
  })

  it('is a request of the requester on request', () => {
    expect(mapSample('token', 'token-request').oauth).toMatchObject({
      action: 'consent_request',
      account: priya,
      grant: { self: true, principal: priya, reason: 'APP_REQUEST_TYPE_INDIVIDUAL' },
    })
    const other = mapEvent('token', 'request', [{ name: 'requester_email', value: 'Ines@northpier.example' }])
    expect(other.oauth).toMatchObject({ account: { name: 'ines@northpier.example' }, grant: { self: false } })
    expect(other.oauth?.account?.id).toBeUndefined()
  })

  it('is use of the account by the app on activity', () => {
    const document = mapSample('token', 'token-activity-gmail')
    expect(document.oauth).toEqual({
      action: 'app_use',
      act: act('-2047719163358820446'),
      app: inboxPilot,
      account: lena,
      activity: { kind: 'mail', api: 'gmail', method: 'gmail.users.messages.list', access: 'list', bytes: 48213 },
    })
    expect(document.google_workspace?.token).toMatchObject({ num_response_bytes: 48213 })
  })

  it('knows a service account by its numeric client id', () => {
    expect(mapSample('token', 'token-activity-delegated-drive').oauth).toMatchObject({
      app: { id: '109923874450163387215', kind: 'service_account' },
      activity: { kind: 'file', access: 'export' },
    })
  })

  it('names the app of an event that it does not know, and no act', () => {
    const document = mapEvent('token', 'brand_new', [{ name: 'client_id', value: '7-a.apps.googleusercontent.com' }])
    expect(document.oauth).toEqual({ app: { id: '7-a.apps.googleusercontent.com', registration_id: '7' } })
    expect(document.event).toMatchObject({ category: ['iam'], type: ['info'] })
  })

  it('has no account id when Google hides the profile', () => {
    const actor = { email: 'x@northpier.example', profileId: '105250506097979753968' }
    const document = mapEvent('token', 'authorize', [], { actor })
    expect(document.oauth?.account).toEqual({ name: 'x@northpier.example' })
    expect(document.user?.id).toBe('105250506097979753968')
  })
})

describe('a token document', () => {
  it('carries scopes and client where the prebuilt rules look for them', () => {
    expect(mapSample('token', 'token-authorize-mail').google_workspace).toEqual({
      kind: 'admin#reports#activity',
      etag: '"nP7e/token-authorize-mail"',
      actor: { type: 'USER' },
      event: { name: 'authorize', type: 'auth' },
      organization: { domain: 'northpier.example' },
      token: {
        app_name: 'Inbox Pilot',
        client: { id: inboxPilot.id, type: 'WEB' },
        scope: {
          value: mailScopes,
          data: [
            { scope_name: mailScopes[0], product_bucket: ['GMAIL'] },
            { scope_name: mailScopes[1], product_bucket: ['IDENTITY'] },
          ],
        },
      },
    })
  })

  it('relates the account, its addresses and its hosts', () => {
    expect(mapSample('token', 'token-authorize-mail').related).toEqual({
      user: ['lena.ostrow', lena.name, lena.id],
      ip: ['198.51.100.71'],
      hosts: ['northpier.example'],
    })
  })
})

describe('scopes that an export has joined', () => {
  it.each([
    ['by blanks', { value: 'https://mail.google.com/ openid' }],
    ['by commas', { value: 'https://mail.google.com/,openid' }],
    ['as the text of a list', { value: '["https://mail.google.com/","openid"]' }],
    [
      'in a list, with blanks around',
      { multiValue: [' https://mail.google.com/ ', 'openid', 'https://mail.google.com/'] },
    ],
  ])('%s are judged one by one', (_, slot) => {
    const { oauth } = mapEvent('token', 'authorize', [{ name: 'scope', ...slot }])
    expect(oauth?.grant?.scopes).toEqual(['https://mail.google.com/', 'openid'])
  })
})
