import { pick, seeded } from '../random.ts';

type Random = () => number;

/** Arguments by the kind of parameter; each parameter also gets the other kinds, as mistakes do. */
const TEXTS = [
  '"prod"',
  '"a-b"',
  '""',
  '"10"',
  '"é x"',
  '"a,b"',
  '"e\\u0301"',
  'local.text',
  'null',
  'var.maybe',
  '"/a+/"',
];
const NUMBERS = [
  '0',
  '1',
  '2',
  '-3',
  '2.5',
  '0.1',
  '1 / 3',
  '"7"',
  'local.days',
  '100',
  '1e6',
  '0.30',
  'length(local.tags)',
];
const BOOLS = ['true', 'false', '"true"', 'local.enabled', 'null'];
const LISTS = [
  '[]',
  'local.tags',
  '[1, 2]',
  '["a", "b"]',
  'tolist(["x"])',
  'toset(["b", "a"])',
  '[1, "a"]',
  'var.numbers',
];
const MAPS = ['{}', 'local.keep', '{ a = 1 }', '{ a = "x", b = null }', 'tomap({ a = 1, b = 2 })', 'local.services'];
const FORMATS = [
  '%s',
  '%v',
  '%d',
  '%5.2f',
  '%q',
  '%t',
  '%x',
  '%g',
  '%#v',
  '%-4s|',
  '%e',
  '%.3g',
  '%+d',
  '%08.3f',
  '%o',
  '%b',
];
const ALL = [TEXTS, NUMBERS, BOOLS, LISTS, MAPS];

/** Functions and their parameters: s text, n number, b bool, l list, m map, a anything, f format. */
const SIGNATURES = (
  'abs:n ceil:n floor:n signum:n pow:nn max:nn min:nnn parseint:sn sum:l range:nn chomp:s endswith:ss startswith:ss ' +
  'strcontains:ss indent:ns join:sl lower:s upper:s title:s strrev:s trimspace:s split:ss substr:snn trim:ss ' +
  'trimprefix:ss trimsuffix:ss replace:sss regex:ss regexall:ss alltrue:l anytrue:l chunklist:ln coalesce:aa ' +
  'coalescelist:ll compact:l concat:ll contains:la distinct:l element:ln flatten:l index:la keys:m length:a ' +
  'lookup:msa matchkeys:lll merge:mm one:l reverse:l slice:lnn sort:l transpose:m values:m zipmap:ll ' +
  'setintersection:ll setproduct:ll setsubtract:ll setunion:ll tostring:a tonumber:a tobool:a tolist:a toset:a ' +
  'tomap:a jsondecode:s jsonencode:a can:a try:aa format:fa formatlist:fl basename:s dirname:s base64encode:s ' +
  'base64decode:s csvdecode:s urlencode:s yamldecode:s'
)
  .split(' ')
  .map((signature) => signature.split(':'));

const OPERATORS = ['+', '-', '*', '/', '%', '<', '>=', '==', '!=', '&&', '||'];

/** Random calls of every function and operator, right and wrong; the same for the same seed. */
export function randomCalls(seed: number, count: number): string[] {
  const random = seeded(seed);
  const found = new Set<string>();
  while (found.size < count) found.add(anyCall(random));
  return [...found];
}

function anyCall(random: Random): string {
  const [name = '', parameters = ''] = pick(random, SIGNATURES);
  const call = () => `${name}(${[...parameters].map((parameter) => argument(random, parameter)).join(', ')})`;
  const operand = () => (random() < 0.7 ? pick(random, random() < 0.7 ? NUMBERS : BOOLS) : anything(random));
  return pick(random, [
    call,
    call,
    call,
    call,
    () => `${operand()} ${pick(random, OPERATORS)} ${operand()}`,
    () => `${pick(random, BOOLS)} ? ${anything(random)} : ${anything(random)}`,
    () => `${pick(random, [...LISTS, ...MAPS])}[${anything(random)}]`,
    () => `[for x in ${anything(random)} : x]`,
    () => `"a\${${anything(random)}}"`,
  ])();
}

function argument(random: Random, parameter: string): string {
  if (random() < 0.1) return anything(random);
  switch (parameter) {
    case 's':
      return pick(random, TEXTS);
    case 'n':
      return pick(random, NUMBERS);
    case 'l':
      return pick(random, LISTS);
    case 'm':
      return pick(random, MAPS);
    case 'f':
      return JSON.stringify(pick(random, FORMATS));
    default:
      return anything(random);
  }
}

function anything(random: Random): string {
  return pick(random, pick(random, ALL));
}
