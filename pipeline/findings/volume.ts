// Unusual volume: the data that an application read from one account on one day, compared with its own history. An
// attacker below every burst limit still has to transfer the data on some day.
import { entityKey } from '../../mappings/entities/key.ts'
import { dayMs } from '../../mappings/kernel/durations.ts'
import { about, idsOfAccount, idsOfApp, isFirstParty } from './about.ts'
import { type EventReference, type Finding, type FindingFacts, toFinding } from './finding.ts'
import type { History, Measure, PassOptions, UsualVolume, Volume } from './history.ts'
import { daysEndingIn, type FindingSettings, type Span } from './settings.ts'

/** With fewer active days before, the usual volume of an application is unknown. */
const leastDays = 5
/** The end of a quarter is as busy as the end of the previous quarter. */
const peakFactor = 2
/** With fewer earlier weeks, an account has no baseline of its own. */
const leastWeeks = 4
/** Fewer items are unusual only if they exceed twice the busiest week of the account. */
const weekFactor = 2
/** The fraction of the minimum that they must reach. */
const smallPart = 1 / 2
/** The same if they are far above the usual volume: a mailbox read once instead of one message. */
const leastPart = 1 / 10
const farFactor = 20
/** Only this log counts messages. In other logs, an item is a call, and one task of a user causes dozens of calls. */
const countsMessages = 'o365.audit'

export async function findVolumes({ history, settings, environment }: PassOptions, span: Span): Promise<Finding[]> {
  const least = { items: settings.volumeItems * leastPart, bytes: settings.volumeBytes }
  const found: Finding[] = []
  for (const day of daysEndingIn(span)) {
    // A backup reads much of every mailbox every day, so its usual volume is queried only once.
    const usuals = new Map<string, UsualVolume | undefined>()
    for (const volume of await history.volumes(day, least)) {
      const { vendor, tenant, dataset, app } = volume
      const key = entityKey(vendor, tenant, dataset, app)
      if (!usuals.has(key)) usuals.set(key, await history.usualVolume(volume, day))
      const usual = usuals.get(key)
      const measure = usual === undefined ? undefined : await excess(volume, usual, day, settings, history)
      if (usual === undefined || measure === undefined) continue
      const events = await history.eventsOf(volume, day)
      const facts = await history.read((lookup) =>
        describe({ vendor, tenant, at: day + dayMs, lookup, environment }, volume, usual, measure, events),
      )
      if (facts !== undefined) found.push(toFinding(facts))
    }
  }
  return found
}

async function excess(
  volume: Volume,
  { days, mean, peak }: UsualVolume,
  day: number,
  { volumeFactor, volumeItems, volumeBytes }: FindingSettings,
  history: History,
): Promise<Measure | undefined> {
  if (days < leastDays) return undefined
  const { amounts, account } = volume
  const isExcess = (measure: Measure, least: number, factor = volumeFactor) =>
    amounts[measure] >= least &&
    amounts[measure] >= factor * mean[measure] &&
    amounts[measure] >= peakFactor * peak[measure]
  if (isExcess('items', volumeItems)) return 'items'
  if (isExcess('bytes', volumeBytes)) return 'bytes'
  const isSmall = isExcess('items', volumeItems * smallPart)
  if (account === '' || !(isSmall || isExcess('items', volumeItems * leastPart, farFactor))) return undefined
  if (!isSmall && !(await isOfMail(volume, day, history))) return undefined
  const { weeks, most } = await history.usualWeeks(volume, day)
  return weeks >= leastWeeks && amounts.items >= weekFactor * most ? 'items' : undefined
}

/** Whether most items of a volume are messages. A picker or an import reads a folder of files in one task. */
async function isOfMail(volume: Volume, day: number, history: History): Promise<boolean> {
  return volume.dataset === countsMessages && (await history.messagesIn(volume, day)) * 2 >= volume.amounts.items
}

function amountText(amount: number, measure: Measure): string {
  switch (measure) {
    case 'items':
      return amount === 1 ? '1 item' : `${amount} items`
    case 'bytes':
      return `${Math.round(amount / 100_000) / 10} MB`
  }
}

function describe(
  moment: Parameters<typeof about>[0],
  { app, account, amounts, vendor, tenant, dataset }: Volume,
  usual: UsualVolume,
  measure: Measure,
  events: readonly EventReference[],
): FindingFacts | undefined {
  const appIds = idsOfApp(moment, app)
  if (isFirstParty(moment, appIds)) return undefined
  const identities = account === '' ? undefined : idsOfAccount(moment, account)
  const groups = about(moment, appIds, identities)
  const value = amounts[measure]
  const baseline = Math.round(usual.mean[measure] * 100) / 100
  const whose = account === '' ? '' : ` of ${account}`
  return {
    kind: 'volume',
    vendor,
    tenant,
    entity: [dataset, app, account],
    due: moment.at,
    message: `"${groups.service?.name}" took ${amountText(value, measure)}${whose} in a day; on a day it usually takes ${amountText(baseline, measure)}`,
    events,
    value,
    baseline,
    about: { ...groups, oauth: { ...groups.oauth, activity: { [measure]: value } } },
  }
}
