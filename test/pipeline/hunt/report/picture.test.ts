import { expect, it } from 'vitest'
import type { EcsDocument } from '../../../../mappings/fields/document.ts'
import type { DataTaken } from '../../../../pipeline/hunt/evidence/data-taken.ts'
import { html } from '../../../../pipeline/hunt/report/html/markup.ts'
import { axisOf } from '../../../../pipeline/hunt/report/html/picture-axis.ts'
import { pictureSvg } from '../../../../pipeline/hunt/report/html/picture-svg.ts'
import { makePicture } from '../../../../pipeline/hunt/report/picture.ts'
import { joinTrails, Trail } from '../../../../pipeline/hunt/report/trail.ts'
import type { ReviewedApp } from '../../../../pipeline/review/review.ts'

const at = '2026-03-11T09:14:27.000Z'
const holder = (account: string, mailbox: string, uses: Record<string, number>) => ({
  account,
  mailbox,
  uses: new Map(Object.entries(uses)),
})
const taken = {
  accounts: 14,
  holders: {
    shown: [
      holder('mara@a.example', 'Mara@a.example', { [at]: 3, '2026-03-14T11:00:00.000Z': 1 }),
      holder('bot', 'mara@a.example', { '2026-03-11T09:15:00.000Z': 2 }),
      holder('ivo@a.example', '', { '2026-03-12T09:00:00.000Z': 1 }),
    ],
    more: 0,
  },
  kinds: new Map([['mail', new Map([[at, 5]])]]),
} as unknown as DataTaken
const own = { granted: at, grantedBy: 'mara@a.example', revoked: '2026-03-13T10:00:00.000Z' }
const app = {
  grants: [
    { principal: 'mara@a.example', ...own },
    { principal: '*', granted: '2026-03-11T10:00:00.000Z', grantedBy: '<b>admin</b>' },
    { principal: 'joost@a.example', granted: '2026-03-11T11:00:00.000Z' },
  ],
} as unknown as ReviewedApp

it('the picture of an application has one lane per account, and no use before the first recorded use', () => {
  const { lanes, from, to } = makePicture(app, undefined, [], taken)
  expect(lanes.shown.map(({ name }) => name)).toEqual([
    'the whole tenant',
    'mara@a.example',
    'ivo@a.example',
    'joost@a.example',
  ])
  expect(lanes.shown[1]?.uses.get(at)).toBe(5)
  expect([from, to]).toEqual([at, '2026-03-14T11:00:00.000Z'])
})

it('the picture of an application draws grants, ends of access and uses within its frame, and escapes names', () => {
  const text = html`${pictureSvg(makePicture(app, undefined, [], taken))}`.text
  expect(text).toContain('2026-03-11T09:14:27Z: access granted by mara@a.example')
  expect(text).toContain('2026-03-13T10:00:00Z: access ended')
  expect(text).toContain('2026-03-11 to 2026-03-14, in UTC')
  expect(text).toContain('data of 14 accounts used')
  expect(text).toContain('&lt;b&gt;admin')
  const [, wide = '', narrow = ''] = text.split('<svg')
  for (const [drawing, width] of [
    [wide, 960],
    [narrow, 340],
  ] as const) {
    const places = [...drawing.matchAll(/ (?:x|x1|x2)="(-?[\d.]+)"|translate\((-?[\d.]+),/g)].map(([, place, moved]) =>
      Number(place ?? moved),
    )
    expect(Math.min(...places)).toBeGreaterThan(0)
    expect(Math.max(...places)).toBeLessThan(width)
  }
})

it('the picture of a vendor client shows each sign-in at its time, with its account', () => {
  const signIn = (email: string, time: string) =>
    ({ '@timestamp': time, user: { email }, event: {}, oauth: { action: 'app_sign_in' } }) as unknown as EcsDocument
  const [first, second] = [new Trail(), new Trail()]
  first.see(signIn('mara@a.example', at))
  for (const trail of [second, first]) trail.see(signIn('mara@a.example', '2026-03-11T09:19:27.000Z'))
  const { kinds } = makePicture(undefined, joinTrails([first, second]), [], undefined)
  expect(kinds.map(([name, uses]) => [name, ...uses])).toEqual([['sign-ins of mara@a.example', [at, 3]]])
})

it('the picture shows the full name of an account, and shortens only a name that does not fit', () => {
  const named = (principal: string) =>
    html`${pictureSvg(makePicture({ grants: [{ principal, granted: at }] } as unknown as ReviewedApp, undefined, [], undefined))}`
      .text
  const drawings = named('sign-ins.of.mara.voss@northpier.example')
  expect(drawings.match(/>sign-ins\.of\.mara\.voss@northpier\.example<\/text>/g)).toHaveLength(2)
  expect(named(`${'x'.repeat(99)}@a.example`)).toContain('…</text>')
})

it('a trail keeps the sign-ins of four accounts at most, with short names, and the picture joins more than three', () => {
  const [trail, other] = [new Trail(), new Trail()]
  const signIn = (user: object) =>
    ({ '@timestamp': at, user, event: {}, oauth: { action: 'app_sign_in' } }) as unknown as EcsDocument
  for (const user of [{}, ...[...'abc'].map((letter) => ({ email: letter.repeat(9_000) }))]) trail.see(signIn(user))
  for (let i = 0; i < 13; i++) other.see(signIn({ email: `a${i}@a.example` }))
  for (const [each, records] of [
    [trail, 4],
    [other, 13],
    [joinTrails([trail, other]), 17],
  ] as const)
    expect(makePicture(undefined, each, [], undefined).kinds.map(([name, uses]) => [name, [...uses]])).toEqual([
      ['sign-ins of several accounts', [[at, records]]],
    ])
  expect([trail.signIns.size, other.signIns.size]).toEqual([4, 4])
  expect(Math.max(...[...trail.signIns.keys()].map(({ length }) => length))).toBeLessThan(250)
})

it('the picture of an application is empty without a time', () => {
  expect(pictureSvg(makePicture(undefined, undefined, [], undefined))).toBeUndefined()
})

it('acts twenty minutes apart are visibly apart in a picture of weeks, and labels do not touch on a phone', () => {
  const alert = (time: string) => ({ at: time, severity: 'high' as const, what: 'alert' })
  const times = ['2026-03-11T09:14:27.000Z', '2026-03-11T09:34:27.000Z', '2026-04-20T10:00:00.000Z']
  const picture = { ...makePicture(app, undefined, [], taken), to: times[2] as string, alerts: times.map(alert) }
  const { place, ticks, shortened } = axisOf(picture, [40, 304])
  expect(place(times[1] as string) - place(times[0] as string)).toBeGreaterThan(8)
  expect(ticks.slice(1).every(({ x }, i) => x - (ticks[i]?.x ?? 0) >= 70)).toBe(true)
  expect(ticks[0]).toMatchObject({ label: '2026-03-11', below: '09:14' })
  expect(shortened.at(-1)?.[1]).toBeCloseTo(place(times[2] as string))
  expect(html`${pictureSvg(picture)}`.text).toContain('>mail</text>')
})

it('the picture contains the devices that the accounts of the application registered', () => {
  const [at, removed] = ['2026-03-11T09:14:27.000Z', '2026-03-12T09:14:27.000Z']
  const { acts, to } = makePicture(undefined, undefined, [], undefined, [
    { id: 'd', name: 'DESKTOP', account: 'mara@a.example', at, removed },
  ])
  expect(acts).toEqual([
    { at, what: 'mara@a.example registered the device "DESKTOP"' },
    { at: removed, what: 'the device "DESKTOP" was deleted' },
  ])
  expect(to).toBe(removed)
})
