import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../mappings/fields/document.ts'
import { reason } from '../../../rules/lib/reason.ts'
import { factsOf } from '../../../rules/lib/reason-facts.ts'

type Oauth = NonNullable<EcsDocument['oauth']>

const of = (oauth: Oauth, rest: object = {}): string[] => factsOf({ event: {}, oauth, ...rest } as EcsDocument)
const use = { action: 'app_use' } as const

it.each<[string, Oauth]>([
  ['account disabled for 11 days', { ...use, account: { status: 'disabled', status_age_hours: 270 } }],
  ['account active again for 5 hours', { ...use, account: { status: 'active', status_age_hours: 5.7 } }],
  [
    'account in the other tenant suspended for 2 days',
    { ...use, account: { linked_status: 'suspended', linked_status_age_hours: 48 } },
  ],
  [
    'no sign-in since the reset 1 hour ago',
    { ...use, account: { signed_in_since_reset: false, reset_age_hours: 1.2 } },
  ],
  ['privileged account', { action: 'consent', account: { privileged: true } }],
  ['guest account', { action: 'owner_add', account: { kind: 'guest' } }],
  ['known from attacks as PerfectData', { ...use, app: { known_abused: true, known_abused_name: 'PerfectData' } }],
  ['name similar to Microsoft Outlook', { action: 'consent', app: { lookalike_of: 'Microsoft Outlook' } }],
  ['same name as 7b3e9d15', { action: 'consent', app: { twin_of: '7b3e9d15' } }],
  ['unverified publisher', { action: 'consent', app: { verified: false } }],
  ['all granting accounts are disabled or deleted', { ...use, app: { orphaned: true } }],
  ['unused for 70 days', { action: 'credential_add', app: { idle_days: 70 } }],
  ['revoked less than an hour ago', { action: 'consent', grant: { revoked_age_hours: 0.4 } }],
  ['granted 42 days ago and never used', { ...use, grant: { used: false, age_days: 42 } }],
  ['higher tier than before', { action: 'delegated_grant', grant: { tier_raised: true } }],
  ['credential added 2 hours ago', { action: 'app_sign_in', credential: { age_hours: 2 } }],
  [
    'this account has added credentials for less than a day',
    { action: 'credential_add', credential: { actor_new: true } },
  ],
])('the facts of an event contain "%s"', (fact, oauth) => {
  expect(of(oauth)).toEqual([fact])
})

it('the facts of an event contain a sign-in risk of medium or higher', () => {
  const signIn = (level: string) =>
    of({ action: 'app_sign_in' }, { azure: { signinlogs: { properties: { risk_level_during_signin: level } } } })
  expect(['high', 'medium'].map(signIn)).toEqual([['high sign-in risk'], ['medium sign-in risk']])
  expect(['low', 'none'].flatMap(signIn)).toEqual([])
})

it('the facts of an event do not mention ordinary use', () => {
  expect(
    of({
      ...use,
      app: { idle_days: 29, known_abused: false, twin_of: '7b3e9d15', orphaned: false, verified: false },
      grant: { used: false, age_days: 29, tier_raised: false },
      account: {
        status: 'active',
        status_age_hours: 25,
        linked_status: 'active',
        privileged: true,
        signed_in_since_reset: true,
        reset_age_hours: 3,
      },
      credential: { age_hours: 337 },
    }),
  ).toEqual([])
})

it('the facts of an event mention the end of an account once', () => {
  const account = { status: 'deleted', status_age_hours: 30 } as const
  expect(of({ ...use, app: { orphaned: true }, account })).toEqual(['account deleted for 30 hours'])
})

