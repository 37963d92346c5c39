import { expect, it } from 'vitest'
import type { OperationTable } from '../../../mappings/lib/operation.ts'
import { renderOperations } from '../../../mappings/lib/operations-page.ts'
import drive from '../../../mappings/vendors/google-workspace/drive.mapping.ts'

it('the operations page lists each operation with class, acts, effect and source, and each Google event with class', () => {
  const table: OperationTable = {
    title: 'Some log',
    source: 'https://example.com/docs/all',
    rows: {
      'Open door': {
        class: { category: ['iam'], type: ['change', 'user'] },
        read: { acts: ['sp_enable'] },
        account: { status: 'active', created: true },
      },
      'Close door': { access: 'delete', source: 'https://example.com/docs/doors' },
    },
  }
  const { text } = renderOperations([table], [drive])
  expect(text).toContain('## Some log')
  expect(text).toContain(
    '| `Open door` | iam | change, user | sp_enable | created, active |  | [all](https://example.com/docs/all) |\n',
  )
  expect(text).toContain('| `Close door` |  |  |  |  | delete | [doors](https://example.com/docs/doors) |\n')
  expect(text).toContain('## Google Workspace Drive Logs\n\n| event | category | type |')
  expect(text).toContain('| `trash` | file | deletion |\n')
})
