// Fields outside ECS that Elastic's packages write and its prebuilt rules read: for compatibility, mapped explicitly.
import type { FieldTable } from './field.ts'

export const besideEcsFields = {
  'session.id': { type: 'keyword' },
  'token.id': { type: 'keyword' },
  'application.name': { type: 'keyword' },
  'related.entity': { type: 'keyword', list: true },
  'geo.city_name': { type: 'keyword' },
  'geo.region_name': { type: 'keyword' },
  'geo.country_iso_code': { type: 'keyword' },
  'geo.location': { type: 'geo_point' },
  'user.target.group.name': { type: 'keyword' },
  'user.target.group.domain': { type: 'keyword' },
} as const satisfies FieldTable
