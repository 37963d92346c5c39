// The JSON output of a hunt: the summary, the applications with alerts, and the data that they accessed.
import type { HuntSummary } from '../hunt/hunt.ts'
import type { AppRow, Report, TakenRow } from '../hunt/report/model.ts'
import { safeJson } from './terminal.ts'

export function huntJson(
  summary: HuntSummary,
  { apps, otherApps, accepted, taken, unknowns, summary: { connections } }: Report,
): string {
  return safeJson({
    ...summary,
    applications: [...apps.shown, ...otherApps.shown].map(brief),
    dataTaken: taken.map(flat),
    acceptedPasswords: { accounts: accepted.rows, steps: accepted.steps, gaps: accepted.gaps },
    connections,
    notKnown: unknowns.shown,
    omitted: { applications: apps.more + otherApps.more, notKnown: unknowns.more },
  })
}

function brief({ id, name, tenant, severity, alerts, first, last, standing, ended, late, keys }: AppRow) {
  return {
    id,
    name,
    tenant,
    severity,
    alerts,
    first,
    last,
    activeGrants: standing,
    ended,
    lateUse: late?.sentence,
    keys,
  }
}

/** Omits the position in the report, and the uses for its chart. */
function flat({ card: _, isOutside: ___, kinds: ____, holders, networks, items, ...totals }: TakenRow) {
  return {
    ...totals,
    holders: { ...holders, shown: holders.shown.map(({ uses: __, ...holder }) => holder) },
    networks,
    items,
  }
}
