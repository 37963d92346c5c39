import { expect, it } from 'vitest'
import { renderOperations } from '../../../mappings/lib/operations-page.ts'

it('an operation has a line with its class, its acts, its effect and the page that documents it', () => {
  const { text } = renderOperations([
    {
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
    },
  ])
  expect(text).toContain('## Some log')
  expect(text).toContain(
    '| `Open door` | iam | change, user | sp_enable | created, active |  | [all](https://example.com/docs/all) |\n',
  )
  expect(text).toContain('| `Close door` |  |  |  |  | delete | [doors](https://example.com/docs/doors) |\n')
})
