// Preloaded into an instance of the service: its clock differs from ours by the milliseconds in the file CHAOS_CLOCK.
import { readFileSync } from 'node:fs'

const file = process.env.CHAOS_CLOCK ?? ''
const RealDate = Date
let skew = 0

setInterval(() => {
  try {
    skew = Number(readFileSync(file, 'utf8'))
  } catch {
    // The parent is writing the file at this moment.
  }
}, 100).unref()

const now = (): number => RealDate.now() + skew

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
  apply: () => new RealDate(now()).toString(),
  get: (target, member, receiver) => (member === 'now' ? now : Reflect.get(target, member, receiver)),
})
