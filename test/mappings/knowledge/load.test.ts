import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tiers } from '../../../mappings/fields/oauth.ts'
import { packageRoot } from '../../../mappings/kernel/package-root.ts'
import * as data from '../../../mappings/knowledge/load.ts'

const folder = join(packageRoot, 'mappings', 'knowledge')
const files = readdirSync(folder).filter((name) => name.endsWith('.json'))

describe.each(files)('%s', (file) => {
  const text = readFileSync(join(folder, file), 'utf8')
  const { sources, entries } = JSON.parse(text) as {
    sources: { id: string; license: string }[]
    entries: Record<string, unknown>[]
  }

  it('the knowledge file has one entry per line, so that diffs are readable', () => {
    const lines = text.slice(text.indexOf('"entries"')).split('\n').slice(1, -3)
    expect(lines.map((line) => JSON.parse(line.replace(/,$/, '')))).toEqual(entries)
  })

  it('the knowledge file names the license of every source', () => {
    expect(sources.filter(({ license }) => !license)).toEqual([])
  })

  it('an entry of the knowledge file names only sources that the file lists', () => {
    const ids = new Set(sources.map(({ id }) => id))
    const named = entries.flatMap(({ source, tierSource }) => [source, tierSource].filter((id) => id !== undefined))
    expect(named.filter((id) => !ids.has(id as string))).toEqual([])
  })

  it('the knowledge file contains only the four tiers', () => {
    expect(entries.filter(({ tier }) => tier !== undefined && !tiers.includes(tier as never))).toEqual([])
  })
})

it('no knowledge table is empty, and its IDs are unique and in lower case', () => {
  const ids = [
    data.microsoftFirstPartyApps().map((app) => app.appId),
    data.microsoftResources().map((resource) => resource.appId),
    data.microsoftOwnerTenants().map((tenant) => tenant.tenantId),
    data.microsoftDirectoryRoles().map((role) => role.templateId),
    data.microsoftPermissions().map(({ resourceAppId, type, id }) => [resourceAppId, type, id].join(' ')),
    data.googleScopes().map((scope) => scope.scope),
    data.googleProjects().map(({ project }) => project),
    data.hostingProviders().map(({ number }) => String(number)),
    data.abusedApps().map((app) => app.appId ?? app.name.toLowerCase()),
  ]
  for (const list of ids) {
    expect(list.length).toBeGreaterThan(0)
    expect(new Set(list).size).toBe(list.length)
    expect(list.filter((id) => id !== id.toLowerCase())).toEqual([])
  }
})

it('every permission belongs to a resource with a name', () => {
  const known = new Set(data.microsoftResources().map((resource) => resource.appId))
  expect(data.microsoftPermissions().filter(({ resourceAppId }) => !known.has(resourceAppId))).toEqual([])
})

it('every combination names existing permissions', () => {
  const known = new Set(data.microsoftPermissions().map(({ name }) => name.toLowerCase()))
  const named = data
    .permissionCombinations()
    .flatMap(({ allOf = [], anyOf = [], plus = [], exactly = [] }) => [...allOf, ...anyOf, ...plus, ...exactly])
  expect(named.filter((name) => !known.has(name.toLowerCase()))).toEqual([])
})

it('no abused application is also a Microsoft application', () => {
  const first = new Set(data.microsoftFirstPartyApps().map((app) => app.appId))
  expect(data.abusedApps().filter(({ appId }) => appId !== undefined && first.has(appId))).toEqual([])
})
