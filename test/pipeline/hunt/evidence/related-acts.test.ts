import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import { devicesIn, RelatedActs } from '../../../../pipeline/hunt/evidence/related-acts.ts'
import { LineIndex } from '../../../../pipeline/hunt/report/line-index.ts'
import { deviceSteps } from '../../../../pipeline/review/containment/microsoft.ts'
import type { Alert } from '../../../../rules/lib/alert.ts'

const at = '2026-03-11T09:00:00.000Z'
const device = { id: 'e77989ed-2175-8e78-331b-20e477fc5582', display_name: 'DESKTOP', type: 'Device' }
const document = (more: object = {}): EcsDocument =>
  ({
    '@timestamp': at,
    event: { action: 'Register device', category: ['iam'] },
    user: { email: 'Mara@northpier.example' },
    source: { ip: '203.0.113.7' },
    azure: { auditlogs: { properties: { target_resources_list: [device, { ...device, type: 'User' }] } } },
    ...more,
  }) as EcsDocument

it.each([
  ['a device that the account of an alert registers from the same address', {}, true],
  ['a change that the account makes through a client', { oauth: { actor_app: { id: 'client' } } }, true],
  ['another address', { source: { ip: '203.0.113.8' } }, false],
  ['another account', { user: { email: 'joost@northpier.example' } }, false],
  ['an act that changes nothing in the directory', { event: { category: ['authentication'] } }, false],
  ['an act on an application', { oauth: { app: { id: 'app' } } }, false],
])('related acts of an alert: %s', (_, more, expected) => {
  const related = new RelatedActs()
  related.learn({ user: { email: 'mara@northpier.example' }, source: { ip: '203.0.113.7' } } as Alert)
  expect(related.has(document(more))).toBe(expected)
  const lines = new LineIndex()
  for (const each of [document({ source: {} }), document(more)]) lines.add(each)
  expect(lines.select(({ address = '' }) => related.isFrom(address))(1) || !expected).toBe(true)
})

it('devicesIn lists the devices that an act registers or removes, and no devices for failed or other acts', () => {
  const named = { id: device.id, name: 'DESKTOP', account: 'Mara@northpier.example', at }
  const removal = document({ event: { action: 'Delete device' } })
  expect(devicesIn(document(), 'registered')).toEqual([named])
  expect(devicesIn(document({ event: { action: 'Register device', outcome: 'failure' } }), 'registered')).toEqual([])
  expect([devicesIn(removal, 'registered'), devicesIn(removal, 'removed')]).toEqual([[], [named]])
})

it.each([
  ['2026-03-12T09:00:00.000Z', 0],
  ['2026-03-10T09:00:00.000Z', 1],
])('a device needs no containment step if it was removed after its registration: %s', (removed, steps) => {
  const related = new RelatedActs()
  for (const each of [
    document(),
    document({ '@timestamp': removed, event: { action: 'Delete device' }, user: { email: 'admin@a.example' } }),
  ])
    related.see(each)
  expect(related.devices()).toEqual([])
  related.learn({ user: { email: 'mara@northpier.example' }, source: { ip: '203.0.113.7' } } as Alert)
  expect(deviceSteps(related.devices())).toHaveLength(steps)
})

const victim = { user: { email: 'mara@northpier.example' }, source: { ip: '203.0.113.7' } } as Alert
/** The record of the service that carries out a registration. */
const added = document({ event: { action: 'Add device', category: ['iam'] }, user: {}, source: {} })

it('a device counts if one of its records names the account and the address of an alert, in any order of the records', () => {
  for (const records of [
    [added, document()],
    [document(), added],
    [document({ user: { email: 'joost@northpier.example' }, source: { ip: '198.51.100.9' } }), document()],
  ]) {
    const related = new RelatedActs()
    related.learn(victim)
    for (const each of records) related.see(each)
    expect(related.devices()).toMatchObject([{ id: device.id, account: 'Mara@northpier.example' }])
    expect(deviceSteps(related.devices())).toHaveLength(1)
  }
})

it('a device that was registered again after its removal needs a containment step', () => {
  const related = new RelatedActs()
  related.learn(victim)
  const removal = document({ '@timestamp': '2026-03-12T09:00:00.000Z', event: { action: 'Delete device' } })
  const again = document({ '@timestamp': '2026-03-13T09:00:00.000Z' })
  for (const each of [document(), removal]) related.see(each)
  expect(related.devices()).toMatchObject([{ removed: removal['@timestamp'] }])
  related.see(again)
  expect(related.devices()).toEqual([expect.objectContaining({ at: again['@timestamp'] })])
  expect(deviceSteps(related.devices())).toHaveLength(1)
})

it('the removal of a device counts regardless of the number of other removed devices', () => {
  const related = new RelatedActs()
  related.learn(victim)
  related.see(document())
  const removed = (id: string, at: string) =>
    document({
      '@timestamp': at,
      event: { action: 'Delete device' },
      azure: { auditlogs: { properties: { target_resources_list: [{ ...device, id }] } } },
    })
  for (let i = 0; i < 10_001; i++) related.see(removed(`other-${i}`, '2026-03-12T09:00:00.000Z'))
  related.see(removed(device.id, '2026-03-13T09:00:00.000Z'))
  expect(deviceSteps(related.devices())).toEqual([])
})
