// Reads a CPU profile of Node as shares of stages. A sample counts for the innermost folder of ours, or package.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

interface ProfileNode {
  readonly id: number
  readonly callFrame: { readonly functionName: string; readonly url: string }
  readonly children?: readonly number[]
}

interface Profile {
  readonly nodes: readonly ProfileNode[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
  /** Microseconds of the clock of `process.hrtime`. */
  readonly startTime: number
}

const ours = /\/dist\/((?:pipeline|mappings|rules)(?:\/[a-z-]+(?=\/))?)/
const packaged = /\/node_modules\/((?:@[^/]+\/)?[^/]+)/

function ownStage({ callFrame: { functionName, url } }: ProfileNode): string | undefined {
  if (functionName === '(garbage collector)' || functionName === '(idle)' || functionName === '(program)')
    return functionName
  return packaged.exec(url)?.[1] ?? ours.exec(url)?.[1]
}

/** Returns each stage's share of a time span, largest first, from the profile in a folder. Throws without a profile. */
export function stagesOf(folder: string, from: number, until: number): [stage: string, share: number][] {
  const file = readdirSync(folder).find((name) => name.endsWith('.cpuprofile'))
  if (file === undefined) throw new Error(`${folder} has no profile`)
  const { nodes, samples, timeDeltas, startTime } = JSON.parse(readFileSync(join(folder, file), 'utf8')) as Profile
  const stages = new Map<number, string>()
  // Parents come before their children.
  for (const node of nodes) {
    const stage = ownStage(node) ?? stages.get(node.id) ?? 'node'
    stages.set(node.id, stage)
    for (const child of node.children ?? []) stages.set(child, stage)
  }
  const times = new Map<string, number>()
  let now = startTime
  let sum = 0
  for (const [i, sample] of samples.entries()) {
    const spent = timeDeltas[i] as number
    now += spent
    const stage = stages.get(sample) as string
    if (stage === '(idle)' || now < from || now > until) continue
    times.set(stage, (times.get(stage) ?? 0) + spent)
    sum += spent
  }
  return [...times].map(([stage, time]): [string, number] => [stage, time / sum]).sort(([, a], [, b]) => b - a)
}
