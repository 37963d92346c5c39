// Agent identities of Entra: blueprint principals and their agents in sign-ins and in the directory audit.
import type { RawRecord } from './campaign.ts'
import { type App, Log, makeApp, type Named } from './microsoft-tenant.ts'

/** The audience for which a blueprint gets the token that it exchanges for the token of an agent. */
export const tokenExchange: Named = {
  name: 'AAD Token Exchange Endpoint',
  appId: 'fb60f99c-7a34-4190-8149-302f77469936',
}

/** An agent of the blueprint `blueprint`. It has no key of its own. */
export const makeAgent = (log: Log, name: string, blueprint: App): App =>
  makeApp(log.random, name, blueprint.ownerTenant, { keyId: '', ip: blueprint.ip, agent: blueprint.agent })

const members = (value: unknown): RawRecord => (value ?? {}) as RawRecord

/** Forwards records to `outer`, with the members that Entra adds for agents. */
class AgentLog extends Log {
  readonly #outer: Log
  readonly #blueprint: App

  constructor(outer: Log, blueprint: App) {
    super(outer.random, outer.tenant, outer.entra)
    this.#outer = outer
    this.#blueprint = blueprint
  }

  #kind(id: unknown, type: unknown): string {
    if (id === this.#blueprint.spId) return 'agentIdentityBlueprintPrincipal'
    return type === 'ServicePrincipal' && id !== this.tenant.graph.spId ? 'agenticAppInstance' : 'notAgentic'
  }

  override add(at: number, id: string, record: RawRecord): string {
    const inner = members(record.properties)
    const own = inner.servicePrincipalId === this.#blueprint.spId
    const by = members(inner.initiatedBy)
    const app = members(by.app)
    const marked = inner.servicePrincipalId
      ? {
          agent: {
            agentType: own ? 'agentIdentityBlueprintPrincipal' : 'agenticAppInstance',
            agentSubjectType: own ? 'agentIdentityBlueprintPrincipal' : 'agenticAppInstance',
            agentSubjectParentId: own ? '' : this.#blueprint.objectId,
            parentAppId: own ? '' : this.#blueprint.appId,
          },
        }
      : {
          initiatedBy: by.app
            ? { ...by, app: { ...app, agentType: this.#kind(app.servicePrincipalId, 'ServicePrincipal') } }
            : by,
          targetResources: ((inner.targetResources ?? []) as readonly RawRecord[]).map((target) => ({
            ...target,
            agentType: this.#kind(target.id, target.type),
          })),
        }
    return this.#outer.add(at, id, { ...record, properties: { ...inner, ...marked } })
  }
}

/** A view of `log` for sign-ins and audit records about `blueprint` and its agents, and of nothing else. */
export const agentLog = (log: Log, blueprint: App): Log => new AgentLog(log, blueprint)
