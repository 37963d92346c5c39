// A scenario is evidence for rules that need more than one event: samples at other times and with other ids.
import type { Diagnostic } from '../../../mappings/kernel/diagnostic.ts'
import { type Content, loadContent } from '../../../mappings/kernel/discover.ts'
import { parseDuration, parseInstant, parseMoment } from './time.ts'

export interface Step {
  /** `<vendor folder>/<sample name>` */
  readonly sample: string
  /**
   * The time of the event: an offset from the start of the scenario (`PT2H30M`, `P11D`) or an ISO instant. A list of
   * times makes a step for each of them.
   */
  readonly at: string | readonly string[]
  /** The time of arrival, in the same forms; the same as `at` when absent. */
  readonly delivered?: string
  /** Times at which the record arrives again, with the same IDs. */
  readonly redelivered?: readonly string[]
  /** Texts of the raw record, and their replacements. */
  readonly replace?: Readonly<Record<string, string>>
  /**
   * People and applications of the sample, and the personas that replace them with all their IDs: one persona, or one
   * for each occurrence. A number selects that many personas, the one of the sample first.
   */
  readonly personas?: Readonly<Record<string, string | readonly string[] | number>>
  /** Steps of one bundle share a correlation ID: they are the records of one click. */
  readonly bundle?: string
  /** The step occurs `times` times, and each occurrence is `every` later than the previous one. */
  readonly repeat?: {
    readonly every: string
    readonly times: number
    /** As `replace`, with one text for each occurrence. After the last text, the list starts again. */
    readonly replace?: Readonly<Record<string, readonly string[]>>
  }
}

export interface ScenarioFile {
  readonly title: string
  /** ISO instant from which offsets count; `defaultStart` when absent. */
  readonly start?: string
  readonly steps: readonly Step[]
}

export interface Scenario extends ScenarioFile {
  /** `<vendor folder>/<file name>` */
  readonly id: string
  readonly start: string
}

/** Most scenarios do not depend on the date. */
const defaultStart = '2026-03-02T09:00:00Z'

/** Declares a scenario. Returns the literal unchanged, so that scenarios stay plain data. */
export function scenario(content: ScenarioFile): ScenarioFile {
  return content
}

/** A scenario with its ID, which follows from its path below the folder of all rules. */
export function identified({ file, value }: Content<ScenarioFile>, path: string): Content<Scenario> {
  const folders = path.split(/[\\/]/)
  const name = folders.pop()?.replace(/\.scenario\.\w+$/, '')
  return { file, value: { id: [...folders.slice(0, 1), name].join('/'), start: defaultStart, ...value } }
}

export async function loadScenarios(): Promise<Content<Scenario>[]> {
  const files = await loadContent<ScenarioFile>('rules', 'scenario')
  return files.map((content) => identified(content, content.file.slice('rules/'.length)))
}

/** Returns the problems with the times of a scenario. */
export function checkScenario({ file, value }: Content<ScenarioFile>): Diagnostic[] {
  const report = (path: string, text: string): Diagnostic => ({
    code: 'R009',
    level: 'error',
    file,
    path,
    message: `${JSON.stringify(text)} is not a time`,
    hint: 'write PT2H30M, P11D or 2026-03-11T09:00:00Z',
  })
  const { start: text = defaultStart } = value
  const start = parseInstant(text)
  if (start === undefined) return [report('start', text)]
  return value.steps.flatMap((step, i) => {
    const moments = [
      ...[step.at].flat().map((text) => ['at', text]),
      ...[step.delivered ?? [], step.redelivered ?? []].flat().map((text) => ['delivered', text]),
    ]
    const wrong = moments.flatMap(([name, text = '']) =>
      parseMoment(text, start) === undefined ? [report(`steps.${i}.${name}`, text)] : [],
    )
    const every = step.repeat?.every
    return every !== undefined && parseDuration(every) === undefined
      ? [...wrong, report(`steps.${i}.repeat.every`, every)]
      : wrong
  })
}
