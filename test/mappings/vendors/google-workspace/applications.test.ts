// Consents, refusals and use of applications: the OAuth part of the streams other than token and admin.
import { expect, it } from 'vitest'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { mapEvent } from './map-sample.ts'

const text = (name: string, value: string) => ({ name, value })

it('a Google web application with a scope for scripts keeps the kind web', () => {
  const parameters = [
    text('client_id', '1-a.apps.googleusercontent.com'),
    text('client_type', 'WEB'),
    { name: 'scope', multiValue: ['https://www.googleapis.com/auth/script.projects.readonly'] },
  ]
  expect(mapEvent('token', 'authorize', parameters).oauth?.app?.kind).toBe('web')
})

const extension = [text('APP_ID', 'kpmj'), text('APP_NAME', 'Mail Exporter')]

it('a browser extension is an application that can be installed, removed and requested', () => {
  const act = (name: string, ...more: JsonObject[]) => mapEvent('chrome', name, [...extension, ...more]).oauth
  expect(act('BROWSER_EXTENSION_INSTALL')).toMatchObject({
    action: 'app_install',
    app: { id: 'kpmj', name: 'Mail Exporter', kind: 'extension' },
    grant: { kind: 'install', breadth: 'user', self: true },
  })
  expect(act('BROWSER_EXTENSION_INSTALL', text('EXTENSION_ACTION', 'UNINSTALL'))?.action).toBe('app_uninstall')
  expect(act('EXTENSION_REQUEST', text('USER_JUSTIFICATION', 'for work'))).toMatchObject({
    action: 'consent_request',
    grant: { reason: 'for work' },
  })
  expect(act('UNSAFE_SITE_VISIT')).toBeUndefined()
})

const applicationInfo = { oauthClientId: '417730926581-x', applicationName: 'Sync', impersonation: true }
const actor = { email: 'a@northpier.example', applicationInfo }

it.each([
  ['calendar', 'create_event', 'calendar', 'write'],
  ['calendar', 'delete_event', 'calendar', 'delete'],
  ['chat', 'conversation_read', 'chat', 'read'],
  ['keep', 'created_note', 'file', 'write'],
  ['drive', 'change_user_access', 'file', 'permission'],
  ['drive', 'download', 'file', 'export'],
])('an activity of %s, %s, is use of data by an application', (stream, name, kind, access) => {
  const document = mapEvent(stream, name, [], { actor })
  expect(document.oauth).toMatchObject({
    action: 'app_use',
    app: { id: '417730926581-x', registration_id: '417730926581' },
    account: { name: 'a@northpier.example' },
    activity: { kind, api: stream, access },
  })
  expect(document.google_workspace?.actor).toMatchObject({ impersonation: true })
})

it('an activity by an application of another stream names the application as actor', () => {
  expect(mapEvent('vault', 'create_matter', [], { actor }).oauth).toEqual({
    actor_app: { id: '417730926581-x', name: 'Sync' },
  })
})
