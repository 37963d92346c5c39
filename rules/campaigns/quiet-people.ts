// Names of people, and the networks of the towns where they live.
import type { Lines } from './quiet-microsoft.ts'

const german =
  'Birgit Ahlers,Holger Thies,Kerstin Pohl,Daniel Witte,Ute Lammers,Marvin Kock,Silke Brune,Timo Rath,Elif Aydin,Rainer Dirks,Nadine Voss,Jan Olbers,Petra Hesse,Sven Bartels,Gesa Lohmann,Arne Suhr,Monika Feld,Patrick Jost,Yvonne Heil,Klaus Rieke,Lea Tillmann,Omar Said,Frauke Meer,Ralf Stein,Britta Nolte,Dirk Hagen,Alina Wolter,Carsten Finke,Helena Brandl,Jutta Kraus,Stefan Maier,Anke Vogt,Lukas Riedl,Sabine Huber,Tobias Lenz,Franz Obermeier,Miriam Bauer,Georg Strobl,Carla Wirth,Nils Peters,Eva Schreiner,Kurt Amann,Doris Zech,Uwe Halder,Paula Frey,Jonas Weiss,Ines Kolb,Martin Seitz'
const british =
  'Olivia Hart,Ravi Menon,Grace Ogden,Tom Whitaker,Salma Iqbal,Ben Crossley,Ruth Sykes,Ian Fawcett,Megan Rhodes,Joy Adeyemi,Peter Lund,Amy Barraclough,Zara Khan,Lucy Pickles,Owen Dyson,Kate Holroyd,Adam Speight,Nina Varga,Paul Beaumont,Elsie Marsden,Hugh Naylor,Tess Armitage,Callum Reid,Priya Nair,Dean Foster,Moira Laing,Euan Baird,Isla Petrie,Gwen Pryce,Rhys Bevan,Nadia Cole,Simon Thorne,Poppy Vane,Jack Ellery,Meera Shah,Colin Frost,Abigail Dent,Luke Rowan,Hattie Lisle,Kwame Boateng'
const american =
  'Dana Whitlock,Marcus Lee,Julie Trent,Frank Ozark,Priscilla Dunn,Wade Colburn,Tina Marsh,Gary Stover,Alma Reyes,Kenny Fields,Rosa Delgado,Bill Hatch,Carol Innes,Todd Pruitt,Lena Fox,Sam Becker,Vera Quill,Doug Ames,Nora Pike,Hank Sutter,Iris Cole,Jerome Kay,Mia Lott,Ed Rand,Beth Harmon,Carl Nyman,Ada Stone,Luis Ortega,Gail Winters,Troy Bell,Maya Castillo,Reggie Stone,Faith Odom,Clint Barker,Suki Tan,Walt Grady,Erin Doyle,Pablo Ruiz,Kim Novak,Andre Hill,Leah Stern,Ross Tully'

/** People of three countries; `from` skips the first ones, so that no two scenes need the same people. */
export const people = (country: 'german' | 'british' | 'american', count: number, from = 0): string[] => {
  const all = { german, british, american }[country].split(',')
  return Array.from({ length: count }, (_, i) => all[(i + from) % all.length] ?? '')
}

/** Providers of the households and telephones of a town. */
export const germanTown = (city: string, state: string, region: string): Lines => ({
  town: [city, state, 'DE', region],
  home: ['telekom', 'vodafoneDe', 'telefonicaDe'],
  mobile: ['telekomMobile', 'vodafoneMobile'],
})
export const britishTown = (city: string, region: string): Lines => ({
  town: [city, 'England', 'GB', region],
  home: ['bt', 'virgin', 'sky'],
  mobile: ['eeMobile'],
})
export const americanTown = (city: string, state: string, region: string): Lines => ({
  town: [city, state, 'US', region],
  home: ['spectrum', 'att', 'comcast'],
  mobile: ['verizonMobile', 'tMobileUs'],
})
