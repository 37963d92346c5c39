import { expect, it } from 'vitest'
import { toolsAt } from '../../../mappings/knowledge/redirect-tools.ts'

it.each([
  ['http://localhost:53682/', ['rclone'], false],
  ['HTTP://127.0.0.1:53682', ['rclone'], false],
  ['http://[::1]:30662/gettoken', ['o365-attack-toolkit'], false],
  ['http://localhost:7823/access/', ['rogue mailbox tool'], false],
  ['http://localhost:4100/access', ['rogue mailbox tool'], false],
  ['http://localhost:8000/callback', ['GraphRunner'], true],
])('%s is the default address of a tool', (address, tools, common) => {
  expect(toolsAt([address])).toEqual({ tools, common })
})

it.each([
  'http://localhost:7823/',
  'http://localhost:7823/access/token',
  'http://localhost:5173/',
  'http://localhost/',
  'https://payroll.example:53682/',
  'http://localhost.example:53682/',
  'msal://53682',
])('%s is the default address of no tool', (address) => {
  expect(toolsAt([address]).tools).toEqual([])
})

it('the addresses are not common if only a tool uses one of them', () => {
  expect(toolsAt(['http://localhost:8000/', 'http://localhost:53682/'])).toEqual({
    tools: ['GraphRunner', 'rclone'],
    common: false,
  })
})
