import { below, pick, seeded } from '../random.ts';

type Random = () => number;
type Maker = (random: Random) => string;

const LETTERS = [
  'a',
  'B',
  'z',
  '0',
  ' ',
  '-',
  '_',
  '.',
  'é',
  'É',
  'ß',
  'ö',
  'İ',
  'ı',
  'ǆ',
  'Σ',
  'ς',
  'ñ',
  '日',
  '本',
  '한',
  'e\\u0301',
  'o\\u0308',
  '\\u1100\\u1161',
  '😀',
  '👩‍👩‍👧',
  '🇩🇪',
  '\\u200d',
  '\\u00a0',
  '\\u2028',
  'ﬁ',
  'Å',
  '\\u212b',
  'Ω',
];

const text: Maker = (random) => {
  const length = below(random, 7);
  return JSON.stringify(Array.from({ length }, () => pick(random, LETTERS)).join('')).replaceAll('\\\\', '\\');
};

const number: Maker = (random) =>
  pick(random, [
    () => String(below(random, 100)),
    () => `${below(random, 20)}.${below(random, 1000)}`,
    () => `-${below(random, 50)}.${below(random, 10)}`,
    () => `${below(random, 9) + 1}e${below(random, 12) - 6}`,
    () => `${below(random, 20)} / ${below(random, 12) + 1}`,
    () => `0.${'0'.repeat(below(random, 6))}${below(random, 99) + 1}`,
    () => pick(random, ['0.1', '0.2', '0.3', '1 / 3', '2 / 3', '1e20', '9007199254740993', '"0.7"', '1.10']),
  ])();

/** Scalars of YAML 1.1 and 1.2 that are easily taken for something else. */
const SCALARS = [
  '1',
  '010',
  '0o17',
  '0x1F',
  '0b11',
  '1_000',
  '1.50',
  '.5',
  '1e3',
  '+3',
  '-.inf',
  '.nan',
  'yes',
  'No',
  'on',
  'true',
  'True',
  '~',
  'null',
  'Null',
  "''",
  "'it''s'",
  '"a\\tb"',
  'é',
  '2024-01-02',
  '12:30:45',
  '!!str 5',
  '!!int "5"',
  '!!float 3',
  '!!bool yes',
  '<<',
  '-',
  '=',
  'a b',
  '1.2.3',
  '0.1',
  '1e-7',
  '123456789012345678901234567890',
];

