// Letters that look like Latin letters. They apply after Unicode compatibility folding and before lowercasing, because
// upper and lower case of one letter may imitate different Latin letters (Η is H, η is n).
const groups = [
  // Cyrillic
  'аa вb гr дd еe зz иu кk мm нh оo пn рp сc тt уy хx ьb ѕs іi јj ѵv һh ԁd ԛq ԝw ӏl',
  'АA ВB ГR ЕE КK МM НH ОO ПN РP СC ТT УY ХX ЬB ЅS ІI ЈJ ѴV ҺH ԀD ԚQ ԜW ӀI',
  // Greek
  'αa βb γy εe ηn ιi κk μu νv οo ρp σo ςc τt υu χx ωw ϲc ϳj',
  'ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC ͿJ',
  // Armenian
  'զq հh յj ոn ռn սu ցg օo',
  // Latin beyond ASCII, small capitals, dotless i, script g
  'ɑa ɡg ɩi ıi ȷj łl øo đd ħh ŧt ƅb ᴀa ʙb ᴄc ᴅd ᴇe ꜰf ɢg ʜh ɪi ᴊj ᴋk ʟl ᴍm ɴn ᴏo ᴘp ʀr ꜱs ᴛt ᴜu ᴠv ᴡw ʏy ᴢz',
  // Cherokee
  'ᎪA ᏴB ᏟC ᎠD ᎬE ᏀG ᎻH ᎥI ᎫJ ᏦK ᏞL ᎷM ᏢP ᏒR ᏚS ᎢT ᏙV ᎳW ᏃZ',
]

/** Foreign letter → the Latin letter it looks like. */
export const confusables: ReadonlyMap<string, string> = new Map(
  groups.flatMap((group) =>
    group.split(' ').map((pair): [string, string] => {
      const [foreign = '', latin = ''] = [...pair]
      return [foreign, latin]
    }),
  ),
)