it('the reason of a use contains the volume, the facts, and a new network if the baseline is ready', () => {
  const document = {
    event: {},
    user: { email: 'mara.voss@northpier.example' },
    source: { ip: '203.0.113.77' },
    oauth: {
      ...use,
      app: { name: 'Invoice Sync Helper', idle_days: 70 },
      activity: { kind: 'mail', access: 'read', items: 3, network_new: true },
      entity_store: { baseline_ready: true },
    },
  } as const satisfies EcsDocument
  expect(reason(document)).toBe(
    '"Invoice Sync Helper" accessed data of mara.voss@northpier.example: mail read, 3 items, unused for 70 days, from 203.0.113.77, a network new to the application',
  )
  expect(reason({ ...document, oauth: { ...document.oauth, entity_store: { baseline_ready: false } } })).toMatch(
    /from 203.0.113.77$/,
  )
  const { idle_days: _, ...app } = document.oauth.app
  expect(reason({ ...document, oauth: { ...document.oauth, app } })).toMatch(
    /from 203.0.113.77, the first network of the application$/,
  )
})

const ofApp = (oauth: Oauth, rest: object = {}) =>
  reason({ event: { action: 'Service principal risk detection' }, oauth, ...rest } as EcsDocument)
const verdict = {
  azure: { identityprotection: { properties: { risk_event_type: 'leakedCredentials', risk_level: 'high' } } },
}

it.each([
  [
    'event "Service principal risk detection" on "Payroll", leakedCredentials, high risk',
    { app: { name: 'Payroll' } },
    verdict,
  ],
  ['"Payroll" obtained a token', { action: 'app_sign_in', app: { name: 'Payroll' } }, {}],
  ['an unknown actor consented to "Payroll"', { action: 'consent', app: { name: 'Payroll' } }, {}],
  [
    'an unknown actor changed a policy: GMAIL is now blocked',
    { action: 'policy_change', policy: { setting: 'GMAIL', new: ['blocked'] } },
    {},
  ],
  [
    'an unknown actor changed the trust in "Payroll": app_access is no longer blocked',
    { action: 'trust_change', app: { name: 'Payroll' }, policy: { setting: 'app_access', old: ['blocked'] } },
    {},
  ],
] as const)('invents neither an actor nor an application: %s', (sentence, oauth, rest) => {
  expect(ofApp(oauth as Oauth, rest)).toBe(sentence)
})

const properties = {
  authentication_protocol: 'deviceCode',
  authentication_requirement: 'singleFactorAuthentication',
  conditional_access_status: 'notApplied',
}
it.each<[string, object]>([
  [
    'ada@x.example obtained a token for "Broker": with a device code, without MFA, no Conditional Access policy applied, resource Device Registration Service',
    {
      oauth: {
        action: 'app_sign_in',
        app: { name: 'Broker' },
        grant: { resource: { name: ['Device Registration Service'] } },
      },
      azure: { signinlogs: { properties } },
    },
  ],
  [
    'ada@x.example failed to obtain a token for "Broker"',
    { event: { outcome: 'failure' }, oauth: { action: 'app_sign_in', app: { first_party_name: 'Broker' } } },
  ],
  [
    '"Helper" accessed data of ada@x.example: file read, "passwords.xlsx"',
    {
      oauth: { ...use, app: { name: 'Helper' }, activity: { kind: 'file', access: 'read' } },
      file: { name: 'passwords.xlsx' },
    },
  ],
  [
    '"Helper" accessed data of ada@x.example: mail read',
    {
      user: { id: 'ServicePrincipal_1' },
      oauth: {
        ...use,
        app: { name: 'Helper' },
        activity: { kind: 'mail', access: 'read' },
        account: { name: 'ada@x.example' },
        grant: { app_only: true },
      },
    },
  ],
  [
    '"Helper" accessed data of finance@x.example as ada@x.example: mail read',
    {
      oauth: {
        ...use,
        app: { name: 'Helper' },
        activity: { kind: 'mail', access: 'read' },
        account: { name: 'finance@x.example' },
      },
    },
  ],
  [
    '"Helper" accessed data of ada@x.example: file download',
    {
      event: { action: 'FileDownloaded' },
      oauth: { ...use, app: { name: 'Helper' }, activity: { kind: 'file', access: 'read' } },
    },
  ],
])('the reason is a sentence: %s', (sentence, more) => {
  expect(reason({ event: {}, user: { email: 'ada@x.example' }, ...more } as EcsDocument)).toBe(sentence)
})
