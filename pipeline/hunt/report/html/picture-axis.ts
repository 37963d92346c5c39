// The time axis of a picture. Times with acts and alerts get more width than the weeks between them, so that an act is
// visibly apart from another act twenty minutes later.
import { scaleUtc } from 'd3-scale'
import { dayMs, minuteMs } from '../../../../mappings/kernel/durations.ts'
import type { Picture } from '../model.ts'

export interface Axis {
  readonly place: (at: string) => number
  /** Places of labels that do not touch each other. */
  readonly ticks: readonly { readonly x: number; readonly label: string; readonly below?: string }[]
  /** Parts of more than one day, which are shortened. */
  readonly shortened: readonly (readonly [from: number, to: number])[]
}

/** Acts that are closer together share a place on the axis. */
const leastApart = 5 * minuteMs

/** Pixels between the middles of two labels: a date has about 66 pixels. */
const labelWidth = 74

export function axisOf(picture: Picture, range: readonly [from: number, to: number]): Axis {
  const { from, to, lanes, acts, alerts } = picture
  const times = [
    ...[from, to, ...acts.map(({ at }) => at), ...alerts.map(({ at }) => at)],
    ...lanes.shown.flatMap(({ granted, revoked }) => [granted ?? from, revoked ?? from]),
  ].map((at) => Date.parse(at))
  const knots: number[] = []
  for (const at of times.sort((a, b) => a - b)) if (at - (knots.at(-1) ?? 0) >= leastApart) knots.push(at)
  const end = (knots.at(-1) ?? 0) + 2 * leastApart
  const gaps = [...knots.slice(1), end].map((at, i) => at - (knots[i] as number))
  const weights = gaps.map((ms) => Math.log2(1 + ms / (2 * leastApart)))
  const unit = (range[1] - range[0]) / weights.reduce((sum, weight) => sum + weight, 0)
  const starts = [range[0]]
  for (const weight of weights) starts.push((starts.at(-1) as number) + weight * unit)
  const scale = scaleUtc()
    .domain([...knots, end])
    .range(starts)
  const rounded = (x: number) => Math.round(x * 10) / 10
  return {
    place: (at) => rounded(scale(new Date(at))),
    ticks: ticksOf(knots, (at) => rounded(scale(at))),
    shortened: gaps.flatMap((ms, i) =>
      ms > dayMs ? [[rounded(starts[i] as number), rounded(starts[i + 1] as number)] as const] : [],
    ),
  }
}

/** Labels the first act of each day with the date and the time below it, and further acts with the time of day. */
function ticksOf(knots: readonly number[], place: (at: number) => number): Axis['ticks'] {
  const ticks: { x: number; label: string; below?: string }[] = []
  const days = new Set<string>()
  for (const at of knots) {
    const [day = '', time = ''] = new Date(at).toISOString().split('T')
    const x = place(at)
    if (x - (ticks.at(-1)?.x ?? -labelWidth) < labelWidth) continue
    const clock = time.slice(0, 5)
    ticks.push(days.has(day) ? { x, label: clock } : { x, label: day, below: clock })
    days.add(day)
  }
  return ticks
}
