import { expect, it } from 'vitest'
import { escaped, html } from '../../../../../pipeline/hunt/report/html/markup.ts'
import { ruleText } from '../../../../../pipeline/hunt/report/html/rule-text.ts'

it('escapes everything that is put in, in text and in quoted attributes, and markup once', () => {
  const inner = html`<b title="${`"'&<>`}">${'<i>'}</b>`
  expect(html`<p>${inner}${[1, undefined, false, 'a&b']}</p>`.text).toBe(
    '<p><b title="&quot;&#39;&amp;&lt;&gt;">&lt;i&gt;</b>1a&amp;b</p>',
  )
})

it('isolates text of a record from neighboring text, and truncates it', () => {
  expect(escaped('<x>', 5).text).toBe('<bdi>&lt;x&gt;</bdi>')
  expect(escaped('a'.repeat(100), 5).text).toBe('<bdi>aaaaa… (95 more characters)</bdi>')
})

it('the HTML report renders the Markdown of rules without links', () => {
  const text =
    '#### What to do\n\n- **Ask** `user.email`:\n- two\n\n1. first\n2. <b>\n\nSee [this](https://example.org).'
  expect(ruleText(text).text).toBe(
    '<h5>What to do</h5>\n<ul>\n<li><strong>Ask</strong> <code>user.email</code>:</li>\n<li>two</li>\n</ul>\n' +
      '<ol>\n<li>first</li>\n<li>&lt;b&gt;</li>\n</ol>\n<p>See [this](https://example.org).</p>\n',
  )
})
