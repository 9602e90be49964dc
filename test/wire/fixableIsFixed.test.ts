import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, removeFolders, run } from './support.ts';

/** The parts of a rule, as HCL and JSON alike. */
type Rule = Readonly<Record<'value' | 'status' | 'description', string>>;

/** Mistakes that have one reading each. */
const MISTAKES: Readonly<Record<string, Rule>> = {
  'a number as a string': { value: '"5"', status: '"any"', description: '"all"' },
  'a null': { value: '5', status: '"any"', description: 'null' },
  'a near word': { value: '5', status: '"Any"', description: '"all"' },
};

const hcl = ({ value, status, description }: Rule) =>
  `{ rulePriority = 1, description = ${description}, selection = { tagStatus = ${status}, countType = "imageCountMoreThan", countNumber = ${value} }, action = { type = "expire" } }`;
const json = ({ value, status, description }: Rule) =>
  `{ "rulePriority": 1, "description": ${description}, "selection": { "tagStatus": ${status}, "countType": "imageCountMoreThan", "countNumber": ${value} }, "action": { "type": "expire" } }`;
const policy = (expression: string) =>
  `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "app"\n  policy     = ${expression}\n}\n`;
const quoted = (text: string) => JSON.stringify(text);

type Files = Readonly<Record<string, string>>;

/** The ways in which a policy may be written. */
const SPELLINGS: Readonly<Record<string, (rule: Rule) => Files>> = {
  jsonencode: (one) => ({ 'main.tf': policy(`jsonencode({ rules = [${hcl(one)}] })`) }),
  'a heredoc': (one) => ({ 'main.tf': policy(`<<EOT\n{ "rules": [${json(one)}] }\nEOT`) }),
  'a quoted string': (one) => ({ 'main.tf': policy(quoted(`{ "rules": [${json(one)}] }`)) }),
  'a local': (one) => ({ 'main.tf': `locals {\n  r = [${hcl(one)}]\n}\n${policy('jsonencode({ rules = local.r })')}` }),
  'a rule encoded in a heredoc': (one) => ({
    'main.tf': `locals {\n  r = ${hcl(one)}\n}\n${policy('<<EOT\n{ "rules": [${jsonencode(local.r)}] }\nEOT')}`,
  }),
  'text decoded and encoded': (one) => ({
    'main.tf': policy(`jsonencode(jsondecode(${quoted(`{ "rules": [${json(one)}] }`)}))`),
  }),
  'YAML decoded': (one) => ({ 'main.tf': policy(`jsonencode(yamldecode(${quoted(`rules:\n- ${json(one)}\n`)}))`) }),
  'text that is trimmed': (one) => ({ 'main.tf': policy(`trimspace(${quoted(` { "rules": [${json(one)}] } `)})`) }),
  'text that is replaced': (one) => ({
    'main.tf': policy(`replace(${quoted(`{ "rules": [${json(one)}] }`)}, "nothing", "else")`),
  }),
  'text that is formatted': (one) => ({ 'main.tf': policy(`format("{ \\"rules\\": [%s] }", ${quoted(json(one))})`) }),
  'a condition that is known': (one) => ({ 'main.tf': policy(`jsonencode({ rules = true ? [${hcl(one)}] : [] })`) }),
  'a value under a condition': (one) => ({
    'main.tf': `variable "x" {\n  type = bool\n}\n${policy(`jsonencode({ rules = [${hcl({ ...one, value: `var.x ? ${one.value} : ${one.value}` })}] })`)}`,
  }),
  'a loop': (one) => ({ 'main.tf': policy(`jsonencode({ rules = [for p in [1] : ${hcl(one)}] })`) }),
  'a merge': (one) => ({ 'main.tf': policy(`jsonencode({ rules = [merge(${hcl(one)}, { rulePriority = 2 })] })`) }),
  'a concatenation': (one) => ({ 'main.tf': policy(`jsonencode({ rules = concat([], [${hcl(one)}]) })`) }),
  'a JSON file': (one) => ({ 'main.tf': policy('file("p.json")'), 'p.json': `{ "rules": [${json(one)}] }\n` }),
  'a JSON file decoded': (one) => ({
    'main.tf': policy('jsonencode(jsondecode(file("p.json")))'),
    'p.json': `{ "rules": [${json(one)}] }\n`,
  }),
  'a template file': (one) => ({
    'main.tf': policy('templatefile("p.tftpl", { n = 1 })'),
    'p.tftpl': `{ "rules": [${json(one).replace('"rulePriority": 1', '"rulePriority": ${n}')}] }\n`,
  }),
  'code in JSON, as text': (one) => ({
    'main.tf.json': JSON.stringify({
      resource: { aws_ecr_lifecycle_policy: { p: { repository: 'app', policy: `{ "rules": [${json(one)}] }` } } },
    }),
  }),
  'code in JSON, as an expression': (one) => ({
    'main.tf.json': JSON.stringify({
      resource: {
        aws_ecr_lifecycle_policy: { p: { repository: 'app', policy: `\${jsonencode({ rules = [${hcl(one)}] })}` } },
      },
    }),
  }),
  'an output of a module': (one) => ({
    'main.tf': `module "m" {\n  source = "./m"\n}\n${policy('module.m.json')}`,
    'm/main.tf': `output "json" {\n  value = jsonencode({ rules = [${hcl(one)}] })\n}\n`,
  }),
  'an input of a module': (one) => ({
    'main.tf': `module "m" {\n  source = "./m"\n  rules  = [${hcl(one)}]\n}\n`,
    'm/main.tf': `variable "rules" {\n  type = any\n}\n${policy('jsonencode({ rules = var.rules })')}`,
  }),
};

