import { expect, it } from 'vitest'
import { emptyEnvironment } from '../../../mappings/environment/environment.ts'
import type { JsonObject } from '../../../mappings/kernel/json.ts'
import { loadMappings, makeChain, processValue } from '../../../pipeline/chain.ts'
import { activity } from '../../mappings/vendors/google-workspace/map-sample.ts'

const mappings = await loadMappings()
const chains = {
  listed: makeChain(mappings, { ...emptyEnvironment, domains: ['northpier.example', 'north-pier.example'] }),
  'not listed': makeChain(mappings, emptyEnvironment),
}
type Listed = keyof typeof chains

const documentOf = (record: JsonObject, domains: Listed) =>
  processValue({ delivery: { source: 'x', offset: '0' }, text: JSON.stringify(record) }, chains[domains]).events[0]
    ?.document

function directionOf(parameters: Record<string, string>, domains: Listed) {
  const record = {
    CreationTime: '2026-05-03T09:00:00',
    Id: '11111111-1111-4111-8111-111111111111',
    Operation: 'New-TransportRule',
    OrganizationId: '5c1d0e6a-7a41-4e0b-9d37-2f64b1a8c901',
    RecordType: 1,
    UserType: 2,
    Workload: 'Exchange',
    UserId: 'admin@northpier.onmicrosoft.com',
    Parameters: Object.entries(parameters).map(([Name, Value]) => ({ Name, Value })),
  }
  const { setting, direction } = documentOf(record, domains)?.oauth?.policy ?? {}
  return [setting, direction]
}

it.each<[Record<string, string>, string, string]>([
  [{ BlindCopyTo: 'archive@northpier.example' }, 'BlindCopyTo', 'changed'],
  [{ BlindCopyTo: 'a@Northpier.example;b@north-pier.example' }, 'BlindCopyTo', 'changed'],
  [{ BlindCopyTo: 'a@northpier.example;b@evil.example' }, 'BlindCopyTo', 'loosened'],
  [{ BlindCopyTo: 'a@northpier.example', RedirectMessageTo: 'b@evil.example' }, 'BlindCopyTo', 'loosened'],
  [
    { BlindCopyTo: 'a@northpier.example', RouteMessageOutboundConnector: 'Out' },
    'RouteMessageOutboundConnector',
    'loosened',
  ],
  [{ BlindCopyTo: 'a@northpier.example', DeleteMessage: 'True' }, 'DeleteMessage', 'loosened'],
  [{ BlindCopyTo: 'Outside Contact' }, 'BlindCopyTo', 'loosened'],
])(
  'a transport rule with %j changes %s, which is %s if the environment lists the own domains',
  (parameters, setting, direction) => {
    expect(directionOf(parameters, 'listed')).toEqual([setting, direction])
    expect(directionOf(parameters, 'not listed')).toEqual([setting, 'loosened'])
  },
)

const shared = (parameters: Record<string, string>, domains: Listed) => {
  const slots = Object.entries({ visibility: 'people_with_link', ...parameters }).map(([name, value]) => ({
    name,
    value,
  }))
  const record = activity('drive', 'change_user_access', slots, { ownerDomain: 'northpier.example' })
  return documentOf(record, domains)?.saas?.sharing?.external
}

it.each<[Record<string, string>, boolean]>([
  [{ target_user: 'ben@north-pier.example' }, false],
  [{ target_domain: 'North-Pier.example' }, false],
  [{ target_user: 'eve@evil.example' }, true],
  [{ target_domain: 'all' }, true],
])(
  'a file that is shared with %j goes outside: %s, if the environment lists the own domains',
  (parameters, external) => {
    expect(shared(parameters, 'listed')).toBe(external)
    expect(shared(parameters, 'not listed')).toBe(true)
  },
)
