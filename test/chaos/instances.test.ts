import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, it } from 'vitest'
import type { Deployment, Running, ServiceBench } from '../integration/service/service-bench.ts'
import { Instances } from './instances.ts'

const started: Running[] = []
afterEach(() => {
  for (const { child } of started) child.kill('SIGKILL')
})

/** Starts processes that ignore SIGTERM and, like the service, do not end by themselves. */
const bench = {
  start(): Running {
    const child = spawn(process.execPath, ['-e', "process.on('SIGTERM', () => 0); setInterval(() => 0, 1000)"])
    const ended = once(child, 'close').then(([code]) => ({ code, stdout: '', stderr: '', summary: undefined }))
    const running = { child, log: [], ended }
    started.push(running)
    return running
  },
} as unknown as ServiceBench

it('a failed run leaves no running instance, and starts no instance again', async () => {
  const instances = new Instances(bench, {} as Deployment, {})
  expect(started).toHaveLength(2)
  instances.kill(0)
  await started[0]?.ended
  await instances.close()
  expect(started.map(({ child }) => child.signalCode)).toEqual(['SIGKILL', 'SIGKILL'])
  await sleep(1_000)
  expect(started).toHaveLength(2)
})