const CASES = Object.entries(SPELLINGS).flatMap(([spelling, write]) =>
  Object.entries(MISTAKES).map(([mistake, one]) => ({ name: `${spelling}, ${mistake}`, files: write(one) })),
);

interface Reported {
  readonly file: string;
  readonly rule: string;
  readonly fixable: boolean;
}

/** By case: what is reported, and whether `--fix` changes a file. */
const seen = new Map<string, { readonly problems: readonly Reported[]; readonly isChanged: boolean }>();

beforeAll(() => {
  const folder = folderWith(
    Object.fromEntries(
      CASES.flatMap(({ files }, index) =>
        Object.entries(files).map(([name, text]) => [`case${index}/${name}`, text] as const),
      ),
    ),
  );
  const { stdout } = run(folder, 'check', '.', '--format', 'json');
  const { problems } = JSON.parse(stdout) as { readonly problems: readonly Reported[] };
  run(folder, 'check', '.', '--fix');
  CASES.forEach(({ name, files }, index) => {
    seen.set(name, {
      problems: problems.filter(({ file }) => file.startsWith(`case${index}/`)),
      isChanged: Object.entries(files).some(
        ([file, text]) => readFileSync(join(folder, `case${index}`, file), 'utf8') !== text,
      ),
    });
  });
  expect(readdirSync(folder)).toHaveLength(CASES.length);
}, 300_000);

afterAll(removeFolders);

describe('a problem that is called fixable', () => {
  it.each(CASES)('is fixed, and no other: $name', ({ name }) => {
    const found = seen.get(name);
    expect(found?.problems).not.toEqual([]);
    expect(found?.problems.some(({ fixable }) => fixable)).toBe(found?.isChanged);
  });

  it('is so for spellings that a fix can edit, and for none of those that it cannot', () => {
    const all = [...seen.values()];
    expect(all.filter(({ isChanged }) => isChanged).length).toBeGreaterThanOrEqual(20);
    expect(all.filter(({ isChanged }) => !isChanged).length).toBeGreaterThanOrEqual(16);
  });
});
