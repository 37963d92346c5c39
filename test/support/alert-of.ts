import type { Alert } from '../../rules/lib/alert.ts'

/** An alert without events and without an application. `more` replaces members. */
export const alertOf = (more: Partial<Alert>): Alert => ({
  '@timestamp': '2026-03-11T09:00:00.000Z',
  rule: { id: 'r', name: 'r' },
  severity: 'medium',
  risk_score: 47,
  reason: 'r',
  settled: true,
  events: [],
  ...more,
})
