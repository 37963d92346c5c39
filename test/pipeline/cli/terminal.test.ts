import { expect, it } from 'vitest'
import { table, tableWidth } from '../../../pipeline/cli/terminal.ts'

it('tableWidth ignores a terminal width of 0', () => {
  expect(tableWidth({ isTTY: true, columns: 0 })).toBe(120)
  expect(tableWidth({ isTTY: true, columns: 90 })).toBe(90)
})

it('the sentence below a row is complete, even with long words or in a narrow terminal', () => {
  const words = `granted https://www.googleapis.com/auth/${'x'.repeat(60)} to`
  const columns = [{ title: 'A', width: 4, text: () => 'a' }]
  const lines = table([0], columns, { width: 2, below: () => words })
    .split('\n')
    .slice(2)
  expect(lines.join('').replaceAll(' ', '')).toBe(words.replaceAll(' ', ''))
})

it('an empty sentence below a row adds no line', () => {
  const columns = [{ title: 'A', width: 4, text: () => 'a' }]
  expect(table([0, 1], columns, { width: 20, below: () => '' })).toBe('A\na\na')
})

const columns = [
  { title: 'A', width: 4, text: (row: [string, string]) => row[0] },
  { title: 'B', width: 99, text: (row: [string, string]) => row[1] },
]

it('a table truncates cells to the column width, and the last column to the line width', () => {
  const lines = table([['abcdefgh', 'x'.repeat(80)]], columns, { width: 40 }).split('\n')
  expect(lines[1]).toBe(`abc…  ${'x'.repeat(33)}…`)
})

it('a table with the option whole wraps its last column', () => {
  const text = table([['a', 'one of many, 2 alerts, provisional']], columns, { width: 22, whole: true })
  expect(text.split('\n')).toEqual(['A  B', 'a  one of many, 2', '   alerts, provisional'])
})

it('a table aligns its columns with their titles', () => {
  expect(
    table(
      [
        ['a', 'one'],
        ['abc', 'two'],
      ],
      columns,
      { width: 40 },
    ),
  ).toBe(['A    B', 'a    one', 'abc  two'].join('\n'))
})

it('a table wraps the sentence below a row at blanks', () => {
  const text = table([['a', 'one']], columns, { width: 16, below: () => 'because of this and that' })
  expect(text.split('\n').slice(2)).toEqual(['    because of', '    this and', '    that'])
})
