import type { JsonValue } from '../../../server/src/syntax/edit/term.ts';
import type { Files } from './checkProblems.ts';

/** A policy's JSON in one spelling: the files of a module that passes it to ECR. */
export interface SpelledPolicy {
  readonly spelling: string;
  readonly files: Files;
}

export interface Holder {
  readonly type: string;
  readonly argument: string;
  readonly others: string;
}

const HOLDERS = {
  repository: { type: 'aws_ecr_repository_policy', argument: 'policy', others: '  repository = "team/app"\n' },
  registry: { type: 'aws_ecr_registry_policy', argument: 'policy', others: '' },
  public: { type: 'aws_ecrpublic_repository_policy', argument: 'policy', others: '  repository_name = "app"\n' },
} as const satisfies Readonly<Record<string, Holder>>;

export type Target = keyof typeof HOLDERS;

export function holding(expression: string, target: Target = 'repository'): string {
  const { type, argument, others } = HOLDERS[target];
  return `resource "${type}" "p" {\n${others}  ${argument} = ${expression}\n}\n`;
}

/** A JSON value as Terraform's language writes it. */
export function hcl(value: JsonValue): string {
  return JSON.stringify(value, null, 2)
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{');
}

/** The same policy in every spelling; in blocks only when the data source can make it. */
export function spellingsOf(policy: JsonValue, target: Target = 'repository'): readonly SpelledPolicy[] {
  const json = JSON.stringify(policy, null, 2);
  const main = (text: string, more: Files = {}): Files => ({ 'main.tf': text, ...more });
  const spelled: [string, Files][] = [
    ['jsonencode', main(holding(`jsonencode(${hcl(policy)})`, target))],
    ['heredoc', main(holding(`<<EOF\n${hcl(policy)}\nEOF`, target))],
    ['quoted string', main(holding(hcl(JSON.stringify(policy)), target))],
    ['file', main(holding('file("${path.module}/p.json")', target), { 'p.json': json })],
    ['template', main(holding('templatefile("${path.module}/p.tftpl", {})', target), { 'p.tftpl': hcl(policy) })],
    ['local', main(`locals {\n  p = ${hcl(policy)}\n}\n${holding('jsonencode(local.p)', target)}`)],
    [
      'module input',
      main(`module "m" {\n  source = "./m"\n  p = jsonencode(${hcl(policy)})\n}\n`, {
        'm/main.tf': `variable "p" {\n  type = string\n}\n${holding('var.p', target)}`,
      }),
    ],
  ];
  const listed = listOfStatements(policy);
  if (listed !== null) {
    const made = `merge({ for key, value in ${hcl(listed.rest)} : key => value }, { Statement = [for one in local.s : one] })`;
    spelled.push(['for', main(`locals {\n  s = ${hcl(listed.list)}\n}\n${holding(`jsonencode(${made})`, target)}`)]);
  }
  const blocks = blocksOf(policy);
  if (blocks !== null)
    spelled.push(['blocks', main(`${blocks}${holding('data.aws_iam_policy_document.d.json', target)}`)]);
  return spelled.map(([spelling, files]) => ({ spelling, files }));
}

function listOfStatements(policy: JsonValue): { list: JsonValue; rest: JsonValue } | null {
  if (!isObject(policy)) return null;
  const { Statement: list, ...rest } = policy;
  return list !== undefined && isList(list) ? { list, rest } : null;
}

const ARGUMENTS: Readonly<Record<string, string>> = {
  Sid: 'sid',
  Effect: 'effect',
  Action: 'actions',
  NotAction: 'not_actions',
  Resource: 'resources',
  NotResource: 'not_resources',
};

const TEXTS = new Set(['Sid', 'Effect']);

/** The data source that makes a policy, or null when it cannot make exactly this one. */
export function blocksOf(policy: JsonValue, name = 'd'): string | null {
  const listed = listOfStatements(policy);
  if (listed === null || !isList(listed.list) || !isObject(listed.rest)) return null;
  const { Version: version, Id: id, ...others } = listed.rest;
  // The data source adds a version by itself.
  if (typeof version !== 'string' || Object.keys(others).length > 0) return null;
  const statements = listed.list.map(statementBlock);
  if (statements.includes(null)) return null;
  const head = `  version = ${hcl(version)}\n${id === undefined ? '' : `  policy_id = ${hcl(id)}\n`}`;
  return `data "aws_iam_policy_document" "${name}" {\n${head}${statements.join('')}}\n`;
}

function statementBlock(statement: JsonValue): string | null {
  if (!isObject(statement) || typeof statement['Effect'] !== 'string') return null;
  const lines: string[] = [];
  for (const [key, value] of Object.entries(statement)) {
    const argument = ARGUMENTS[key];
    if (argument !== undefined) {
      if (TEXTS.has(key)) lines.push(`${argument} = ${hcl(value)}`);
      else lines.push(`${argument} = ${hcl(isList(value) ? value : [value])}`);
      continue;
    }
    const block = key === 'Principal' ? 'principals' : key === 'NotPrincipal' ? 'not_principals' : null;
    if (block !== null) {
      const all: JsonValue = value === '*' ? { '*': '*' } : value;
      if (!isObject(all)) return null;
      for (const [type, given] of Object.entries(all)) {
        lines.push(`${block} {\n type = ${hcl(type)}\n identifiers = ${hcl(isList(given) ? given : [given])}\n}`);
      }
      continue;
    }
    if (key !== 'Condition' || !isObject(value)) return null;
    for (const [test, keys] of Object.entries(value)) {
      if (!isObject(keys)) return null;
      for (const [variable, given] of Object.entries(keys)) {
        const values = isList(given) ? given : [given];
        lines.push(`condition {\n test = ${hcl(test)}\n variable = ${hcl(variable)}\n values = ${hcl(values)}\n}`);
      }
    }
  }
  return `  statement {\n${lines.join('\n')}\n}\n`;
}

function isList(value: JsonValue): value is readonly JsonValue[] {
  return Array.isArray(value);
}

function isObject(value: JsonValue): value is Readonly<Record<string, JsonValue>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
