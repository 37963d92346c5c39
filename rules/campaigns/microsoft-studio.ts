// Agents of Copilot Studio in the unified audit log (record type 256).
import { stamp } from './microsoft-layouts.ts'
import type { Log, Person } from './microsoft-tenant.ts'

export interface Bot {
  readonly id: string
  readonly schema: string
  readonly environment: string
}

export const makeBot = (log: Log, schema: string): Bot => ({
  id: log.random.uuid(),
  schema: `cr${log.random.digits(3)}_${schema}`,
  environment: `Default-${log.tenant.id}`,
})

export type BotOperation =
  | 'BotCreate'
  | 'BotComponentCreate'
  | 'BotComponentUpdate'
  | 'BotUpdateOperation-BotAuthUpdate'
  | 'BotUpdateOperation-BotShare'
  | 'BotUpdateOperation-BotPublish'

/** A maker changes an agent. `more` are further properties without their common prefix. */
export const studio = (
  log: Log,
  at: number,
  operation: BotOperation,
  by: Person,
  bot: Bot,
  more: Readonly<Record<string, string>> = {},
  ip: string = by.ip,
): string => {
  const id = log.random.uuid()
  const prefix = 'powerplatform.analytics'
  const properties: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(more).map(([name, value]) => [`${prefix}.resource.${name}`, value])),
    [`${prefix}.resource.bot.id`]: bot.id,
    [`${prefix}.resource.bot.schema.name`]: bot.schema,
    version: '1.0',
    type: 'PowerPlatformAdministratorActivityRecord',
    [`${prefix}.activity.name`]: operation,
    [`${prefix}.activity.id`]: log.random.uuid(),
    [`${prefix}.resource.environment.id`]: bot.environment,
    'enduser.id': by.oid,
    'enduser.principal_name': by.upn,
    'enduser.ip_address': `::ffff:${ip}`,
    'user_agent.original': by.agent,
    [`${prefix}.resource.tenant.id`]: log.tenant.id,
  }
  return log.add(at, id, {
    CreationTime: stamp(at),
    Id: id,
    Operation: operation,
    OrganizationId: log.tenant.id,
    RecordType: 256,
    ResultStatus: 'Success',
    UserKey: by.oid,
    UserType: 0,
    Version: 1,
    Workload: 'PowerPlatform',
    UserId: by.upn,
    EnvironmentId: bot.environment,
    PropertyCollection: Object.entries(properties).map(([Name, Value]) => ({ Name, Value })),
  })
}

/** The change of the login of an agent, as the record prints it. */
export const login = (before: 'Integrated' | 'Custom', now: 'None' | 'Integrated' | 'Custom') => ({
  'bot.update_details.change': JSON.stringify([{ Name: 'AuthenticationMode', OldValue: before, NewValue: now }]),
})
