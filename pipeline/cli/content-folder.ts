// An organisation's own rules, stories, samples and dashboards, kept outside of a checkout: the same literals as JSON files.
import { existsSync, readFileSync, statSync } from 'node:fs'
import { relative, sep } from 'node:path'
import type { Dashboard } from '../../dashboards/lib/dashboard.ts'
import { type Content, findFiles } from '../../mappings/kernel/discover.ts'
import type { Rule } from '../../rules/lib/rule.ts'
import type { Story } from '../../rules/lib/story.ts'
import type { Sample } from '../hunt/samples.ts'
import { UsageError } from './exit.ts'

export interface ContentFolder {
  /** `*.rule.json` */
  readonly rules: readonly Content<Rule>[]
  /** `*.story.json` */
  readonly stories: readonly Content<Story>[]
  /** `*.dashboard.json` */
  readonly dashboards: readonly Content<Dashboard>[]
  /** `*.raw.json`, called by their path below the folder: `own/mail-rule.raw.json` is `own/mail-rule`. */
  readonly samples: readonly Sample[]
}

export const noContent: ContentFolder = { rules: [], stories: [], dashboards: [], samples: [] }

/** Reads a folder. Throws a UsageError where there is none, or where a file is not JSON. */
export function readContentFolder(folder: string): ContentFolder {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`--content ${folder}: there is no such folder`)
  return {
    rules: readKind<Rule>(folder, 'rule'),
    stories: readKind<Story>(folder, 'story'),
    dashboards: readKind<Dashboard>(folder, 'dashboard'),
    samples: findFiles(folder, '.raw.json').map((file) => {
      const name = relative(folder, file).split(sep).join('/')
      return {
        ref: name.replace(/\.raw\.json$/, ''),
        rawFile: file,
        goldenFile: file.replace(/\.raw\.json$/, '.ecs.json'),
        text: readFileSync(file, 'utf8'),
      }
    }),
  }
}

function readKind<T>(folder: string, kind: string): Content<T>[] {
  return findFiles(folder, `.${kind}.json`).map((file) => ({ file, value: readJson<T>(file) }))
}

function readJson<T>(file: string): T {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T
  } catch (error) {
    throw new UsageError(`${file} is not JSON: ${(error as Error).message}`)
  }
}
