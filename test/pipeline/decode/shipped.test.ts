import { describe, expect, it } from 'vitest'
import { decode } from '../../../pipeline/decode/decode.ts'
import { activity, audit, tenant } from './samples.ts'

const text = (value: unknown) => decode({ delivery: { source: 'logs', offset: '0' }, text: JSON.stringify(value) })

describe('documents that a shipper has parsed', () => {
  it.each([
    ['o365audit', { o365audit: audit }],
    ['office365', { integration: 'office365', office365: audit }],
    ['data.office365', { rule: { id: '91537' }, data: { integration: 'office365', office365: audit } }],
    ['google_workspace', { google_workspace: activity }],
    ['gsuite', { gsuite: activity }],
  ])('hold a native record untouched in %s', (element, document) => {
    expect(text(document)).toMatchObject([{ ok: true, element, record: element.startsWith('g') ? activity : audit }])
  })

  it.each([
    [
      'nested',
      { o365: { audit: { RecordType: '8' } }, event: { id: 'i', action: 'added-user-account', provider: 'Exchange' } },
    ],
    [
      'dotted',
      {
        'o365.audit': { RecordType: '8' },
        'event.id': 'i',
        'event.action': 'added-user-account',
        'event.provider': 'Exchange',
      },
    ],
  ])('get back the members that the pipeline of Elastic moved (%s names)', (_, document) => {
    expect(text({ ...document, '@timestamp': '2026-03-11T09:14:27.000Z', organization: { id: tenant } })).toMatchObject(
      [
        {
          kind: 'U',
          element: 'o365.audit',
          record: {
            CreationTime: '2026-03-11T09:14:27',
            Id: 'i',
            Operation: 'Add user.',
            OrganizationId: tenant,
            RecordType: '8',
            Workload: 'Exchange',
          },
        },
      ],
    )
  })

  it('get back lists of names and values', () => {
    const parsed = {
      Operation: 'Consent to application.',
      ModifiedProperties: { ConsentContext_IsAdminConsent: { NewValue: 'False', OldValue: '' }, Plain: 'x' },
      ExtendedProperties: { additionalDetails: { AppId: 'a' } },
      Parameters: { ForwardTo: 'x@northpier.example' },
    }
    expect(text({ o365: { audit: parsed } })).toMatchObject([
      {
        record: {
          ModifiedProperties: [
            { Name: 'ConsentContext.IsAdminConsent', NewValue: 'False', OldValue: '' },
            { Name: 'Plain', NewValue: 'x', OldValue: '' },
          ],
          ExtendedProperties: [{ Name: 'additionalDetails', Value: '{"AppId":"a"}' }],
          Parameters: [{ Name: 'ForwardTo', Value: 'x@northpier.example' }],
        },
      },
    ])
  })

  it('documents that a shipper has parsed of Entra get the names and lists of Graph back', () => {
    const properties = {
      initiated_by: { user: { userPrincipalName: 'x' } },
      target_resources: {
        0: { display_name: 'App', modified_properties: { 0: { new_value: '"a"' }, 1: { new_value: '"b"' } } },
      },
    }
    const document = {
      '@timestamp': '2026-03-11T09:14:27.471Z',
      event: { action: 'Consent to application' },
      azure: { tenant_id: tenant, auditlogs: { category: 'AuditLogs', properties } },
    }
    expect(text(document)).toMatchObject([
      {
        kind: 'A',
        element: 'azure.auditlogs',
        context: { category: 'AuditLogs', tenantId: tenant },
        record: {
          activityDateTime: '2026-03-11T09:14:27.471Z',
          activityDisplayName: 'Consent to application',
          targetResources: [{ displayName: 'App', modifiedProperties: [{ newValue: '"a"' }, { newValue: '"b"' }] }],
        },
      },
    ])
    expect(text({ azure: { signinlogs: { properties: { app_id: 'a', created_at: 't' } } } })).toMatchObject([
      { kind: 'S', record: { appId: 'a', createdDateTime: 't' } },
    ])
  })

  it('documents that a shipper has parsed of Google Workspace become an activity with one event', () => {
    const document = {
      '@timestamp': '2026-03-11T09:14:27.789Z',
      event: { action: 'authorize', provider: 'token', id: '3158574920331207418' },
      organization: { id: 'C02exmpl9' },
      source: { ip: '198.51.100.23', user: { email: 'mara.voss@northpier.example' } },
      google_workspace: {
        event: { type: 'auth' },
        actor: { type: 'USER' },
        token: { client: { id: 'c' }, app_name: 'App' },
      },
    }
    expect(text(document)).toMatchObject([
      {
        kind: 'G',
        record: {
          id: {
            time: '2026-03-11T09:14:27.789Z',
            uniqueQualifier: '3158574920331207418',
            applicationName: 'token',
            customerId: 'C02exmpl9',
          },
          actor: { email: 'mara.voss@northpier.example', callerType: 'USER' },
          ipAddress: '198.51.100.23',
          events: [
            {
              name: 'authorize',
              type: 'auth',
              parameters: [
                { name: 'client_id', value: 'c' },
                { name: 'app_name', value: 'App' },
              ],
            },
          ],
        },
      },
    ])
  })

  it.each([{ o365: { audit: {} } }, { google_workspace: {} }, { azure: { auditlogs: { properties: 'x' } } }])(
    'that hold no record fail: %j',
    (document) => {
      expect(text(document)).toMatchObject([{ code: 'format_unknown' }])
    },
  )
})
