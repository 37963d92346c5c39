import fc from 'fast-check'
import { expect, it } from 'vitest'
import { parseAddress, toServerAddress } from '../../../mappings/lib/address.ts'

it.each([
  ['198.51.100.7', { address: '198.51.100.7', ip: '198.51.100.7' }],
  ['198.51.100.7:52711', { address: '198.51.100.7', ip: '198.51.100.7', port: 52711 }],
  ['[198.51.100.7]', { address: '198.51.100.7', ip: '198.51.100.7' }],
  ['[198.51.100.7]:52711', { address: '198.51.100.7', ip: '198.51.100.7', port: 52711 }],
  ['2001:db8::7', { address: '2001:db8::7', ip: '2001:db8::7' }],
  ['[2001:db8::7]', { address: '2001:db8::7', ip: '2001:db8::7' }],
  ['[2001:db8::7]:52711', { address: '2001:db8::7', ip: '2001:db8::7', port: 52711 }],
  ['::ffff:198.51.100.7', { address: '198.51.100.7', ip: '198.51.100.7' }],
  ['[::ffff:198.51.100.7]:52711', { address: '198.51.100.7', ip: '198.51.100.7', port: 52711 }],
  ['::ffff:c633:6407', { address: '198.51.100.7', ip: '198.51.100.7' }],
  ['::FFFF:198.51.100.7:52711', { address: '198.51.100.7', ip: '198.51.100.7', port: 52711 }],
  ['2001:DB8:0:0::0007', { address: '2001:db8::7', ip: '2001:db8::7' }],
  ['fe80::1%eth0', { address: 'fe80::1', ip: 'fe80::1' }],
  ['198.51.100.7, 10.0.0.1', { address: '198.51.100.7', ip: '198.51.100.7' }],
  ['[2001:db8::7]:443,10.0.0.1:80', { address: '2001:db8::7', ip: '2001:db8::7', port: 443 }],
  ['::1', { address: '::1', ip: '::1' }],
  ['2001:db8::7:443', { address: '2001:db8::7:443', ip: '2001:db8::7:443' }],
  ['host.example', { domain: 'host.example' }],
  ['host.example:443', { domain: 'host.example', port: 443 }],
  ['[host.example]:443', { domain: 'host.example', port: 443 }],
  ['localhost', { domain: 'localhost' }],
  ['HOST (10.1.2.3)', { address: '10.1.2.3', ip: '10.1.2.3', domain: 'HOST' }],
  ['[HOST (10.1.2.3)]', { address: '10.1.2.3', ip: '10.1.2.3', domain: 'HOST' }],
  ['HOST (15.20.8534.012)', { address: '15.20.8534.012', domain: 'HOST' }],
])('the client address %j is read', (text, address) => {
  expect(parseAddress(text)).toEqual(address)
})

it.each([
  '',
  'null',
  '<null>',
  '-',
  'N/A',
  '127.0.0.1:undefined',
  '::ffff:',
  ' ',
  '999.1.2.3',
  '198.51.100.7:99999',
  'host.example, 198.51.100.7',
  ', 198.51.100.7',
  '::2a02:1:2:3:4:5:6:7:8:9',
  'two words',
  '[[::1]]',
])('the client address %j is junk', (text) => {
  expect(parseAddress(text)).toBeUndefined()
})

it('no text of a client address causes an exception', () => {
  fc.assert(fc.property(fc.string({ unit: fc.constantFrom(...'[]():.0af x%') }), (text) => void parseAddress(text)))
})

it.each([
  ['DB9PR09MB4321 (15.20.8534.012)\r\n', { address: '15.20.8534.012', domain: 'DB9PR09MB4321' }],
  ['[DB9PR09MB4321 (203.0.113.9)]', { address: '203.0.113.9', domain: 'DB9PR09MB4321', ip: '203.0.113.9' }],
  ['DB9PR09MB4321', { address: 'DB9PR09MB4321' }],
  ['\r\n', {}],
])('a server %j is read', (text, address) => {
  expect(toServerAddress(text)).toEqual(address)
})
