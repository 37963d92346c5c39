import { expect, it } from 'vitest'
import { isSystem, machineOf, networkOf, networksOf } from '../../../pipeline/entity-store/network.ts'

it('the network of an address is the /24 of IPv4 or the /48 of IPv6, in any notation', () => {
  expect(['198.51.100.7', '2001:db8:40::17', '2001:0db8:0040:1::', '2001:db8::', '::1'].map(networkOf)).toEqual([
    '198.51.100.0/24',
    '2001:db8:40::/48',
    '2001:db8:40::/48',
    '2001:db8:0::/48',
    '0:0:0::/48',
  ])
})

it('an invalid address has no network', () => {
  expect([undefined, '', 'a host', '1.2.3', 'x'.repeat(100)].map(networkOf)).toEqual(Array(5).fill(undefined))
})

it('the address of a machine is the IPv4 address or the /64 of IPv6', () => {
  const addresses = ['198.51.100.7', '2001:db8:40:1:5::17', '2001:0db8:0040:0001::9', 'private', undefined]
  expect(addresses.map(machineOf)).toEqual([
    '198.51.100.7',
    '2001:db8:40:1::/64',
    '2001:db8:40:1::/64',
    undefined,
    undefined,
  ])
})

it('an autonomous system is also a network of a record', () => {
  const networks = networksOf({ ip: '198.51.100.7', as: { number: 64500 } })
  expect(networks).toEqual(['AS64500', '198.51.100.0/24'])
  expect(networks.map(isSystem)).toEqual([true, false])
  expect(networksOf({ ip: '198.51.100.7' })).toEqual(['198.51.100.0/24'])
  expect(networksOf(undefined)).toEqual([])
})
