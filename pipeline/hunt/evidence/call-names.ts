// Names in the URL of a call: sites, lists, sheets, folders, files and values. A part that is neither a known API word nor
// an ID gets a pseudonym.
import { decoded } from './data-taken.ts'
import { extensionOf } from './file-extension.ts'

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
  getpresencesbyuserid gmail grant graphql group grouplifecyclepolicies groups history hostedcontents hosts http https iam id
  identity identitygovernance identityprotection identityproviders import in inbox inferenceclassification
  informationprotection insert insights instances invitations invite invoke is item itemat items joinedteams junkemail
  keepnotes keys labels lastmodifiedby licensedetails list listdata listitem listitems lists locations lookup mail
  mailboxsettings mailfolders manager me memberof members memberships message messagerules messages methods mobile
  modify move moveto my name named note notebook notebooks notes oauth2 oauth2permissiongrants onedrive onenote
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
/** Words of `$select`, `$expand` and `$orderby`, in lower case. */
const properties: ReadonlySet<string> = new Set(
  `$select $expand $top asc desc appid bccrecipients body bodypreview ccrecipients createddatetime displayname fields
  from hasattachments internetmessageid isread lastmodifieddatetime mail parentfolderid receiveddatetime sender
  sentdatetime size subject torecipients userprincipalname weburl`.split(/\s+/),
)
/** IDs are no names: GUIDs, IDs of messages, and numbers. */
const plainId =
  /^(?:[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}|\d+|v\d+(?:\.\d+)?|AA[MQ]k[\w-]{60,}=*|[\da-f]{16}|[a-z]|true|false)$/i
/** IDs of drives and their items. A file ID of Google has digits between its letters; the ID of a shared drive ends with ROOT. */
const driveId =
  /^(?:b![\w-]{60,}|01[A-Z2-7]{32}|(?=(?:.*?[A-Za-z]\d+[A-Za-z]){2})1(?:[\w-]{32}|[\w-]{43})|0A[\w-]{11}Uk9PVA)$/
/** A pseudonym, or a host: the tenant in it is replaced elsewhere. */
const replacedElsewhere =
  /^(?:(?:person|tenant|file|text)-[\da-f]{10}(?:\.[a-z\d]{1,5})?|[a-z\d-]+\.sharepoint\.(?:com|us|cn|de))$/i

/** The method and the host of a call, its path, and its query. */
const partsOfCall = /^((?:[A-Z]+ )?(?:https?:\/\/[^/?#]*)?)([^?]*)(.*)$/is
/** In a path: the path or the name of a file in Microsoft Graph, in a group; the cells of a sheet; or a segment. */
const segment =
  /((?<=(?:root|items\/[^/:]+):\/)[^?"]+?(?=:\/|:?(?:[?"]|$))|(?<=\/children\/)[^/:?]+)|(?<=\/)range\(address='[A-Z]{1,3}\d+(?::[A-Z]{1,3}\d+)?'\)|[^/:?&#]+?(?=(?:'\)?)?(?:[/:?&#]|$))/gi
const cells = /^range\(address='[^']*'\)$/i
/** The parts of a segment: the names and the values of a function. */
const segmentPart = /[^()'",;=@]+(?:@[^()'",;=]+)?/g
/** A parameter: its name and its value. */
const parameter = /(?<=[?&])([^&=?]+)(?:=([^&]*))?/g
const parameterName = /^[\w$@.%-]+$/
/** The redactor replaces searches and filters before. */
const searchName = /^\$?(?:search|query|q|filter)$/i
const propertiesName = /^\$?(?:select|expand|orderby)$/i

export interface CallPseudonyms {
  readonly isFile: (name: string) => boolean
  readonly file: (path: string) => string
  /** Undefined if the name is no address. */
  readonly person: (name: string) => string | undefined
  readonly text: (name: string) => string
}

function isKept(name: string): boolean {
  const word = name.toLowerCase().replace(/^microsoft\.graph\./, '')
  return apiWords.has(word) || plainId.test(name) || driveId.test(name) || replacedElsewhere.test(name)
}

const isProperty = (name: string) =>
  name.split(/[\s+/]+/).every((word) => properties.has(word.toLowerCase()) || isKept(word))

/** Returns the call without names. */
export function withoutNames(call: string, { isFile, file, person, text }: CallPseudonyms): string {
  const parts = (found: string, isPlain = isKept) =>
    found.replace(segmentPart, (each) => {
      const name = decoded(each)
      return name.trim() === '' || isPlain(name) ? each : (person(name) ?? text(name))
    })
  const segments = (found: string) =>
    found.replace(segment, (each: string, path: string | undefined) => {
      const name = decoded(each)
      const known =
        path === undefined && !isFile(name) ? (isKept(name) || cells.test(name) ? each : person(name)) : undefined
      if (known !== undefined) return known
      const named = path !== undefined || isFile(name) || (extensionOf(name) !== '' && !/[@(]/.test(name))
      return named ? file(each) : parts(each)
    })
  const [, origin = '', path = '', query = ''] = partsOfCall.exec(call.replace(/%(?:25)*27/g, "'")) ?? []
  return `${origin}${segments(path)}${query.replace(parameter, (found, name: string, value: string | undefined) => {
    const plain = decoded(name)
    if (value === undefined) return parts(found)
    if (searchName.test(plain)) return found
    const isPlain = propertiesName.test(plain) ? isProperty : isKept
    return `${parameterName.test(name) ? name : parts(name)}=${/^'?\//.test(value) ? segments(value) : parts(value, isPlain)}`
  })}`
}
