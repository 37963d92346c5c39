import { expect, it } from 'vitest'
import type { apps } from '../../../mappings/entities/types.ts'
import { appStatus } from '../../../pipeline/entity-store/annotate-app.ts'
import { View } from '../../../pipeline/entity-store/view.ts'

const said = (at: number, value: string) => ({ at, value, event: `e${at}` })
const foundAt = (time: number, entity: { status?: object[]; listed?: object[] }) =>
  appStatus(new View<typeof apps>([{ entity: JSON.parse(JSON.stringify(entity)) }]), time)
const statusAt = (...args: Parameters<typeof foundAt>) => foundAt(...args)?.value

it('the status of an application is the latest status in the log or in an inventory', () => {
  const entity = { status: [said(3, 'deleted'), said(1, 'disabled')], listed: [said(2, 'enabled')] }
  expect([1, 2, 3, 4].map((time) => statusAt(time, entity))).toEqual([undefined, 'disabled', 'enabled', 'deleted'])
  expect(foundAt(9, { status: [said(5, 'deleted'), ...entity.status], listed: entity.listed })?.at).toBe(3)
})

it('the status of an application is unknown when another version stored a word that this one does not know', () => {
  expect(statusAt(2, { status: [said(1, 'paused')] })).toBeUndefined()
})
