import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { type Approval, isApplicationId } from '../../../mappings/environment/environment.ts'
import { parseEnvironment } from '../../../mappings/environment/load.ts'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { addApproval } from '../../../pipeline/review/approve.ts'

const approval: Approval = {
  id: 'e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13',
  tier: 'medium',
  uses: ['consent'],
  owner: 'ivo.brandt@northpier.example',
  reason: 'reviewed',
  expires: '2027-03-31',
}
const terms = '    tier: low\n    uses:\n      - use\n    owner: Ivo\n    reason: nightly\n    expires: 2027-03-31\n'

it('the writer of approvals adds an approval, and does not change comments or other approvals', () => {
  const before = `# ours\nversion: 1\napprovedApps:\n  # the backup\n  - id: 0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514\n    name: Backup\n${terms}`
  const { text: after, replaced } = addApproval(before, approval)
  expect(replaced).toBe(false)
  expect(after.startsWith(before)).toBe(true)
  const { environment, diagnostics } = parseEnvironment(after, 'environment.yaml')
  expect(diagnostics).toEqual([])
  expect(environment.approvedApps).toMatchObject([
    { id: '0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514', name: 'Backup' },
    approval,
  ])
})

it('the writer of approvals renews an existing approval, and starts the list in a file without approvals', () => {
  const once = addApproval('version: 1\n', approval)
  const { text: twice, replaced } = addApproval(once.text, {
    ...approval,
    id: approval.id.toUpperCase(),
    reason: 'again',
  })
  expect([once.replaced, replaced]).toEqual([false, true])
  expect(parseEnvironment(twice, 'x').environment.approvedApps).toMatchObject([{ id: approval.id, reason: 'again' }])
})

it('the writer of approvals renews an approval whose dash is followed by several spaces', () => {
  const before = `version: 1\napprovedApps:\n  -   id: ${approval.id}\n      owner: Ivo\n  # the backup\n  -   id: 104567890123456789012\n      owner: Ivo\n`
  const { text } = addApproval(before, approval)
  expect(parse(text).approvedApps).toMatchObject([approval, { owner: 'Ivo' }])
  expect(text).toContain('  # the backup\n')
})

it('the writer of approvals keeps the name and the comments of an approval that it renews', () => {
  const before = `version: 1\napprovedApps:\n  - id: ${approval.id} # the sync\n    name: Sync\n    tier: low # for now\n    uses: [consent]\n    owner: Ivo # mail desk\n    # the next review\n    expires: 2026-12-31 # new year\n`
  expect(addApproval(before, approval).text).toBe(
    before
      .replace('tier: low', 'tier: medium')
      .replace('owner: Ivo', `owner: ${approval.owner}`)
      .replace('2026-12-31', approval.expires)
      .concat(`    reason: ${approval.reason}\n`),
  )
})

it('an approval has a numeric client ID in quotes, because YAML would read a number', () => {
  const { text: after } = addApproval('version: 1\n', { ...approval, id: '104567890123456789012' })
  expect(parseEnvironment(after, 'x').environment.approvedApps[0]?.id).toBe('104567890123456789012')
})

it('the writer of approvals only adds lines to the example environment', () => {
  const before = readFileSync(join(packageRoot, 'environment.example.yaml'), 'utf8')
  const { text } = addApproval(before, approval)
  const kept = new Set(text.split('\n'))
  expect(before.split('\n').filter((line) => !kept.has(line))).toEqual([])
})

const keep = [
  [
    'long lines and quotes',
    `version: 1\nnames: ['Northpier',   "North Pier"]   # spaces\n\n\ndomains:\n    - northpier.example\n`,
  ],
  ['an empty list', 'version: 1\napprovedApps: []   # none yet\ndomains:\n  - northpier.example\n'],
  ['a key without a list', 'version: 1\napprovedApps:\n# more\ndomains:\n  - northpier.example\n'],
  [
    'a list without indent',
    `version: 1\napprovedApps:\n- id: 0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514\n${terms.replace(/^ {2}/gm, '')}# after\ndomains: [northpier.example]\n`,
  ],
  [
    'a list in one line',
    "version: 1\napprovedApps: [{ id: 0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514, tier: low, uses: [use], owner: Ivo, reason: 'a, b', expires: 2027-03-31 }]\ndomains:\n  - a.example\n",
  ],
  [
    'line breaks of Windows',
    'version: 1\r\napprovedApps:\r\n  - id: 0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514\r\n    tier: low\r\n    uses: [use]\r\n    owner: Ivo\r\n    reason: nightly\r\n    expires: 2027-03-31\r\n\r\n# after\r\n',
  ],
  ['no line break at the end', 'version: 1\ndomains: [northpier.example]'],
  ['comments alone', '# nothing yet\n'],
] as const

describe.each(keep)('a file with %s', (_, before) => {
  it('the writer of approvals keeps every character of the file, and only adds text', () => {
    const { text } = addApproval(before, approval)
    // The added text is contiguous, except that it also replaces an empty list.
    const kept = before.replace(': []', ':')
    let start = 0
    while (start < kept.length && kept[start] === text[start]) start++
    expect(text.endsWith(kept.slice(start))).toBe(true)
    expect(/(?<!\r)\n/.test(text)).toBe(/(?<!\r)\n/.test(before) || !before.includes('\n'))
    const parsed = parseEnvironment(text.includes('version') ? text : `version: 1\n${text}`, 'x')
    expect(parsed.diagnostics).toEqual([])
    expect(parsed.environment.approvedApps.at(-1)).toMatchObject(approval)
    expect(parsed.environment.approvedApps).toHaveLength(
      before.includes('0b7c2f6e-51d4-4c19-8a0e-93f2d6a7e514') ? 2 : 1,
    )
  })

  it('the writer of approvals renews an approval at its position', () => {
    const once = addApproval(before, approval).text
    const { text, replaced } = addApproval(once, { ...approval, reason: 'again' })
    expect(replaced).toBe(true)
    expect(text).toBe(once.replace('reviewed', 'again'))
  })
})

it.each([
  ['7b3e9d15-2c4f-4a68-91e0-5d8c6f7a2b34', true],
  ['684401173925', true],
  ['1111-crm.apps.googleusercontent.com', true],
  ['417730926581-t6q2m9x4r8k1v7c3z5b0n2w6y1d8f4hj.apps.googleusercontent.com', true],
  ['mail-sweeper@pier-automation.iam.gserviceaccount.com', true],
  ['Corporate CRM', false],
  ['crm', false],
])('the writer of approvals accepts %s as an ID: %s', (text, expected) => expect(isApplicationId(text)).toBe(expected))

it('an approval contains hidden characters as escapes, also after a renewal in any form', () => {
  const hidden = { ...approval, reason: 'ok\u202egpj\u2028\u3164', owner: 'a\u{e0041}\nb' }
  for (const before of ['version: 1\n', 'version: 1\napprovedApps: [{ id: x }]\n', addApproval('', approval).text]) {
    const { text } = addApproval(before, hidden)
    expect(text).toContain('ok\\U0000202egpj')
    expect(text).not.toMatch(/[\u202e\u2028\u3164\u{e0041}]/u)
    expect((parse(text) as { approvedApps: unknown[] }).approvedApps).toContainEqual(hidden)
  }
})
