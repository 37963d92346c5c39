import { expect, it } from 'vitest'
import { onOneLine } from '../../../mappings/kernel/one-line.ts'

it('oneLine removes line breaks, cursor movements and direction overrides from a text', () => {
  expect(onOneLine('a\nb\r\u0000\u001b[31m\u0085\u2028\u2029\u202ec')).toBe('a·b···[31m····c')
  expect(onOneLine('Rechnung für Zoë 发票 🧾')).toBe('Rechnung für Zoë 发票 🧾')
})
