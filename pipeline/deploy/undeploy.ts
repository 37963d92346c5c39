// Removes the deployed objects from a Kibana space: rules with our note, our exception lists, our saved objects and the
// Timeline template. Data, index templates and alerts stay.
import { tagId } from '../../dashboards/lib/kibana/ids.ts'
import type { SavedObject } from '../../dashboards/lib/kibana/saved-object.ts'
import type { JsonObject } from '../../mappings/kernel/json.ts'
import { deployedOf } from '../../rules/lib/deploy/comparable.ts'
import { isChangedByOthers } from '../../rules/lib/deploy/item-note.ts'
import type { Kibana } from '../clients/kibana.ts'
import { readRules } from './deploy.ts'
import { readItems, readList } from './exceptions.ts'
import { deleteObject, type RetiredObject, readOurObjects, toRetired } from './saved-objects.ts'
import { planTimeline, removeTimeline, type TimelinePlan } from './timeline.ts'
import { Writer, type Written } from './writer.ts'

export interface Removal {
  readonly rules: readonly { readonly id: string; readonly name: string }[]
  readonly lists: readonly { readonly id: string; readonly name: string }[]
  readonly objects: readonly RetiredObject[]
  readonly timeline: TimelinePlan
  /** Our lists that stay, because Kibana users created or changed items in them. */
  readonly keptLists: readonly { readonly id: string; readonly name: string; readonly items: number }[]
}

/** Reads the objects that a removal deletes. `lists` and `objects` are all that the pack can deploy. */
export async function planRemoval(
  kibana: Kibana,
  pack: { readonly lists: readonly JsonObject[]; readonly objects: readonly SavedObject[] },
): Promise<Removal> {
  const rules = (await readRules(kibana))
    .filter((rule) => deployedOf(rule) !== undefined)
    .map((rule) => ({ id: String(rule.rule_id), name: String(rule.name) }))
  const lists: { id: string; name: string }[] = []
  const keptLists: { id: string; name: string; items: number }[] = []
  for (const { list_id: listId, name } of pack.lists) {
    const list = { id: String(listId), name: String(name) }
    if ((await readList(kibana, list.id)) === undefined) continue
    const items = (await readItems(kibana, list.id)).filter(isChangedByOthers).length
    if (items === 0) lists.push(list)
    else keptLists.push({ ...list, items })
  }
  const objects = (await readOurObjects(kibana, pack.objects)).map(toRetired)
  return { rules, lists, objects, keptLists, timeline: await planTimeline(kibana) }
}

/** Deletes the objects of a plan: rules first, because they refer to the lists. */
export async function applyRemoval(
  kibana: Kibana,
  { rules, lists, objects, timeline }: Removal,
  onWritten?: (written: Written) => void,
): Promise<Written[]> {
  const writer = new Writer(kibana, onWritten)
  for (const { id, name } of rules)
    await writer.send(`delete rule ${name}`, 'DELETE', `/detection_engine/rules?rule_id=${encodeURIComponent(id)}`)
  for (const { id, name } of lists)
    await writer.send(
      `delete exception list ${name}`,
      'DELETE',
      `/exception_lists?list_id=${encodeURIComponent(id)}&namespace_type=single`,
    )
  await removeTimeline(timeline, writer)
  const [tags, tagged] = [objects.filter(({ id }) => id === tagId), objects.filter(({ id }) => id !== tagId)]
  for (const object of tagged) await deleteObject(object, writer)
  // Deletes the tag last, or keeps it if Kibana refused to delete an object: the next removal needs the tag.
  if (writer.done.every(({ refused }) => refused === undefined))
    for (const object of tags) await deleteObject(object, writer)
  return writer.done
}
