// The IDs of a fictional person or application, in the vendors' formats. The same seed gives the same IDs.
import { digits, guid, hexadecimal } from '../baseline/chance.ts'

/** Microsoft: directory object, PUID, mailbox and SID. Google: profile. */
export interface PersonIds {
  readonly object: string
  readonly puid: string
  readonly mailbox: string
  readonly sid: string
  readonly profile: string
}

/**
 * Microsoft: client, service principal, application object, credential. Google: client, and the project number with
 * which it begins.
 */
export interface AppIds {
  readonly microsoft: string
  readonly principal: string
  readonly registration: string
  readonly key: string
  readonly google: string
  readonly project: string
}

export function personIds(...seed: readonly string[]): PersonIds {
  return {
    object: guid(...seed, 'object'),
    puid: `1003200${hexadecimal(9, ...seed, 'puid')}`,
    mailbox: guid(...seed, 'mailbox'),
    sid: `S-1-5-21-1111111111-222222222-3333333333-${digits(7, ...seed, 'sid')}`,
    profile: digits(21, ...seed, 'profile'),
  }
}

export function appIds(...seed: readonly string[]): AppIds {
  const project = digits(12, ...seed, 'project')
  const client = hexadecimal(32, ...seed, 'client').toLowerCase()
  return {
    microsoft: guid(...seed, 'microsoft'),
    principal: guid(...seed, 'principal'),
    registration: guid(...seed, 'registration'),
    key: guid(...seed, 'key'),
    google: `${project}-${client}.apps.googleusercontent.com`,
    project,
  }
}
