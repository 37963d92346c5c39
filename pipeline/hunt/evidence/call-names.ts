// Names in the URL of a call: sites, lists, sheets, folders, files and values. A part that is neither a known API word nor
// an ID gets a pseudonym.
import { decoded } from './data-taken.ts'

/** Words in the paths of the Microsoft Graph, SharePoint and Google APIs, in lower case. */
const apiWords: ReadonlySet<string> = new Set(
  `$batch $count $entity $links $metadata $ref $value _api _layouts _vti_bin about access accesspackages activities
  addkey addpassword address addresses admin administrativeunits agreements alerts alerts_v2 alias aliases allitems
  allmessages append appid applications approleassignedto approleassignments apps archive assignments attachments
  audit auditlogs auth authentication batchdelete batchget batchmodify batchupdate beta bin bucket buckets calendar
  calendargroups calendarlist calendars calendarview calls certificates changes channel channels chat chats
  checkmembergroups checkmemberobjects children clear client clients clone cloudidentity columns comments common
  communications compliance conditionalaccess connections contactfolders contacts content contenttypes contenturi
  conversations copy copyto count createlink createuploadsession current customers dataset datasets default delegates
  deleted deleteditems deleteitems delta describe detecteditems devicemanagement devices directory directoryaudits
  directoryobjects directoryroles discovery documents documentset domains download drafts drive drives ediscovery
  emails enddatetime entitlementmanagement environments event eventid events export extensions external
  federatedidentitycredentials fields file files filterbyurl findings findmeetingtimes flows folder folders
  following forward forwardingaddresses functions generateaccesstoken generatecontent get getactivitiesbyinterval
  getallmessages getallsites getbyid getbyids getbypath getbytitle getemailactivityuserdetail getfilebyid
  getfilebyserverrelativepath getfilebyserverrelativeurl getfilebyurl getfolderbyid getfolderbyserverrelativepath
  getfolderbyserverrelativeurl getlist getmailtips getmembergroups getmemberobjects getoffice365activeuserdetail
  getpresencesbyuserid gmail grant graphql group grouplifecyclepolicies groups history hostedcontents hosts iam id
  identity identitygovernance identityprotection identityproviders import in inbox inferenceclassification
  informationprotection insert insights instances invitations invite invoke is item itemat items joinedteams junkemail
  keepnotes keys labels lastmodifiedby licensedetails list listdata listitem listitems lists locations lookup mail
  mailboxsettings mailfolders manager me memberof members memberships message messagerules messages methods mobile
  modify move moveto my name named note notebook notebooks notes oauth2permissiongrants onedrive onenote
  onlinemeetings openbinarystream operations organization organizationbranding orgunits outlook owneddevices
  ownedobjects owners owssvc page pages parent path people periodstart permission permissiongrants permissions
  personal photo photos photoslibrary pinnedchats places plan planner plans policies posts presence preview primary
  privilegedaccess processquery profile profilephoto projects provisioning query range raw read recent recordings
  reminders replies reply replyall reports resources revisions revokesigninsessions riskdetections
  riskyserviceprincipals riskyusers roleassignments roledefinitions rolemanagement roles rooms root run s schema
  search searchcontacts searchentities secrets section sections security send sendas sendmail sentitems
  serviceaccounts serviceprincipalriskdetections serviceprincipals sessions settings shared sharedwithme shares
  significantobjects signins site sitepages sites siteusers spaces special spreadsheets start startdatetime storage
  subscribedskus subscriptions tables tags task tasks teams tenantid tenantrelationships termstore text thread threads
  thumbnails to todo token tokens topics transcripts transitivememberof transitivemembers trash update upload
  uploadtype upn usedrange user userinfo userinsightssettings userprincipalname users values versions view views watch
  web webs workbook workflows worksheets`.split(/\s+/),
)
/** IDs are not names: GUIDs, IDs of drives, drive items and messages, numbers, and Google IDs. */
const plainId =
  /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|b![\w-]*|01[A-Z\d]{3,}|\d+|v\d+(?:\.\d+)?|AA[MQ]k[\w-]{60,}=*|1[\w-]{32}|1[\w-]{43}|0A[\w-]{17}|[\da-f]{16}|[a-z]|[a-z]{1,3}\d+|microsoft\.graph\.[a-z]+|true|false|me)$/i
/** A pseudonym, an address, or a host: the tenant and the person in it are replaced elsewhere. */
const replacedElsewhere =
  /^(?:(?:person|tenant|file|text)-[\da-f]{10}(?:\.[a-z\d]{1,5})?|[^\s@]+(?:@|=40)[\w-]+(?:\.[\w-]+)+|[a-z\d-]+\.sharepoint\.(?:com|us|cn|de))$/i

/** In a call: the path or name of a file in Microsoft Graph, in a capture group; or a path segment. */
const segment =
  /((?<=(?:root|items\/[^/:]+):\/)[^?"]+?(?=:\/|:?(?:[?"]|$))|(?<=\/children\/)[^/:?]+)|(?<=[^/]\/|^\/|[^/:]:)[^/:?&]+?(?=(?:'\)?)?(?:[/:?&]|$))/gi
/** The parts of a segment: the names and the values of a function. */
const segmentPart = /[^()'",;=@]+(?:@[^()'",;=]+)?/g
/** The value of a parameter. The redactor has already replaced searches and filters. */
const value = /(?<=[?&](?!\$?(?:search|query|q|filter|select|expand|orderby)=)[\w$@.%-]+=)[^&]+/gi
const extension = /\.[a-z\d]{1,5}$/i

export interface CallPseudonyms {
  readonly isFile: (name: string) => boolean
  readonly file: (path: string) => string
  readonly text: (name: string) => string
}

/** Returns the call without names. */
export function withoutNames(call: string, { isFile, file, text }: CallPseudonyms): string {
  const isKept = (name: string) =>
    apiWords.has(name.toLowerCase()) || plainId.test(name) || replacedElsewhere.test(name)
  const part = (each: string) => {
    const name = decoded(each)
    return name.trim() === '' || isKept(name) ? each : text(name)
  }
  return call
    .replace(/%(?:25)*27/g, "'")
    .replace(segment, (found: string, path: string | undefined) => {
      const name = decoded(found)
      if (path === undefined && !isFile(name) && isKept(name)) return found
      const named = path !== undefined || isFile(name) || (extension.test(name) && !/[@(]/.test(name))
      return named ? file(found) : found.replace(segmentPart, part)
    })
    .replace(value, (found) => (/^'?\//.test(found) ? found : found.replace(segmentPart, part)))
}
