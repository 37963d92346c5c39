// Conversion of times and time spans to the form of the document fields.
import { dayMs, hourMs } from '../../mappings/kernel/durations.ts'

export function daysBetween(from: number, to: number): number {
  return Math.floor((to - from) / dayMs)
}

/** Returns the hours between two moments, rounded to hundredths. */
export function hoursBetween(from: number, to: number): number {
  return Math.round(((to - from) / hourMs) * 100) / 100
}

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

// Formatting a date costs more than the rest of an annotation, and most times of a batch share a few dates.
let lastDay = Number.NaN
let lastDate = ''
const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

/** A time for a reader, in UTC, to the second: `2026-03-11T09:14:27Z`. */
export function time(iso: string): string {
  return iso.replace(/\.\d+Z$/, 'Z')
}

/** Describes the hour of a use, `the hour from 2026-03-11T09:00Z`: the entity store keeps one time of use per hour. */
export function hourOf(iso: string): string {
  return `the hour from ${startOfHour(iso)}`
}

/** The start of the hour of a use, such as `2026-03-11T09:00Z`. */
export const startOfHour = (iso: string): string => `${iso.slice(0, 13)}:00Z`
