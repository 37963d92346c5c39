import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import { writeWholeFile } from '../../../mappings/kernel/whole-file.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const folder = temporaryFolder()
const newFolder = () => mkdtempSync(join(folder, 'x-'))
const text = (path: string) => readFileSync(path, 'utf8')
const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)
/** The name of a temporary file would be too long, so `writeWholeFile` writes into the file itself. */
const longName = 'n'.repeat(255)

/** Runs a program with a file size limit in KiB. A write beyond the limit fails, as on a full disk. */
function withLimit(limit: number, args: readonly string[], cwd?: string) {
  const limited = `trap '' XFSZ; ulimit -f ${limit}; exec "$0" "$@"`
  const { status, stderr } = spawnSync('bash', ['-c', limited, process.execPath, ...args], {
    encoding: 'utf8',
    ...(cwd !== undefined && { cwd }),
  })
  return { status, stderr }
}

const module = JSON.stringify(join(packageRoot, 'dist/mappings/kernel/whole-file.js'))
const writeTooMuch = (path: string) =>
  withLimit(8, [
    ...['--input-type=module', '-e'],
    `const { writeWholeFile } = await import(${module}); writeWholeFile(${JSON.stringify(path)}, 'new '.repeat(5000))`,
  ])

it.skipIf(process.platform === 'win32').each([['env.yaml'], [longName]])(
  'a write that fails in the middle creates no file, or leaves the old text and no other file (%s)',
  (name) => {
    const path = join(newFolder(), name)
    expect(writeTooMuch(path).stderr).toContain('EFBIG')
    expect(readdirSync(join(path, '..'))).toEqual([])
    const old = 'old '.repeat(1000)
    writeFileSync(path, old)
    expect(writeTooMuch(path).stderr).toContain('EFBIG')
    expect(text(path)).toBe(old)
    expect(readdirSync(join(path, '..'))).toEqual([name])
  },
)

it('a replaced file keeps its mode, and a link is replaced by a file', () => {
  const path = join(newFolder(), 'env.yaml')
  writeFileSync(path, 'a longer old text')
  chmodSync(path, 0o664)
  writeWholeFile(path, 'new')
  expect([text(path), mode(path)]).toEqual(['new', '664'])
  const link = join(newFolder(), 'link')
  symlinkSync(path, link)
  writeWholeFile(link, 'other')
  expect([text(link), lstatSync(link).isSymbolicLink(), text(path)]).toEqual(['other', false, 'new'])
})

it('a file in a folder that cannot hold a temporary file receives the whole new text directly', () => {
  const path = join(newFolder(), longName)
  writeFileSync(path, 'a longer old text')
  writeWholeFile(path, 'new', { mode: 0o600 })
  expect([text(path), mode(path)]).toEqual(['new', '600'])
})

it('a new file does not replace a file, a link or a folder', () => {
  const place = newFolder()
  writeFileSync(join(place, 'file'), 'mine')
  symlinkSync(join(place, 'nowhere'), join(place, 'link'))
  mkdirSync(join(place, 'folder'))
  for (const name of ['file', 'link', 'folder'])
    expect(() => writeWholeFile(join(place, name), 'new', { isNew: true }), name).toThrow('EEXIST')
  expect(readdirSync(place)).toEqual(['file', 'folder', 'link'])
  expect(text(join(place, 'file'))).toBe('mine')
})

const memory = '/dev/shm'

it.skipIf(!existsSync(memory))('a file in a memory folder below /dev is a whole, private file like any other', () => {
  const place = mkdtempSync(join(memory, 'consentry-'))
  try {
    writeWholeFile(join(place, 'key'), 'secret', { isNew: true, mode: 0o600 })
    expect(mode(join(place, 'key'))).toBe('600')
    writeFileSync(join(place, 'old'), 'a longer old text')
    const { ino } = statSync(join(place, 'old'))
    symlinkSync(join(place, 'old'), join(place, 'link'))
    writeWholeFile(join(place, 'link'), 'new', { mode: 0o600 })
    expect([text(join(place, 'link')), text(join(place, 'old'))]).toEqual(['new', 'a longer old text'])
    writeWholeFile(join(place, 'old'), 'new', { mode: 0o600 })
    expect([text(join(place, 'old')), mode(join(place, 'old')), statSync(join(place, 'old')).ino === ino]).toEqual([
      ...['new', '600', false],
    ])
  } finally {
    rmSync(place, { recursive: true })
  }
})

it.skipIf(!existsSync('/dev/fd'))('an open file of the process is written through its path below /dev/fd', () => {
  const path = join(newFolder(), 'open')
  const file = openSync(path, 'w')
  writeWholeFile(`/dev/fd/${file}`, 'text')
  closeSync(file)
  expect(text(path)).toBe('text')
})

it('an error names the file, not the temporary file', () => {
  const place = newFolder()
  expect(() => writeWholeFile(place, 'new')).toThrow(`EISDIR: illegal operation on a directory, open '${place}'`)
  expect(() => writeWholeFile(join(place, 'no/file'), 'new')).toThrow(
    `ENOENT: no such file or directory, open '${join(place, 'no/file')}'`,
  )
})

const main = join(packageRoot, 'dist/pipeline/main.js')
const records = join(packageRoot, 'test/formats/samples/management-api-lines.jsonl')
const approve =
  'apps approve e2f4c6a8-1b3d-4f5e-9a7c-8d6b4e2f0a13 --reason r --owner o --tier high --expires 2999-03-31'

it.skipIf(process.platform === 'win32').each([
  ['environment.yaml', `${approve} --environment environment.yaml`],
  ['state.json', `apps review ${records} --state state.json --done`],
  ['rule.json', 'new rule own/z --content .'],
])('on a full disk, a command names %s and leaves no part of it', (name, command) => {
  const place = newFolder()
  const { status, stderr } = withLimit(0, [main, ...command.split(' ')], place)
  expect(stderr).toMatch(new RegExp(`cannot write .*${name} \\(EFBIG: .*\\); free space or choose another place`))
  expect(status).toBe(4)
  expect(readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())).toEqual([])
})

it.skipIf(process.platform === 'win32')('on a full disk, a hunt leaves no part of a key', () => {
  const place = newFolder()
  const own = JSON.stringify(join(packageRoot, 'dist/pipeline/cli/redaction-key.js'))
  const script = `const { redactionKey } = await import(${own}); redactionKey('key')`
  expect(withLimit(0, ['--input-type=module', '-e', script], place).stderr).toContain('cannot write key (EFBIG')
  expect(readdirSync(place)).toEqual([])
})

it.skipIf(process.platform === 'win32')('on a full disk, an approval leaves the environment file intact', () => {
  const path = join(newFolder(), 'environment.yaml')
  const before = `version: 1\nnames:\n${Array.from({ length: 530 }, (_, i) => `  - Company ${i}\n`).join('')}`
  writeFileSync(path, before)
  expect(withLimit(8, [main, ...approve.split(' '), '--environment', path]).status).toBe(4)
  expect(text(path)).toBe(before)
})
