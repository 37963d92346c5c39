// Known errors of other pipelines with Workspace activities. Each test maps a raw record to its document or its id.
import { expect, it } from 'vitest'
import type { JsonObject } from '../../../../mappings/kernel/json.ts'
import { processText } from '../../../../pipeline/content-check/samples.ts'
import type { Event } from '../../../../pipeline/outcome.ts'
import { chain } from '../../../support/chain.ts'
import { activity, mapEvent, mappings, readSample } from './map-sample.ts'

function eventsOf(record: JsonObject): Event[] {
  return [...processText(JSON.stringify(record), 'test', chain)].filter((outcome) => outcome.ok)
}

it('an activity of several events becomes one document per event, with different and stable IDs', () => {
  const record = readSample('admin', 'admin-several-events')
  const ids = eventsOf(record).map(({ id }) => id)
  expect(ids).toHaveLength((record.events as JsonObject[]).length)
  expect(new Set(ids).size).toBe(ids.length)
  expect(eventsOf({ ...record, etag: '"another copy"' }).map(({ id }) => id)).toEqual(ids)
})

it('a Drive document keeps the parameters that rules query, with the types that rules require', () => {
  const document = mapEvent('drive', 'copy', [
    { name: 'owner_is_team_drive', boolValue: false },
    { name: 'copy_type', value: 'external' },
    { name: 'visibility', value: 'shared_externally' },
  ])
  expect(document.google_workspace?.drive).toEqual({
    owner_is_team_drive: false,
    copy_type: 'external',
    visibility: 'shared_externally',
  })
})

it('search text of any length in a Drive document is indexed', () => {
  const fields = mappings.drive?.mapping.vendor.fields
  expect(fields?.['google_workspace.drive.parsed_query']).toEqual({ type: 'wildcard' })
})

it.each([
  ['groups', 'add_user', { name: 'status', value: 'succeeded' }, 'success'],
  ['groups', 'add_user', { name: 'status', value: 'failed' }, 'failure'],
  ['admin', 'BULK_UPLOAD', { name: 'BULK_UPLOAD_FAIL_USERS_NUMBER', intValue: '0' }, 'success'],
  ['admin', 'BULK_UPLOAD', { name: 'BULK_UPLOAD_FAIL_USERS_NUMBER', intValue: '2' }, 'failure'],
  ['admin', 'GROUP_MEMBER_BULK_UPLOAD', { name: 'GROUP_MEMBER_BULK_UPLOAD_FAILED_NUMBER', intValue: 0 }, 'success'],
  ['chrome', 'UNSAFE_SITE_VISIT', { name: 'EVENT_RESULT', value: 'BLOCKED' }, 'failure'],
  ['chrome', 'UNSAFE_SITE_VISIT', { name: 'EVENT_RESULT', value: 'EVENT_RESULT_WARNED' }, 'unknown'],
])('outcomes of %s %s come from its parameters', (stream, name, parameter, outcome) => {
  expect(mapEvent(stream, name, [parameter]).event.outcome).toBe(outcome)
})

it('the update time of a rule is read as microseconds', () => {
  const document = mapEvent('rules', 'rule_match', [{ name: 'rule_update_time_usec', intValue: '1776136491123456' }])
  expect(document.google_workspace?.rules).toEqual({ update_time_usec: '2026-04-14T03:14:51.123Z' })
})

it('an unknown application or event is kept whole, categorized and counted', () => {
  const [event] = eventsOf(activity('brand_new_app', 'brand_new_event', [{ name: 'depth', intValue: '3' }]))
  expect(event?.dataset).toBe('google_workspace.activity')
  expect(event?.document).toMatchObject({
    event: { provider: 'brand_new_app', action: 'brand_new_event', category: ['configuration'], type: ['info'] },
    google_workspace: { activity: { depth: 3 }, activity_other: { depth: 3 } },
  })
  const compiled = chain.normalizer.mappings.find(({ mapping }) => mapping.dataset === 'google_workspace.activity')
  expect(compiled?.otherwise.get('event.category')?.get('brand_new_event')).toBeGreaterThan(0)
})
