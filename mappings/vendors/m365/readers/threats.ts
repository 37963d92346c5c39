// Microsoft Defender for Office 365: judged messages, clicked links and files (record types 28, 41 and 47).
import { isObject } from '../../../kernel/json.ts'
import { toLong } from '../../../lib/convert.ts'
import { put } from '../../../lib/put.ts'
import { objectsOf, textOf } from '../../microsoft/readers/values.ts'
import type { AuditDraft } from './audit-record.ts'
import { readUrl } from './files.ts'
import { recordType } from './record.ts'

function readMessage({ record, document }: AuditDraft): void {
  const family = objectsOf(record.AttachmentData).flatMap(({ MalwareFamily: name }) => textOf(name) ?? [])[0]
  if (family !== undefined) document.threat = { ...document.threat, software: { name: family } }
}

function readClick(draft: AuditDraft): void {
  const url = textOf(draft.record.Url)
  if (url === undefined) return
  draft.document.url = { ...draft.document.url, original: url }
  readUrl(draft)
}

function readJudgedFile({ record, document }: AuditDraft): void {
  const data = record.FileData
  if (!isObject(data)) return
  const file: NonNullable<typeof document.file> = { ...document.file }
  put(file, 'name', textOf(data.FileName))
  put(file, 'path', textOf(data.FilePath))
  put(file, 'size', toLong(data.FileSize))
  const sha256 = textOf(data.SHA256)
  if (sha256 !== undefined) file.hash = { ...file.hash, sha256 }
  if (Object.keys(file).length > 0) document.file = file
  const family = textOf(data.MalwareFamily)
  if (family !== undefined) document.threat = { ...document.threat, software: { name: family } }
}

export function readThreat(draft: AuditDraft): void {
  switch (recordType(draft.record)) {
    case 28:
      readMessage(draft)
      break
    case 41:
      readClick(draft)
      break
    case 47:
      readJudgedFile(draft)
      break
    default:
  }
}
