import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import { attempts } from '../../../../pipeline/hunt/report/app-history.ts'
import { limits } from '../../../../pipeline/hunt/report/limits.ts'
import { joinTrails, reversals, Trail } from '../../../../pipeline/hunt/report/trail.ts'

type Action = NonNullable<NonNullable<EcsDocument['oauth']>['action']>

const at = (hour: number) => new Date(Date.parse('2026-03-01T00:00:00Z') + hour * 3_600_000).toISOString()
const event = (hour: number, action: Action, ip: string, more: Partial<EcsDocument> = {}): EcsDocument => ({
  '@timestamp': at(hour),
  event: { id: `event-${hour}` },
  oauth: { action, app: { id: 'app', name: 'App' }, activity: { items: 2, bytes: 10, kind: 'mail' } },
  user: { email: 'mara.voss@northpier.example' },
  source: { ip },
  ...more,
})

it('the trail of an application lists the first and the last acts, and counts successful uses', () => {
  const trail = new Trail()
  trail.see(event(0, 'consent', '198.51.100.7'))
  trail.see(event(1, 'app_use', '198.51.100.8'))
  trail.see(event(2, 'app_use', '203.0.113.9'))
  trail.see(event(3, 'app_use', '203.0.113.10', { event: { outcome: 'failure' } }))
  expect(trail.acts.first).toEqual([
    {
      at: at(0),
      action: 'consent',
      what: 'mara.voss@northpier.example consented to "App" (app), from 198.51.100.7',
      address: '198.51.100.7',
      effect: 'opens',
      event: 'event-0',
    },
  ])
  expect(trail).toMatchObject({ uses: { count: 2, first: at(1), last: at(2) } })
  expect(attempts(trail.failures)).toBe('1 failed attempt to obtain a token or to use data, 2026-03-01T03:00:00Z')
})

it('the trail of an application omits acts that another dataset already recorded', () => {
  const trail = new Trail()
  const escaped = event(0, 'consent', '198.51.100.7')
  trail.see({ ...escaped, oauth: { ...escaped.oauth, act: { duplicate: true } } })
  expect(trail.acts.count).toBe(0)
})

it('the trail of an application keeps more of the last acts after an alert', () => {
  const trail = new Trail()
  const hours = 100
  for (let hour = 0; hour < hours; hour++) trail.see(event(hour, 'credential_add', '198.51.100.7'))
  expect(trail.acts.last).toHaveLength(limits.lastActs)
  trail.alert()
  for (let hour = 0; hour < hours; hour++) trail.see(event(hours + hour, 'credential_add', '198.51.100.7'))
  expect(trail.acts.last).toHaveLength(limits.lastActsOfAlerted)
  expect(trail.acts.count).toBe(2 * hours)
})

it('the trail of an application merges the records of several IDs in time order', () => {
  const [byObject, byClient] = [new Trail(), new Trail()]
  byObject.see(event(0, 'sp_add', '198.51.100.7'))
  byObject.see(event(4, 'credential_add', '198.51.100.7'))
  byClient.see(event(2, 'consent', '198.51.100.8'))
  byClient.see(event(3, 'app_use', '198.51.100.8'))
  for (const [trail, hour] of [
    [byObject, 5],
    [byClient, 1],
  ] as const)
    trail.see(event(hour, 'app_sign_in', '198.51.100.8', { event: { outcome: 'failure' } }))
  const both = joinTrails([byClient, byObject])
  expect(both?.acts.first.map(({ action }) => action)).toEqual(['sp_add', 'consent', 'credential_add'])
  expect(both).toMatchObject({ uses: { count: 1, first: at(3) }, failures: { count: 2, first: at(1), last: at(5) } })
  expect(joinTrails([])).toBeUndefined()
})

it.each([
  ['sp_disable', 'sp_enable', undefined],
  ['sp_delete', 'app_restore', undefined],
  ['delegated_revoke', 'consent', undefined],
  ['delegation_revoke', 'delegation_grant', undefined],
  ['trust_change', 'trust_change', 'blocked'],
] as const)('the findings name who reversed the end of access, and from where: %s, then %s', (end, begin, value) => {
  const trail = new Trail()
  const act = (hour: number, action: Action, ip: string, policy: object) => {
    const { oauth, ...event0 } = event(hour, action, ip)
    trail.see({ ...event0, oauth: { ...oauth, policy } } as EcsDocument)
  }
  act(0, begin, '198.51.100.7', { old: [value ?? ''] })
  expect(reversals(trail)).toEqual([])
  act(1, end, '198.51.100.7', { new: [value ?? ''] })
  expect(reversals(trail)).toEqual([])
  act(2, begin, '203.0.113.9', { old: [value ?? ''] })
  expect(reversals(trail)).toEqual([
    expect.stringMatching(
      /^Somebody reversed the end of its access at 2026-03-01T02:00:00Z: mara\.voss@.*, from 203\.0\.113\.9\. It had ended at 2026-03-01T01:00:00Z: .* 198\.51\.100\.7\.$/,
    ),
  ])
})

it('the findings contain a failed attempt to end the access of an application, until another attempt succeeds', () => {
  const trail = new Trail()
  trail.see(event(1, 'sp_disable', '198.51.100.7', { event: { outcome: 'failure' } }))
  expect(reversals(trail)).toEqual([
    expect.stringMatching(/^An attempt to end its access failed at 2026-03-01T01:00:00Z: .* \(failed\)/),
  ])
  trail.see(event(2, 'sp_disable', '198.51.100.7'))
  expect(reversals(trail)).toEqual([])
})
