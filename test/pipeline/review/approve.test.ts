import { expect, it } from 'vitest'
import type { Approval } from '../../../mappings/environment/environment.ts'
import { parseEnvironment } from '../../../mappings/environment/load.ts'
import { addApproval } from '../../../pipeline/review/approve.ts'

const approval: Approval = {
  id: 'e2f4c6a8',
  tier: 'medium',
  uses: ['consent'],
  owner: 'ivo.brandt@northpier.example',
  reason: 'reviewed',
  expires: '2027-03-31',
}
const terms = '    tier: low\n    uses:\n      - use\n    owner: Ivo\n    reason: nightly\n    expires: 2027-03-31\n'

it('adds an approval and leaves comments and the other approvals as they are', () => {
  const before = `# ours\nversion: 1\napprovedApps:\n  # the backup\n  - id: abc\n    name: Backup\n${terms}`
  const after = addApproval(before, approval)
  expect(after.startsWith(before)).toBe(true)
  const { environment, diagnostics } = parseEnvironment(after, 'environment.yaml')
  expect(diagnostics).toEqual([])
  expect(environment.approvedApps).toMatchObject([{ id: 'abc', name: 'Backup' }, approval])
})

it('renews one that is there, and begins a file that has none', () => {
  const twice = addApproval(addApproval('version: 1\n', approval), { ...approval, id: 'E2F4C6A8', reason: 'again' })
  expect(parseEnvironment(twice, 'x').environment.approvedApps).toMatchObject([{ id: 'e2f4c6a8', reason: 'again' }])
})

it('quotes a client id of digits, which would come back as a number', () => {
  const after = addApproval('version: 1\n', { ...approval, id: '104567890123456789012' })
  expect(parseEnvironment(after, 'x').environment.approvedApps[0]?.id).toBe('104567890123456789012')
})
