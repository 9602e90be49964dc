import type { PolicyLevel } from '../../../server/src/facts/lifecycle/lifecyclePolicy.ts';
import { documentArguments } from '../../../server/src/facts/lifecycle/policyDocument.ts';
import { printBlock, printTerm, quote } from '../../../server/src/syntax/edit/print.ts';
import type { BlockTerm, JsonValue } from '../../../server/src/syntax/edit/term.ts';
import { termOf } from '../../../server/src/syntax/edit/term.ts';
import type { Files } from './checkProblems.ts';

/** The ways to write a policy as text in a resource. */
export function spellingsOf(policy: JsonValue): Readonly<Record<'jsonencode' | 'heredoc' | 'quoted', string>> {
  return {
    jsonencode: resourceWith(`jsonencode(${printTerm(termOf(policy))})`),
    heredoc: resourceWith(`<<-EOF\n${JSON.stringify(policy, null, 2)}\nEOF`),
    quoted: resourceWith(quote(JSON.stringify(policy))),
  };
}

/** Every way in which one policy can reach a resource; the data source only when its blocks can express it. */
export function allSpellingsOf(policy: JsonValue): Readonly<Record<string, Files>> {
  const term = printTerm(termOf(policy));
  const text = JSON.stringify(policy, null, 2);
  const main = (content: string): Files => ({ 'main.tf': content });
  const document = documentOf(policy);
  return {
    ...Object.fromEntries(Object.entries(spellingsOf(policy)).map(([name, content]) => [name, main(content)])),
    local: main(`locals {\n  policy = ${term}\n}\n${resourceWith('jsonencode(local.policy)')}`),
    'local text': main(`locals {\n  policy = jsonencode(${term})\n}\n${resourceWith('local.policy')}`),
    merge: main(resourceWith(`jsonencode(merge({}, ${term}))`)),
    'known conditional': main(resourceWith(`true ? jsonencode(${term}) : ""`)),
    'open conditional': main(
      `variable "on" {\n  type = bool\n}\n${resourceWith(`var.on ? jsonencode(${term}) : data.x.y.z`)}`,
    ),
    decoded: main(resourceWith(`jsonencode(jsondecode(${quote(JSON.stringify(policy))}))`)),
    try: main(resourceWith(`try(jsonencode(${term}), null)`)),
    file: { 'main.tf': resourceWith('file("${path.module}/policy.json")'), 'policy.json': text },
    templatefile: {
      'main.tf': resourceWith('templatefile("policy.tftpl", { unused = 1 })'),
      'policy.tftpl': `${text.replaceAll('${', () => '$${')}%{ if true }%{ endif }\n`,
    },
    'each.value': main(resourceWith('each.value').replace('{\n', `{\n  for_each = { a = jsonencode(${term}) }\n`)),
    'input of a local module': {
      'main.tf': `module "ecr" {\n  source = "./ecr"\n  policy = jsonencode(${term})\n}\n`,
      'ecr/main.tf': `variable "policy" {\n  type = string\n}\n${resourceWith('var.policy')}`,
    },
    'output of a local module': {
      'main.tf': `module "policy" {\n  source = "./policy"\n}\n${resourceWith('module.policy.json')}`,
      'policy/main.tf': `output "json" {\n  value = jsonencode(${term})\n}\n`,
    },
    'registry module': main(
      `module "ecr" {\n  source = "terraform-aws-modules/ecr/aws"\n  repository_lifecycle_policy = jsonencode(${term})\n}\n`,
    ),
    'creation template': main(
      `resource "aws_ecr_repository_creation_template" "t" {\n  prefix = "p"\n  applied_for = ["REPLICATION"]\n  lifecycle_policy = jsonencode(${term})\n}\n`,
    ),
    awscc: main(
      `resource "awscc_ecr_repository" "r" {\n  lifecycle_policy = {\n    lifecycle_policy_text = jsonencode(${term})\n  }\n}\n`,
    ),
    ...(document === null
      ? {}
      : {
          'data source': main(`${document}\n${resourceWith('data.aws_ecr_lifecycle_policy_document.d.json')}`),
        }),
  };
}

/** A lifecycle policy resource with this expression as its policy. */
export function resourceWith(policy: string): string {
  return `resource "aws_ecr_lifecycle_policy" "p" {\n  repository = "repo"\n  policy     = ${policy}\n}\n`;
}

/** The data source whose blocks say the policy, or null when they cannot. */
function documentOf(policy: JsonValue): string | null {
  const body = blockOf('policy', policy);
  if (body === null) return null;
  return printBlock({ ...body, type: 'data', labels: ['aws_ecr_lifecycle_policy_document', 'd'] });
}

function blockOf(level: PolicyLevel, value: JsonValue): BlockTerm | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const block = { type: '', labels: [], arguments: [] as BlockTerm['arguments'][number][], blocks: [] as BlockTerm[] };
  for (const [key, member] of Object.entries(value)) {
    const fact = documentArguments(level).find((argument) => argument.key === key);
    if (fact === undefined || member === null || (Array.isArray(member) && member.length === 0)) return null;
    if (fact.type === 'number' && typeof member !== 'number') return null;
    if (fact.type !== 'block') {
      block.arguments.push({ name: fact.name, value: termOf(member) });
      continue;
    }
    for (const item of Array.isArray(member) ? member : [member]) {
      const inner = blockOf(key === 'rules' ? 'rule' : key === 'action' ? 'action' : 'selection', item);
      if (inner === null) return null;
      block.blocks.push({ ...inner, type: fact.name });
    }
  }
  return block;
}
