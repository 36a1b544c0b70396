import type { Random } from './random.ts';

/** Invented; whoever has such a name has it by accident. */
const stems =
  'Aldermoor Amberwick Arkenvale Ashquill Balderholt Birkvale Brackenfold Caldmere Cinderhope Corvendale Dunmarrow Elmsworthy Fallowgate Fennimark Fjordholm Galdwen Glimmerford Greyhollow Hartensee Hazelmark Heronsgate Ilvermoor Ivarsund Jorvandal Juniperholm Kaldenberg Kestrelby Kirrinvale Larchenfeld Linnetgate Lumenvik Marrowdale Millhaven Mosswick Nebelhorst Nordquell Oakenshire Ostermark Pellingford Pinewarden Quarrowby Ravensmoor Redwillow Rimmerdal Rosenquell Sablewood Silverfen Skarnholt Stonewick Tannendorf Tarnbeck Thistlemark Umbervale Valdoria Veltrano Wachterfeld Wildermoor Winterquell Yarrowgate Zellenbach'.split(
    ' ',
  );

/** What such companies call themselves, by industry. */
const trades = {
  banking: ['Bank', 'Savings', 'Capital'],
  education: ['Academy', 'College', 'Learning'],
  energy: ['Energy', 'Grid', 'Solar'],
  healthcare: ['Clinics', 'Diagnostics', 'Health'],
  insurance: ['Insurance', 'Mutual', 'Reinsurance'],
  logistics: ['Freight', 'Logistics', 'Couriers'],
  manufacturing: ['Castings', 'Precision', 'Works'],
  media: ['Media', 'Press', 'Studios'],
  public: ['City Services', 'Transit', 'Water'],
  retail: ['Grocers', 'Outfitters', 'Stores'],
  software: ['Labs', 'Software', 'Systems'],
  travel: ['Hotels', 'Journeys', 'Rail'],
} as const;
type Industry = keyof typeof trades;

interface Country {
  readonly code: string;
  readonly region: 'emea' | 'amer' | 'apac';
  readonly timeZone: string;
  /** How many of a hundred customers are there. */
  readonly share: number;
}

const countries: readonly Country[] = [
  { code: 'DE', region: 'emea', timeZone: 'Europe/Berlin', share: 22 },
  { code: 'US', region: 'amer', timeZone: 'America/New_York', share: 18 },
  { code: 'GB', region: 'emea', timeZone: 'Europe/London', share: 11 },
  { code: 'FR', region: 'emea', timeZone: 'Europe/Paris', share: 9 },
  { code: 'NL', region: 'emea', timeZone: 'Europe/Amsterdam', share: 7 },
  { code: 'AT', region: 'emea', timeZone: 'Europe/Vienna', share: 5 },
  { code: 'CH', region: 'emea', timeZone: 'Europe/Zurich', share: 5 },
  { code: 'SE', region: 'emea', timeZone: 'Europe/Stockholm', share: 4 },
  { code: 'CA', region: 'amer', timeZone: 'America/Toronto', share: 4 },
  { code: 'ES', region: 'emea', timeZone: 'Europe/Madrid', share: 3 },
  { code: 'IT', region: 'emea', timeZone: 'Europe/Rome', share: 3 },
  { code: 'JP', region: 'apac', timeZone: 'Asia/Tokyo', share: 3 },
  { code: 'AU', region: 'apac', timeZone: 'Australia/Sydney', share: 2 },
  { code: 'BR', region: 'amer', timeZone: 'America/Sao_Paulo', share: 2 },
  { code: 'SG', region: 'apac', timeZone: 'Asia/Singapore', share: 2 },
];
const weighted = countries.flatMap((country) => Array.from({ length: country.share }, () => country));

export interface Company {
  readonly name: string;
  readonly industry: Industry;
  readonly country: Country;
}

export function countryOf(code: string): Country {
  const country = countries.find((one) => one.code === code);
  if (!country) throw new Error(`the demo has nobody in ${code}`);
  return country;
}

/** So many companies with different names; a first word appears in four of them at most. */
export function companies(count: number, random: Random): readonly Company[] {
  const industries = Object.keys(trades) as Industry[];
  const rounds = Array.from({ length: 4 }, () => random.shuffled(stems)).flat();
  if (count > rounds.length) throw new Error('there are not that many names');
  const taken = new Set<string>();
  return rounds.slice(0, count).map((stem) => {
    for (;;) {
      const industry = random.pick(industries);
      const name = `${stem} ${random.pick(trades[industry])}`;
      if (taken.has(name)) continue;
      taken.add(name);
      return { name, industry, country: random.pick(weighted) };
    }
  });
}

const firstNames =
  'Ada Amir Anouk Bela Carla Chen Dario Edda Emre Fatou Greta Hiro Ines Jonas Kaja Lena Luca Maya Milan Nadia Noor Olga Pavel Priya Rosa Samir Selma Theo Uma Yara'.split(
    ' ',
  );
const lastNames =
  'Abel Berg Castro Dahl Eder Faber Gallo Haas Ito Jansen Keller Lind Marek Novak Okoye Perez Quist Rossi Sato Tamm Urban Vogel Weber Yilmaz Zeman'.split(
    ' ',
  );

interface Person {
  readonly name: string;
  /** Before the @: `ada.berg`. */
  readonly mailbox: string;
}

/** So many different people. */
export function people(count: number, random: Random): readonly Person[] {
  const found = new Map<string, Person>();
  while (found.size < count) {
    const [first, last] = [random.pick(firstNames), random.pick(lastNames)];
    const mailbox = `${first}.${last}`.toLowerCase();
    found.set(mailbox, { name: `${first} ${last}`, mailbox });
  }
  return [...found.values()];
}
