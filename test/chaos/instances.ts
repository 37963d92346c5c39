// Two instances of the service in one consumer group. An instance that ends is restarted, as an orchestrator does.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import type { Deployment, Running, ServiceBench } from '../integration/service/service-bench.ts'

const clockModule = pathToFileURL(join(packageRoot, 'dist', 'test', 'chaos', 'skewed-clock.js')).href

/** Longer than the service takes to finish its current work. */
const endsWithinMs = 60_000

export class Instances {
  readonly #clocks = mkdtempSync(join(tmpdir(), 'consentry-clocks-'))
  readonly #start: (i: number) => Running
  readonly #running: Running[] = []
  readonly #exits: string[] = []
  #stopping = false

  constructor(bench: ServiceBench, deployment: Deployment, settings: Record<string, string>) {
    this.#start = (i) =>
      bench.start(deployment, ['run'], {
        ...settings,
        CHAOS_CLOCK: this.#clock(i),
        NODE_OPTIONS: `--import ${clockModule}`,
      })
    for (const i of [0, 1]) {
      writeFileSync(this.#clock(i), '0')
      this.#run(i)
    }
  }

  /** Instances that ended without a signal, with the last lines of their output. */
  get exits(): readonly string[] {
    return this.#exits
  }

  kill(i: number): void {
    this.#running[i]?.child.kill('SIGKILL')
  }

  async pause(i: number, ms: number): Promise<void> {
    const child = this.#running[i]?.child
    child?.kill('SIGSTOP')
    await sleep(ms)
    child?.kill('SIGCONT')
  }

  /** Moves the clock of one instance forward or back, and resets it afterwards. */
  async skew(i: number, byMs: number, forMs: number): Promise<void> {
    writeFileSync(this.#clock(i), String(byMs))
    await sleep(forMs)
    writeFileSync(this.#clock(i), '0')
  }

  /** Asks all instances to end. Returns the problems with how they ended. */
  async stop(): Promise<string[]> {
    this.#stopping = true
    const problems: string[] = []
    for (const running of this.#running) {
      running.child.kill('SIGTERM')
      const overdue = setTimeout(() => running.child.kill('SIGKILL'), endsWithinMs)
      const { code, stderr } = await running.ended
      clearTimeout(overdue)
      if (code !== 0) problems.push(`${code === null ? 'did not stop' : `stopped with ${code}`}: ${tail(stderr)}`)
    }
    return problems
  }

  /** Kills all running instances and starts no new ones, so that a failed run leaves no instance behind. */
  async close(): Promise<void> {
    this.#stopping = true
    for (const i of this.#running.keys()) this.kill(i)
    await Promise.all(this.#running.map(({ ended }) => ended))
    rmSync(this.#clocks, { recursive: true, force: true })
  }

  #clock(i: number): string {
    return join(this.#clocks, String(i))
  }

  #run(i: number): void {
    const running = this.#start(i)
    this.#running[i] = running
    running.ended.then(async ({ code, stderr }) => {
      if (this.#stopping) return
      if (running.child.signalCode === null) this.#exits.push(`ended with ${code}: ${tail(stderr)}`)
      await sleep(500)
      if (!this.#stopping) this.#run(i)
    })
  }
}

const tail = (text: string): string => text.slice(-600)