const KINDS: Readonly<Record<string, Maker>> = {
  pow: (random) =>
    `pow(${number(random)}, ${pick(random, ['2', '3', '0', '-1', '-2', '0.5', '10', '1 / 2', '7', '31'])})`,
  fractions(random) {
    const terms = Array.from({ length: below(random, 3) + 2 }, () => `(${number(random)})`);
    return pick(random, [
      () => terms.join(pick(random, [' + ', ' - ', ' * ', ' / '])),
      () => `sum([${terms.join(', ')}])`,
      () => `(${terms.join(' + ')}) == ${number(random)}`,
      () => `${pick(random, ['ceil', 'floor', 'abs', 'signum', 'tostring'])}(${terms.join(' + ')})`,
      () => `"\${${terms.join(' * ')}}"`,
      () => `format("${pick(random, ['%.3f', '%g', '%v', '%8.2f', '%e', '%d', '%s', '%.0f'])}", ${terms.join(' + ')})`,
      () => `(${terms.join(' + ')}) % (${number(random)})`,
      () => `log(${number(random)}, ${pick(random, ['2', '10', '3'])})`,
    ])();
  },
  letters(random) {
    const [one, other] = [text(random), text(random)];
    const index = () => below(random, 5) - 1;
    return pick(random, [
      () => `length(${one})`,
      () => `${pick(random, ['upper', 'lower', 'title', 'strrev', 'trimspace', 'chomp'])}(${one})`,
      () => `substr(${one}, ${index()}, ${index()})`,
      () => `split(${text(random)}, ${one})`,
      () => `replace(${one}, ${other}, "x")`,
      () => `replace(${one}, "/[[:alpha:]]/", "<$0>")`,
      () => `regexall(${pick(random, ['"."', '"\\\\w+"', '"\\\\p{L}"', '"[^a-z]"', '"(?i)é"'])}, ${one})`,
      () => `format(${pick(random, ['"%5s|"', '"%-6s|"', '"%.2s|"', '"%q"', '"%x"', '"%#v"'])}, ${one})`,
      () => `${one} == ${other}`,
      () => `sort([${one}, ${other}, ${text(random)}])`,
      () => `trim(${one}, ${other})`,
      () => `${pick(random, ['startswith', 'endswith', 'strcontains', 'trimprefix', 'trimsuffix'])}(${one}, ${other})`,
      () => `urlencode(${one})`,
      () => `indent(2, ${one})`,
      () => `jsonencode({ ${one} = ${other} })`,
      () => `keys({ ${one} = 1, ${other} = 2 })`,
      () => `toset([${one}, ${other}])`,
      () => `${pick(random, ['md5', 'sha1', 'sha256', 'base64sha256'])}(${one})`,
    ])();
  },
  base64(random) {
    const other = pick(random, [
      '"Zm9v"',
      '"Zm9vYg=="',
      '"Zm9vYg"',
      '"Zm9v\\nYmFy"',
      '"/+8="',
      '"w6k="',
      '"ZcyB"',
      '"====="',
      '"Z m9"',
      '"_-8="',
    ]);
    return pick(random, [
      () => `base64encode(${text(random)})`,
      () => `base64decode(base64encode(${text(random)}))`,
      () => `base64decode(${other})`,
      () => `textencodebase64(${text(random)}, ${pick(random, ['"UTF-8"', '"UTF-16LE"', '"ISO-8859-1"'])})`,
      () => `textdecodebase64(${other}, ${pick(random, ['"UTF-8"', '"UTF-16LE"', '"ISO-8859-1"'])})`,
    ])();
  },
  dates(random) {
    const two = (value: number) => String(value).padStart(2, '0');
    const zone = pick(random, ['Z', '+02:00', '-05:30', '+00:00', 'z', '']);
    const day = `${pick(random, ['2024', '2023', '1999', '0001', '2026'])}-${two(below(random, 13))}-${two(below(random, 32))}`;
    const when = `"${day}T${two(below(random, 25))}:${two(below(random, 60))}:${two(below(random, 61))}${zone}"`;
    const token = () =>
      pick(random, [
        'YYYY',
        'YY',
        'MMMM',
        'MMM',
        'MM',
        'M',
        'DD',
        'D',
        'EEEE',
        'EEE',
        'hh',
        'h',
        'HH',
        'H',
        'AA',
        'aa',
        'mm',
        'm',
        'ss',
        's',
        'ZZZZZ',
        'ZZZZ',
        'ZZZ',
        'Z',
        "'é T'",
        '-',
        ' ',
        ':',
        'Q',
      ]);
    const format = JSON.stringify(
      Array.from({ length: below(random, 4) + 1 }, token).join(pick(random, ['', '-', ' '])),
    );
    const span = pick(random, [
      '1h',
      '-24h',
      '90m',
      '1h30m',
      '0.5h',
      '720h',
      '1d',
      '10s',
      '1.5m',
      '',
      '-1h-5m',
      '100ms',
      '1µs',
      '+3h',
    ]);
    return pick(random, [
      () => `formatdate(${format}, ${when})`,
      () => `timeadd(${when}, "${span}")`,
      () => `timecmp(${when}, timeadd("${day}T00:00:00Z", "${span}"))`,
      () => `formatdate(${format}, timeadd(${when}, "${span}"))`,
    ])();
  },
  yaml(random) {
    const scalar = () => pick(random, SCALARS);
    const entry = () => `${pick(random, ['a', 'b', 'é', "'1'", '2', 'true', '"x y"'])}: ${scalar()}`;
    const lines = (of: () => string) => Array.from({ length: below(random, 3) + 1 }, of).join('\n');
    const block = () =>
      `t: ${pick(random, ['|', '>', '|-', '>+', '|2'])}\n  ${pick(random, ['a', ' é', 'a\n\n  b', 'a\n   b'])}\n`;
    const decoded = (document: string) => `yamldecode(${JSON.stringify(document)})`;
    return pick(random, [
      () => decoded(scalar()),
      () => decoded(lines(entry)),
      () => decoded(lines(() => `- ${scalar()}`)),
      () => decoded(`{a: ${scalar()}, b: [${scalar()}, ${scalar()}]}`),
      () => decoded(`x: &k {a: ${scalar()}}\ny:\n  <<: *k\n  b: ${scalar()}`),
      () => decoded(block()),
      () =>
        `yamlencode({ a = ${pick(random, [text, number])(random)}, b = [${text(random)}, ${number(random)}, null] })`,
      () => `yamldecode(yamlencode({ a = ${text(random)}, b = ${number(random)} }))`,
    ])();
  },
};

/** Random expressions of each kind that once was answered wrong: numbers, letters, base64, dates, YAML. */
export function randomKinds(seed: number, count: number): string[] {
  const random = seeded(seed);
  const found = new Set<string>();
  while (found.size < count) found.add(pick(random, Object.values(KINDS))(random));
  return [...found];
}
