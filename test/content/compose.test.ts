// The compose files: the service has no administrator rights, has limits, and uses only settings that exist.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { packageRoot } from '../../mappings/kernel/package-root.ts'
import { type Setting, settings, variablesOf } from '../../pipeline/config/settings.ts'

interface Service {
  readonly command?: readonly string[]
  readonly environment: Readonly<Record<string, string | number>>
  readonly [option: string]: unknown
}

const read = (path: string) => readFileSync(join(packageRoot, path), 'utf8')
const servicesOf = (path: string) =>
  (parse(read(path), { merge: true }) as { services: Record<string, Service> }).services

const files = ['docker-compose.yml', 'pipeline/production/compose.yml']
const known = new Set(Object.values(settings as Readonly<Record<string, Setting>>).flatMap(variablesOf))

describe.each(files)('%s', (path) => {
  const services = servicesOf(path)
  const { consentry } = services
  const ours = Object.values(services).filter(({ command }) => command !== undefined)

  it('the Compose file runs the service as a user without further privileges', () => {
    expect(consentry?.command).toEqual(['run'])
    const { ES_USERNAME: user, ES_API_KEY_FILE: key } = consentry?.environment ?? {}
    expect(user ?? key).toBe(key ?? 'consentry-${CONSENTRY_NAMESPACE:-consentry}')
    expect(JSON.stringify(consentry)).not.toContain('ELASTIC_PASSWORD')
  })

  it('the Compose file limits every container, and drops all capabilities of our containers', () => {
    expect(Object.entries(services).filter(([, { mem_limit }]) => mem_limit === undefined)).toEqual([])
    for (const service of ours)
      expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'], cpus: 2, pids_limit: 200 })
  })

  it('the Compose file uses only settings that exist', () => {
    const used = ours.flatMap(({ environment }) => Object.keys(environment))
    expect(used.length).toBeGreaterThan(5)
    expect(used.filter((name) => !known.has(name))).toEqual([])
  })
})

it('the heap of each server is at most half of the mem_limit of its container', () => {
  const megabytes = (text: unknown) => {
    const [, size, unit] = /(\d+)([gm])/.exec(String(text)) ?? []
    return Number(size) * (unit === 'g' ? 1024 : 1)
  }
  const { kafka, elasticsearch } = servicesOf('docker-compose.yml')
  for (const [server, options] of [
    [kafka, kafka?.environment.KAFKA_HEAP_OPTS],
    [elasticsearch, elasticsearch?.environment.ES_JAVA_OPTS],
  ] as const) {
    const [heap] = /-Xmx\d+[gm]/.exec(String(options)) ?? []
    expect(megabytes(heap)).toBeLessThanOrEqual(megabytes(server?.mem_limit) / 2)
  }
})

it('.env.example contains the variables of docker-compose.yml', () => {
  const used = new Set([...read('docker-compose.yml').matchAll(/(?<!\$)\$\{([A-Z_]+)/g)].map(([, name = '']) => name))
  const example = read('.env.example')
  expect([...used].filter((name) => name !== 'CONSENTRY_IMAGE' && !example.includes(`${name}=`))).toEqual([])
})

it('the guide names the production example and each of its secrets', () => {
  const guide = read('pipeline/README.md')
  expect(guide).toContain('(production/compose.yml)')
  const { secrets } = parse(read('pipeline/production/compose.yml')) as { secrets: Record<string, { file: string }> }
  for (const list of ['.gitignore', '.dockerignore']) expect(read(list)).toContain('pipeline/production/secrets')
  for (const { file } of Object.values(secrets)) expect(guide).toContain(`\`${file.replace('./secrets/', '')}\``)
})
