// The limits of ZIP archives, for each command that reads exports.
import { defaultZipLimits, type ZipLimits } from '../framing/zip.ts'
import type { CommonOptions } from './common-options.ts'

export function zipLimits({ maxMembers, maxExtracted }: CommonOptions): ZipLimits {
  return {
    members: maxMembers ?? defaultZipLimits.members,
    extractedBytes: maxExtracted === undefined ? defaultZipLimits.extractedBytes : maxExtracted * 1e9,
  }
}
