// The ECS fields that our documents may contain. The catalog in this folder is reduced to them, so that nothing loads
// the whole of ECS at run time.
import { words } from '../fields/field.ts'

export const usedEcsFields = words(`
  @timestamp message tags client.address client.ip client.port client.domain cloud.project.id cloud.provider
  data_stream.type data_stream.dataset data_stream.namespace destination.ip destination.domain destination.user.id
  destination.user.email destination.user.name destination.user.domain device.id device.model.name ecs.version
  email.attachments email.attachments.file.name email.attachments.file.extension email.attachments.file.size
  email.attachments.file.hash.sha256 email.delivery_timestamp email.direction email.from.address email.local_id
  email.message_id email.sender.address email.subject email.to.address error.code error.message event.action
  event.category event.code event.created event.dataset event.duration event.end event.hash event.id event.ingested
  event.kind event.module event.original event.outcome event.provider event.reason event.severity event.start
  event.type file.directory file.extension file.hash.md5 file.hash.sha1 file.hash.sha256 file.hash.sha512 file.inode
  file.mtime file.name file.owner file.path file.size file.type group.domain group.id group.name host.domain host.id
  host.ip host.name host.os.full host.os.name host.os.platform host.os.type host.os.version http.request.id
  http.request.method http.response.bytes http.response.status_code log.level log.logger network.name
  observer.product observer.vendor organization.id organization.name process.name related.hash related.hosts
  related.ip related.user rule.category rule.description rule.id rule.name rule.reference rule.ruleset server.address
  server.domain server.ip service.id service.name source.address source.as.number source.as.organization.name
  source.domain source.geo.city_name source.geo.continent_name source.geo.country_iso_code source.geo.country_name
  source.geo.location source.geo.region_iso_code source.geo.region_name source.ip source.port source.user.domain
  source.user.email source.user.id source.user.name threat.software.name trace.id url.domain url.extension
  url.fragment url.full url.original url.path url.port url.query url.scheme user.changes.email user.domain user.email
  user.full_name user.id user.name user.target.domain user.target.email user.target.full_name user.target.id user.target.name
  user_agent.name user_agent.original
`)

/** Fields that have one value in ECS, but several values in our documents and in Elastic's documents. */
export const listsBeyondEcs = words(`
  destination.user.email email.local_id email.message_id email.sender.address email.subject error.message rule.id
  rule.name rule.reference
`)
