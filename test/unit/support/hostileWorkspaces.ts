import type { HostileDocument } from './hostileDocuments.ts';

const times = (count: number, text: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => text(index));

/** A policy of an expression's value. */
const policy = (expression: string, name = 'p') =>
  `resource "aws_ecr_lifecycle_policy" "${name}" {\n  repository = "r"\n  policy = ${expression}\n}\n`;

const call = (name: string, source: string, rest = '  v = var.v\n') =>
  `module "${name}" {\n  source = "${source}"\n${rest}}\n`;

const VARIABLE = 'variable "v" {\n  default = "a"\n}\n';

/** The same text in this many folders. */
const folders = (name: string, count: number, text: (index: number) => string): HostileDocument => ({
  name,
  files: Object.fromEntries(times(count, (index) => `m${index}/main.tf`).map((path, index) => [path, text(index)])),
});

/** Folders, each of which calls the next one, and the last none. */
const chain = (name: string, count: number, text: (next: string | null) => string): HostileDocument =>
  folders(name, count, (index) => text(index + 1 < count ? `../m${index + 1}` : null));

const outputs = (calls: number, next: string | null, give: (name: string) => string) =>
  VARIABLE +
  (next === null ? '' : times(calls, (index) => call(`c${index}`, next)).join('')) +
  `output "o" {\n  value = ${next === null ? 'var.v' : `[${times(calls, (index) => give(`module.c${index}`)).join(', ')}]`}\n}\n` +
  policy(next === null ? 'var.v' : 'jsonencode(module.c0.o)');

/** Small workspaces in which many modules, or calls of them, cost much together. */
export const HOSTILE_WORKSPACES: readonly HostileDocument[] = [
  chain('a tree of module outputs', 13, (next) => outputs(10, next, (address) => `${address}.o`)),
  chain('a tree of outputs in templates', 13, (next) => outputs(10, next, (address) => `"\${${address}.o}x"`)),
  chain('a tree of outputs in functions', 13, (next) =>
    outputs(10, next, (address) => `merge({ a = ${address}.o }, {})`),
  ),
  chain('a tree of repeated calls', 10, (next) =>
    next === null
      ? `${VARIABLE}${policy('var.v')}`
      : `${VARIABLE}${call('c', next, '  for_each = toset(["a", "b", "c", "d", "e", "f", "g", "h"])\n  v = "${var.v}${each.key}"\n')}${policy('var.v')}`,
  ),
  chain('a tree of counted calls', 10, (next) =>
    next === null
      ? `${VARIABLE}${policy('var.v')}`
      : `${VARIABLE}${call('c', next, '  count = 9\n  v = "${var.v}${count.index}"\n')}${policy('var.v')}`,
  ),
  chain('calls that hand a doubled list on', 13, (next) =>
    next === null
      ? `${VARIABLE}${policy('jsonencode(var.v)')}`
      : `${VARIABLE}${times(3, (index) => call(`c${index}`, next, '  v = [var.v, var.v]\n')).join('')}${policy('jsonencode(var.v)')}`,
  ),
  folders(
    'a mesh of modules',
    30,
    () => `${VARIABLE}${times(30, (other) => call(`c${other}`, `../m${other}`)).join('')}${policy('var.v')}`,
  ),
  folders('loops in many folders', 100, () =>
    policy('jsonencode({ rules = [for a in range(200) : [for b in range(200) : [for c in range(200) : a + b + c]]] })'),
  ),
  folders('directive loops in many folders', 60, () =>
    times(3, (index) =>
      policy('"%{ for a in range(500) }%{ for b in range(500) }${a}${b}%{ endfor }%{ endfor }"', `p${index}`),
    ).join(''),
  ),
  folders(
    'chains of locals in many folders',
    40,
    () =>
      `locals {\n  a0 = ["x"]\n${times(30, (index) => `  a${index + 1} = concat(local.a${index}, local.a${index})\n`).join('')}}\n${policy('jsonencode(local.a30)')}`,
  ),
  {
    name: 'chains of locals in many files',
    files: {
      'main.tf': `locals {\n  a0 = ["x"]\n}\n${policy('jsonencode(local.a60)')}`,
      ...Object.fromEntries(
        times(60, (index) => `l${index}.tf`).map((path, index) => [
          path,
          `locals {\n  a${index + 1} = { p = local.a${index}, q = [local.a${index}] }\n}\n${policy(`jsonencode([local.a${index + 1}])`, `p${index}`)}`,
        ]),
      ),
    },
  },
  {
    name: 'a template shared by many policies in many folders',
    files: {
      'p.tftpl': `{"rules": [%{ for a in range(100) }%{ for b in range(n) }{"rulePriority": \${a + b}},%{ endfor }%{ endfor }]}`,
      ...Object.fromEntries(
        times(40, (index) => `m${index}/main.tf`).map((path) => [
          path,
          times(5, (index) => policy('templatefile("${path.module}/../p.tftpl", { n = 100 })', `p${index}`)).join(''),
        ]),
      ),
    },
  },
  {
    name: "many policies in Terraform's JSON in many folders",
    files: Object.fromEntries(
      times(40, (index) => `m${index}/main.tf.json`).map((path) => [
        path,
        JSON.stringify({
          locals: { a: '${[for a in range(100) : [for b in range(100) : { rulePriority = a + b }]]}' },
          resource: {
            aws_ecr_lifecycle_policy: Object.fromEntries(
              times(8, (index) => `p${index}`).map((name) => [
                name,
                { repository: name, policy: '${jsonencode({ rules = flatten(local.a) })}' },
              ]),
            ),
          },
        }),
      ]),
    ),
  },
];
