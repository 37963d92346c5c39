// Commands that a user copies into a shell.
import { visible } from './visible.ts'

/** A command line has more words than this only if a shell expanded a pattern. */
const shownWords = 25

/** Quotes a word for a shell. Characters that are unsafe in a terminal become byte escapes. */
export function quoted(word: string): string {
  if (/^[\w@%+=:,./-]+$/.test(word)) return word
  if (visible(word) === word) return `'${word.replaceAll("'", "'\\''")}'`
  const bytes = (text: string) =>
    [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
  return `$'${[...word.replace(/[\\']/g, '\\$&')].map((each) => (visible(each) === each ? each : bytes(each))).join('')}'`
}

/** Returns paths as words: after `--` if one of them would be read as an option. `-` is standard input. */
export const pathWords = (paths: readonly string[]): readonly string[] =>
  paths.some((path) => /^-./.test(path)) ? ['--', ...paths] : paths

/** Formats a command line as a user would type it. Shows only the first words of a very long command line. */
export function commandLine(words: readonly string[], paths: readonly string[] = []): string {
  const all = [...words, ...pathWords(paths)]
  const more = all.length > shownWords ? [`(and ${all.length - shownWords} more)`] : []
  return [...['consentry', ...all.slice(0, shownWords)].map(quoted), ...more].join(' ')
}

/** Returns the options as words of a command line. */
export const optionWords = (options: object): string[] =>
  Object.entries(options).flatMap(([name, value]) => {
    const option = `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
    return [value]
      .flat()
      .flatMap((each) =>
        each === true ? [option] : each === false || each === undefined ? [] : [option, String(each)],
      )
  })
