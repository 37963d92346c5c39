import { expect, it } from 'vitest'
import { visible, visibleJson, visibleLines } from '../../../pipeline/safe-output/visible.ts'

it('characters that are invisible, reverse text or resemble a blank become visible', () => {
  expect(visible('a\u202eb\u2066c\u200bd\ufeffe\u00adf')).toBe('a⟨U+202E⟩b⟨U+2066⟩c⟨U+200B⟩d⟨U+FEFF⟩e⟨U+00AD⟩f')
  expect(visible('a\u3164b\u00a0c\u2800d\u115fe')).toBe('a⟨U+3164⟩b⟨U+00A0⟩c⟨U+2800⟩d⟨U+115F⟩e')
  expect(visible('a\u1680b\u17b4c\u{16fe4}d\u{1d159}e\u3000')).toBe('a⟨U+1680⟩b⟨U+17B4⟩c⟨U+16FE4⟩d⟨U+1D159⟩e⟨U+3000⟩')
  expect(visible('\u0000\u001b[31m\u{e0041}\ud800')).toBe('⟨U+0000⟩⟨U+001B⟩[31m⟨U+E0041⟩⟨U+D800⟩')
})

it('JSON with hidden characters as escapes is the same value', () => {
  const value = { name: 'a\u202e\u3164\u{e0041}\u00a0b 株' }
  expect(visibleJson(JSON.stringify(value))).toBe('{"name":"a\\u202e\\u3164\\udb40\\udc41\\u00a0b 株"}')
  expect(JSON.parse(visibleJson(JSON.stringify(value)))).toEqual(value)
})

it('the visible form of a text keeps ordinary writing in any script, on one line', () => {
  const names = 'Jörg Müller, Łukasz, 山田太郎, محمد, שלום, नमस्ते, “quoted” – 😀'
  expect(visible(names)).toBe(names)
  expect(visible('two\r\nlines\tand a tab')).toBe('two lines and a tab')
})

it('lines keep their line ends and the colors of the product, but no other terminal control codes', () => {
  const text = '\u001b[1m\u001b[31mhigh\u001b[39m\u001b[22m\n  two'
  expect(visibleLines(text)).toBe(text)
  expect(visibleLines('a\r\u001b[8mb\u001b[2J\u009b31m\u007f')).toBe(
    'a⟨U+000D⟩⟨U+001B⟩[8mb⟨U+001B⟩[2J⟨U+009B⟩31m⟨U+007F⟩',
  )
})

it('the visible form of a text contains no stacks of combining marks', () => {
  expect(visible(`Z${'\u0301'.repeat(50)}!`)).toBe(`Z${'\u0301'.repeat(3)}…!`)
})
