import { expect, it } from 'vitest'
import { programKind } from '../../../mappings/knowledge/program-kinds.ts'

it.each([
  ['Mozilla/5.0 (Windows NT; Windows NT 10.0; en-US) WindowsPowerShell/5.1.20348.1850', 'shell'],
  ['NONISV|SharePointPnP|PnPPS/2.12.0', 'shell'],
  ['NONISV|SharePointPnP|PnPCore/1.11.0 (Microsoft Windows NT 10.0.20348.0)', 'shell'],
  ['PostmanRuntime/7.43.0', 'shell'],
  ['python-requests/2.31.0', 'script'],
  ['Python-urllib/3.11', 'script'],
  ['Python/3.11 aiohttp/3.9.5', 'script'],
  ['NODE', 'script'],
  ['got (https://github.com/sindresorhus/got)', 'script'],
  ['rclone/v1.62.2', 'script'],
  ['okhttp/4.12.0', 'library'],
  ['Java/17.0.2', 'library'],
] as const)('a program that is no browser has a kind: %s', (agent, kind) => {
  expect(programKind(agent)).toBe(kind)
})

it.each([
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/134.0.0.0 Safari/537.36',
  'Dalvik/2.1.0 (Linux; U; Android 14; Pixel 8 Build/UQ1A)',
  'Microsoft-WebDAV-MiniRedir/10.0.19045',
  'Nodegraph Desktop/2.1',
  'JavaScript bridge of Outlook',
  '',
])('a browser or an installed program has no kind: %s', (agent) => {
  expect(programKind(agent)).toBeUndefined()
})
