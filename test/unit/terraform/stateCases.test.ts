import type { TestContext } from 'vitest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppliedModule } from '../../terraform/judge.ts';
import { applyModule, whyNoTerraform } from '../../terraform/judge.ts';
import type { StandIn } from '../../terraform/standIn/standIn.ts';
import { startStandIn } from '../../terraform/standIn/standIn.ts';
import { ruleIds } from '../support/checkProblems.ts';
import { hasTurn } from '../support/longTests.ts';

const R = 'aws_ecr_repository';
const single = (label: string, name = 'team/api') => `resource "${R}" "${label}" {\n  name = "${name}"\n}\n`;
const each = (label: string, keys: string) =>
  `resource "${R}" "${label}" {\n  for_each = toset([${keys}])\n  name     = "team/\${each.key}"\n}\n`;
const counted = (label: string, count: number) =>
  `resource "${R}" "${label}" {\n  count = ${count}\n  name  = "team/api"\n}\n`;
const moved = (from: string, to: string) => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;
const removed = (from: string, inside = 'lifecycle {\n    destroy = false\n  }') =>
  `removed {\n  from = ${from}\n  ${inside}\n}\n`;

const A = single('a');
const B = single('b');
const X = each('a', '"x"');
const PUBLIC = 'resource "aws_ecrpublic_repository" "b" {\n  repository_name = "api"\n}\n';

/**
 * Terraform's verdict. `harmless`: no repository is destroyed. `unsaid`: one is, and the text does not say so, because
 * that depends on the state.
 */
type Outcome = 'refused' | 'destroys' | 'harmless' | 'unsaid';

/** What was applied, what is planned then, and the result. */
const CASES: readonly (readonly [before: string, after: string, outcome: Outcome])[] = [
  [A, B + moved(`${R}.a`, `${R}.b`), 'harmless'],
  [A, A + B + moved(`${R}.a`, `${R}.b`), 'refused'],
  [A, moved(`${R}.a`, `${R}.b`), 'destroys'],
  [A, A + moved(`${R}.z`, `${R}.a`), 'harmless'],
  [A, A + moved(`${R}.a`, `${R}.a`), 'refused'],
  [A, B + moved(`"${R}.a"`, `${R}.b`), 'refused'],
  [A, each('b', '"api"') + moved(`${R}.a`, `${R}.b["api"]`), 'harmless'],
  [A, each('a', '"api"') + moved(`${R}.a`, `${R}.a["api"]`), 'harmless'],
  [counted('a', 1), each('a', '"api"') + moved(`${R}.a[0]`, `${R}.a["api"]`), 'harmless'],
  [X, each('a', '"y"') + moved(`${R}.a["x"]`, `${R}.a["y"]`), 'destroys'],
  [X, each('a', '"x", "y"') + moved(`${R}.a["x"]`, `${R}.a["y"]`), 'refused'],
  [A, each('b', '"x"') + moved(`${R}.a`, `${R}.b["y"]`), 'destroys'],
  [A, single('c') + moved(`${R}.a`, `${R}.b`) + moved(`${R}.b`, `${R}.c`), 'harmless'],
  [A, A + moved(`${R}.a`, `${R}.b`) + moved(`${R}.b`, `${R}.a`), 'refused'],
  [A, B + moved(`${R}.a`, `${R}.b`) + moved(`${R}.c`, `${R}.b`), 'refused'],
  [A, B + single('d') + moved(`${R}.a`, `${R}.b`) + moved(`${R}.a`, `${R}.d`), 'refused'],
  [A, B + moved(`${R}.a`, `${R}.b`) + moved(`${R}.a`, `${R}.b`), 'harmless'],
  [A, PUBLIC + moved(`${R}.a`, 'aws_ecrpublic_repository.b'), 'refused'],
  [A, moved(`${R}.a`, 'aws_ecrpublic_repository.b'), 'destroys'],
  [A, B + moved(`${R}.a.name`, `${R}.b`), 'refused'],
  [A, `${B}moved {\n  from = ${R}.a\n}\n`, 'refused'],
  [A, `${B}moved {\n  to = ${R}.b\n}\n`, 'refused'],
  [A, B + moved(`resource.${R}.a`, `${R}.b`), 'harmless'],
  [A, B + moved(`(${R}.a)`, `${R}.b`), 'refused'],
  [A, B + moved(`${R}.a[*]`, `${R}.b`), 'refused'],
  [A, `${each('b', '"x"')}locals {\n  k = "x"\n}\n${moved(`${R}.a`, `${R}.b[local.k]`)}`, 'refused'],
  [A, moved(`${R}.a`, 'module.m'), 'refused'],
  [X, each('b', '"x"') + moved(`${R}.a`, `${R}.b`), 'harmless'],
  [X, X + each('b', '"x"') + moved(`${R}.a`, `${R}.b`), 'refused'],
  [each('a', '"x", "y"'), X + each('b', '"y"') + moved(`${R}.a["y"]`, `${R}.b["y"]`), 'harmless'],
  [X, each('b', '"x"') + moved(`${R}.a["x"]`, `${R}.b`), 'destroys'],
  [X, counted('b', 1) + moved(`${R}.a["x"]`, `${R}.b`), 'destroys'],
  [A, each('b', '"api"') + moved(`${R}.a`, `${R}.b`), 'unsaid'],
  [A, counted('b', 1) + moved(`${R}.a`, `${R}.b`), 'unsaid'],
  [X, single('a', 'team/z') + moved(`${R}.a["x"]`, `${R}.a`), 'unsaid'],
  [A, B + moved(`${R}.a`, `${R}.b["x"]`), 'destroys'],
  [A, counted('b', 1) + moved(`${R}.a`, `${R}.b[0]`), 'harmless'],
  [A, counted('b', 1) + moved(`${R}.a`, `${R}.b[1]`), 'destroys'],
  [A, counted('b', 1) + moved(`${R}.a`, `${R}.b["0"]`), 'destroys'],
  [counted('a', 1), counted('a', 0) + B + moved(`${R}.a`, `${R}.b`), 'refused'],
  [counted('a', 1), counted('a', 0) + B + moved(`${R}.a[0]`, `${R}.b`), 'harmless'],
  [X, X + moved(`${R}.a["x"]`, `${R}.a["x"]`), 'refused'],
  [A, moved(`${R}.a`, `${R}.b`) + removed(`${R}.b`), 'harmless'],
  [A, removed(`${R}.a`), 'harmless'],
  [A, removed(`${R}.a`, ''), 'destroys'],
  [A, removed(`${R}.a`, 'lifecycle {\n  }'), 'destroys'],
  [A, removed(`${R}.a`, 'lifecycle {\n    destroy = true\n  }'), 'unsaid'],
  [A, removed(`${R}.a`, 'lifecycle {\n    destroy = "false"\n  }'), 'harmless'],
  [A, removed(`${R}.a`, 'lifecycle {\n    destroy = null\n  }'), 'refused'],
  [A, `variable "d" {\n  default = false\n}\n${removed(`${R}.a`, 'lifecycle {\n    destroy = var.d\n  }')}`, 'refused'],
  [A, A + removed(`${R}.a`), 'refused'],
  [counted('a', 1), counted('a', 0) + removed(`${R}.a`), 'refused'],
  [X, removed(`${R}.a["x"]`), 'refused'],
  [A, removed(`"${R}.a"`), 'refused'],
  [A, A + removed(`data.${R}.a`), 'refused'],
  [A, removed(`${R}.a.name`), 'refused'],
  [A, removed(`(${R}.a)`), 'refused'],
  [A, removed(`resource.${R}.a`), 'refused'],
  [A, removed(`${R}.a`) + removed(`${R}.a`), 'harmless'],
  [A, A + removed(`${R}.z`), 'harmless'],
];

