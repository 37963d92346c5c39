import { expect, it } from 'vitest'
import { escaped, html } from '../../../../../pipeline/hunt/report/html/markup.ts'

it('the HTML of a report escapes inserted values once, in text and in quoted attributes', () => {
  const inner = html`<b title="${`"'&<>`}">${'<i>'}</b>`
  expect(html`<p>${inner}${[1, undefined, false, 'a&b']}</p>`.text).toBe(
    '<p><b title="&quot;&#39;&amp;&lt;&gt;">&lt;i&gt;</b>1a&amp;b</p>',
  )
})

it('the HTML of a report isolates text of a record from neighboring text, and truncates it', () => {
  expect(escaped('<x>', 5).text).toBe('<bdi>&lt;x&gt;</bdi>')
  expect(escaped('a'.repeat(100), 5).text).toBe('<bdi>aaaaa… (95 more characters)</bdi>')
})
