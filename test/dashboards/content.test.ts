import { describe, expect, it } from 'vitest'
import { checkDashboards } from '../../dashboards/lib/check-dashboards.ts'
import type { Dashboard } from '../../dashboards/lib/dashboard.ts'
import { renderDashboards } from '../../dashboards/lib/emit.ts'
import { checkArtifacts } from '../../mappings/kernel/artifact.ts'
import { loadContent } from '../../mappings/kernel/discover.ts'

describe('the dashboards of the pack', async () => {
  const contents = await loadContent<Dashboard>('dashboards', 'dashboard')

  it('are found', () => {
    expect(contents.map(({ value }) => value.id)).toContain('consents-and-grants')
  })

  it('have no findings', () => {
    expect(checkDashboards(contents)).toEqual([])
  })

  it('stand in dashboards/generated as they are made', () => {
    expect(checkArtifacts(renderDashboards(contents))).toEqual([])
  })
})
