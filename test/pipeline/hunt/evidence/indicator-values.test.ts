import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import { IndicatorValues } from '../../../../pipeline/hunt/evidence/indicator-values.ts'
import { limits } from '../../../../pipeline/hunt/report/limits.ts'
import type { Alert } from '../../../../rules/lib/alert.ts'

const document = (hour: number, ip: string): EcsDocument => ({
  '@timestamp': `2026-03-01T0${hour}:00:00.000Z`,
  event: {},
  oauth: { action: 'app_use', app: { id: 'app' } },
  source: { ip, as: { number: 64500, organization: { name: 'Example Hosting' } } },
})

it('the list of indicators counts a value once, with its times, its network and its applications', () => {
  const values = new IndicatorValues(['198.51.100.0/24'])
  values.see(document(2, '198.51.100.7'), 'Invoice Helper')
  values.see(document(1, '198.51.100.7'), 'Payroll Bridge')
  expect(values.of('address')).toEqual({
    shown: [
      {
        kind: 'address',
        value: '198.51.100.7',
        count: 2,
        first: '2026-03-01T01:00:00.000Z',
        last: '2026-03-01T02:00:00.000Z',
        network: 'AS64500 Example Hosting',
        note: 'own network',
        apps: ['Invoice Helper', 'Payroll Bridge'],
      },
    ],
    more: 0,
  })
})

it('the indicators include the IP address of an alert or of a sign-in without an application', () => {
  const values = new IndicatorValues()
  const alert = { '@timestamp': '2026-03-01T01:00:00.000Z', source: { ip: '203.0.113.9' } } as Alert
  values.seeAddress(alert)
  values.seeAddress({ ...alert, source: { ip: '203.0.113.10' } }, 'correct password')
  expect(values.of('address').shown.map(({ value, apps, note }) => [value, apps, note])).toEqual([
    ['203.0.113.9', [], ''],
    ['203.0.113.10', [], 'correct password'],
  ])
})

it('the indicators include the client ID of an application that acted on an account', () => {
  const values = new IndicatorValues()
  values.see(
    { event: {}, oauth: { actor_app: { id: 'deployer', object_id: 'principal', name: 'Deployer' } } },
    'Deployer',
  )
  expect(values.of('client ID').shown.map(({ value, note }) => [value, note])).toEqual([['deployer', 'Deployer']])
})

it('the list of indicators marks an address that also occurs in records about others', () => {
  const values = new IndicatorValues(
    [],
    new Map([
      ['203.0.113.1', 432],
      ['203.0.113.2', 2],
    ]),
  )
  for (const address of ['203.0.113.1', '203.0.113.2']) values.see(document(1, address), 'App')
  expect(values.of('address').shown.map(({ note }) => note)).toEqual([
    'also in 431 other records',
    'also in 1 other record',
  ])
})

it('the list of indicators contains every ID of an application, and key IDs of records without a change', () => {
  const values = new IndicatorValues()
  const oauth = { app: { id: 'a', object_id: 'o', registration_id: 'r' }, credential: { id: 'k' } }
  values.see({ ...document(1, '203.0.113.1'), oauth } as EcsDocument, 'App')
  const found = ['client ID', 'object ID', 'registration ID', 'key ID'] as const
  expect(found.flatMap((kind) => values.of(kind).shown.map(({ value }) => value))).toEqual(['a', 'o', 'r', 'k'])
})

it('the report lists the first indicators of each kind, and the number of the others', () => {
  const values = new IndicatorValues()
  const different = limits.indicatorsOfKind + 5
  for (let i = 0; i < different; i++) values.see(document(1, `203.0.113.${i}`), 'App')
  const { shown, more } = values.first()
  expect(shown.filter(({ kind }) => kind === 'address')).toHaveLength(limits.indicatorsOfKind)
  expect(shown.filter(({ kind }) => kind === 'client ID')).toHaveLength(1)
  expect(more).toBe(5)
})

it('the list of indicators contains all applications of a value', () => {
  const values = new IndicatorValues()
  for (let i = 0; i < 40; i++) values.see(document(1, '198.51.100.7'), `App ${i}`)
  expect(values.of('address').shown.map(({ apps }) => apps.length)).toEqual([40])
})
