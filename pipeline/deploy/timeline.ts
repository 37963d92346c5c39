// Deploys the Timeline template of the rules (https://www.elastic.co/docs/api/doc/kibana/group/endpoint-security-timeline-api).
import { isObject, type JsonObject } from '../../mappings/kernel/json.ts'
import { timelineRequest, timelineTemplate } from '../../rules/lib/timeline-template.ts'
import { type Kibana, refusal } from '../clients/kibana.ts'
import type { Writer } from './writer.ts'

export interface TimelinePlan {
  readonly kind: 'create' | 'update' | 'same'
  readonly held?: { readonly timelineId: string; readonly version: string }
}

/** Reads the template of our id. A newer version than ours stays. */
export async function planTimeline(kibana: Kibana): Promise<TimelinePlan> {
  const answer = await kibana.send('GET', `/timeline?template_timeline_id=${timelineTemplate.id}`)
  if (!answer.ok && answer.status !== 404) throw refusal(kibana, 'the Timeline template cannot be read', answer)
  const template = answer.ok ? templateOf(answer.body) : undefined
  if (template === undefined) return { kind: 'create' }
  const held = { timelineId: String(template.savedObjectId), version: String(template.version) }
  const isOlder = Number(template.templateTimelineVersion ?? 0) < timelineTemplate.version
  return { kind: isOlder ? 'update' : 'same', held }
}

export async function applyTimeline({ kind, held }: TimelinePlan, writer: Writer): Promise<void> {
  if (kind === 'same') return
  const what = `${kind} Timeline template ${timelineTemplate.title}`
  await writer.send(what, kind === 'create' ? 'POST' : 'PATCH', '/timeline', { ...timelineRequest(), ...held })
}

export async function removeTimeline({ held }: TimelinePlan, writer: Writer): Promise<void> {
  if (held === undefined) return
  const what = `delete Timeline template ${timelineTemplate.title}`
  await writer.send(what, 'DELETE', '/timeline', { savedObjectIds: [held.timelineId] })
}

/** Kibana up to 8.17 wraps the template in `data.getOneTimeline`. */
function templateOf(body: unknown): JsonObject | undefined {
  const data = isObject(body) && isObject(body.data) ? body.data.getOneTimeline : body
  return isObject(data) && data.templateTimelineId === timelineTemplate.id ? data : undefined
}
