// Spans of time as the fields have them.
import { dayMs, hourMs } from '../../mappings/kernel/durations.ts'

export function daysBetween(from: number, to: number): number {
  return Math.floor((to - from) / dayMs)
}

/** Hours from one moment to another, to the hundredth. */
export function hoursBetween(from: number, to: number): number {
  return Math.round(((to - from) / hourMs) * 100) / 100
}

/** Epoch milliseconds as documents have them. */
export function isoTime(at: number): string {
  const day = Math.floor(at / dayMs)
  if (day !== lastDay) {
    lastDay = day
    lastDate = new Date(at).toISOString().slice(0, -13)
  }
  const ms = at - day * dayMs
  const seconds = Math.floor(ms / 1000)
  return `${lastDate}${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}.${String(ms % 1000).padStart(3, '0')}Z`
}

// Making the text of a date costs more than the rest of a annotation, and most times of a batch share few dates.
let lastDay = Number.NaN
let lastDate = ''
const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** The entity store keeps one time of use in an hour: `the hour from 2026-03-11T09:00Z`. */
export function hourOf(iso: string): string {
  return `the hour from ${iso.slice(0, 13)}:00Z`
}