/** The severities of the problems of the blocks, each once. */
function saidOf(text: string): readonly string[] {
  const found = ruleIds(text).filter((line) => line.includes(' state-'));
  return [...new Set(found.map((line) => line.split(' ')[0] ?? ''))];
}

const SAID: Readonly<Record<Outcome, readonly string[]>> = {
  refused: ['error'],
  destroys: ['warning'],
  harmless: [],
  unsaid: [],
};

let standIn: StandIn | null = null;
let reason: string | null = null;

beforeAll(async () => {
  reason = await whyNoTerraform();
  if (reason === null) standIn = await startStandIn();
});

afterAll(async () => {
  for (const module of applied.values()) (await module).remove();
  standIn?.close();
});

const applied = new Map<string, Promise<AppliedModule>>();

/** The module with this text, applied once for all cases that begin with it. */
function appliedModule(judge: StandIn, text: string): Promise<AppliedModule> {
  const known = applied.get(text);
  if (known !== undefined) return known;
  const found = applyModule(judge, { 'main.tf': text });
  applied.set(text, found);
  return found;
}

function judgeOf(context: TestContext): StandIn {
  if (standIn === null) context.skip(reason ?? 'there is no judge');
  return standIn;
}

describe('moved and removed blocks, after a state that was applied', () => {
  it.each(CASES)('%s then %s: %s', (_, after, outcome) => {
    expect(saidOf(after)).toEqual(SAID[outcome]);
  });

  it.for(CASES.filter((_, index) => hasTurn(index, 3)))(
    'Terraform agrees: %s then %s: %s',
    async ([before, after, outcome], context) => {
      const module = await appliedModule(judgeOf(context), before);
      const { refused, destroyed } = await module.plan({ 'main.tf': after });
      const found = refused.length > 0 ? 'refused' : destroyed.length > 0 ? 'destroys' : 'harmless';
      expect(found).toBe(outcome === 'unsaid' ? 'destroys' : outcome);
    },
  );
});
