// The extension of a file name. The text after a dot in any other name, such as mara.voss, may be the name of a person.
import { words } from '../../../mappings/fields/field.ts'

const extensions: ReadonlySet<string> = new Set(
  words(`
    7z accdb aspx avi bak bat bmp cer cmd csv dat db dll dmg doc docm docx dot dotx dwg eml epub exe gdoc gif gsheet
    gslides gz heic htm html ics ini iso jpeg jpg js json kdbx key lnk log loop md mdb mov mp3 mp4 mpp msg msi ndjson
    numbers odp ods odt one onepkg p12 pages parquet pbix pdf pem pfx png pot potx pps ppsx ppt pptm pptx ps1 psd pst
    pub py rar rdp rtf sh sql svg tar tgz tif tiff tsv txt url vbs vcf vsd vsdx wav webm webp wmv xls xlsb xlsm xlsx
    xltx xml yaml yml zip
  `),
)

/** Returns the extension of a file name with its dot, such as `.docx`; empty if the name has no known one. */
export function extensionOf(name: string): string {
  const end = /\.[a-z\d]+$/i.exec(name)?.[0] ?? ''
  return extensions.has(end.slice(1).toLowerCase()) ? end : ''
}
