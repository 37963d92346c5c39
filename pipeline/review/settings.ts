// The settings that an application changed: they remain after its access is revoked.
import type { Transition } from '../../mappings/entities/transitions.ts'
import { present } from '../../mappings/kernel/present.ts'
import { isoTime } from '../entity-store/age.ts'
import { type MailSetting, parseSetting } from '../entity-store/mail-settings.ts'

export interface ReviewedSetting extends MailSetting {
  readonly at: string
  /** The Exchange command, or the method of a call. */
  readonly operation: string
  readonly by?: string
}

/** Earliest first. */
export const reviewSettings = (transitions: readonly Transition[]): ReviewedSetting[] =>
  transitions
    .map(({ at, by, detail, value }) => ({
      ...{ at: isoTime(at), operation: value, ...present({ by }) },
      ...parseSetting(detail),
    }))
    .reverse()

/** Returns the object of a setting: `rule "Invoices" of mara@…, forwards to eve@…`. */
export function settingInWords({ holder, rights, rule, target, to }: MailSetting): string {
  const what = [rule === '' ? '' : `rule ${JSON.stringify(rule)}`, target].filter((part) => part !== '').join(' of ')
  const who = holder === '' ? '' : `${rights === '' ? 'access' : rights} for ${holder}`
  return [what, who, to === '' ? '' : `forwards to ${to}`].filter((part) => part !== '').join(', ')
}

/** The settings to undo: a removal leaves nothing behind. */
export const openSettings = (settings: readonly ReviewedSetting[]): readonly ReviewedSetting[] =>
  settings.filter(({ operation }) => !/^(?:remove|disable|clear)-|\.delete$|^DELETE /i.test(operation))
