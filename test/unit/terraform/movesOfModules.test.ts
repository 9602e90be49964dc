import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppliedModule } from '../../terraform/judge.ts';
import { applyModule, whyNoTerraform } from '../../terraform/judge.ts';
import type { StandIn } from '../../terraform/standIn/standIn.ts';
import { startStandIn } from '../../terraform/standIn/standIn.ts';
import type { Files } from '../support/checkProblems.ts';
import { ruleIds } from '../support/checkProblems.ts';
import { hasTurn } from '../support/longTests.ts';

const REPOSITORY = 'resource "aws_ecr_repository" "this" {\n  name = "team/api"\n}\n';
const OUTER = 'module "n" {\n  source = "../m"\n}\n';
const call = (label: string, more = '') => `module "${label}" {\n  source = "./m"\n${more}}\n`;
const moved = (from: string, to: string) => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;
const removed = (from: string, inside = 'lifecycle {\n    destroy = false\n  }') =>
  `removed {\n  from = ${from}\n  ${inside}\n}\n`;
/** What `terraform init` wrote when the call `a` was there. */
const LIST = JSON.stringify({
  Modules: [
    { Key: '', Source: '', Dir: '.' },
    { Key: 'a', Source: './m', Dir: 'm' },
  ],
});
const files = (main: string) => ({ 'main.tf': main, 'm/main.tf': REPOSITORY, 'outer/main.tf': OUTER });

const A = call('a');
const B = call('b');
const each = (label: string, keys: string) => call(label, `  for_each = toset([${keys}])\n`);
const EACH = each('b', '"x"');
const COUNT = call('a', '  count = 1\n');
const NESTED = 'module "o" {\n  source = "./outer"\n}\n';

type Outcome = 'refused' | 'destroys' | 'harmless';

const MOVED = 'error state-moved';
const LOST = 'warning state-moved';
const REMOVED = 'error state-removed';
const DESTROYS = 'warning state-removed-destroys';

/** What follows after a call `a` of a module with one repository was applied, and what the checks say of it. */
const CASES: readonly (readonly [after: string, outcome: Outcome, said: readonly string[]])[] = [
  [A + B + moved('module.a', 'module.b'), 'refused', [MOVED]],
  [A + moved('module.a', 'module.a'), 'refused', [MOVED]],
  [COUNT + moved('module.a', 'module.a'), 'refused', [MOVED]],
  [A + moved('module.a', 'module.a[0]'), 'refused', [MOVED]],
  [COUNT + B + moved('module.a[0]', 'module.b'), 'refused', [MOVED]],
  [A + NESTED + moved('module.a', 'module.o.module.n'), 'refused', [MOVED]],
  [moved('module.a', 'aws_ecr_repository.this'), 'refused', [MOVED]],
  [B + moved('module.a', 'module.b.aws_ecr_repository.this'), 'refused', [MOVED]],
  [B + moved('module.a.aws_ecr_repository.this', 'module.b'), 'refused', [MOVED]],
  [B + moved('module.a', 'module.b') + moved('module.c', 'module.b'), 'refused', [MOVED]],
  [B + call('c') + moved('module.a', 'module.b') + moved('module.a', 'module.c'), 'refused', [MOVED]],
  [B + moved('"module.a"', 'module.b'), 'refused', [MOVED]],
  [EACH + moved('module.a', 'module.b[local.k]'), 'refused', [MOVED]],
  [`${B}moved {\n  to = module.b\n}\n`, 'refused', [MOVED]],
  [A + removed('module.a'), 'refused', [REMOVED]],
  [A + removed('module.a', ''), 'refused', [REMOVED]],
  [COUNT + removed('module.a'), 'refused', [REMOVED]],
  [EACH + removed('module.b["y"]'), 'refused', [REMOVED]],
  [A + NESTED + removed('module.o.module.n'), 'refused', [REMOVED]],
  [EACH + moved('module.a', 'module.b["y"]'), 'destroys', [LOST]],
  [B + moved('module.a', 'module.b["y"]'), 'destroys', [LOST]],
  [COUNT + moved('module.a', 'module.a[1]'), 'destroys', [LOST]],
  // Only the list says what a call that is gone held.
  [NESTED + moved('module.a', 'module.o.module.m'), 'destroys', [LOST]],
  [moved('module.a', 'module.b'), 'destroys', [LOST]],
  [moved('module.a', 'module.b[0]'), 'destroys', [LOST]],
  [removed('module.a', ''), 'destroys', [DESTROYS]],
  [removed('module.a', 'lifecycle {}'), 'destroys', [DESTROYS]],
  [removed('module.a', 'lifecycle {\n    destroy = true\n  }'), 'destroys', []],
  [removed('module.a'), 'harmless', []],
  [removed('module.a') + B.replace('team', 'x'), 'harmless', []],
  [B + moved('module.a', 'module.b'), 'harmless', []],
  [EACH + moved('module.a', 'module.b["x"]'), 'harmless', []],
  [each('a', '"x", "y"') + moved('module.a', 'module.a["x"]'), 'harmless', []],
  [COUNT + moved('module.a', 'module.a[0]'), 'harmless', []],
  [NESTED + moved('module.a', 'module.o.module.n'), 'harmless', []],
  [REPOSITORY + moved('module.a.aws_ecr_repository.this', 'aws_ecr_repository.this'), 'harmless', []],
  [call('c') + moved('module.a', 'module.b') + moved('module.b', 'module.c'), 'harmless', []],
  [EACH + moved('module.a', 'module.c') + moved('module.c', 'module.b["x"]'), 'harmless', []],
  [B + moved('module.old', 'module.b') + moved('module.a', 'module.old'), 'harmless', []],
  [
    REPOSITORY + moved('module.a', 'module.b') + moved('module.b.aws_ecr_repository.this', 'aws_ecr_repository.this'),
    'harmless',
    [],
  ],
  [B + moved('module.a', 'module.b') + removed('module.z'), 'harmless', []],
  [moved('module.a', 'module.b') + removed('module.b'), 'harmless', []],
];

const ofState = (written: Files) => ruleIds(written).filter((line) => / state-/.test(line));

let standIn: StandIn | null = null;
let applied: AppliedModule | null = null;
let reason: string | null = null;

beforeAll(async () => {
  reason = await whyNoTerraform();
  if (reason !== null) return;
  standIn = await startStandIn();
  applied = await applyModule(standIn, files(A));
});

afterAll(() => {
  applied?.remove();
  standIn?.close();
});

describe('moves and removals of whole modules with repositories', () => {
  it.each(CASES)('%s: %s: the checks say so', (after, _, said) => {
    expect(ofState({ ...files(after), '.terraform/modules/modules.json': LIST })).toEqual(said);
  });

  it.each(CASES)('%s: %s: without the list nothing more is known', (after, outcome, said) => {
    const known = new Set(said);
    for (const line of ofState(files(after))) expect(known).toContain(line);
    if (outcome === 'refused') expect(ofState(files(after))).toEqual(said);
  });

  it.for(CASES.filter((_, index) => hasTurn(index, 3)))(
    'Terraform agrees: %s: %s',
    async ([after, outcome], context) => {
      if (applied === null) return context.skip(reason ?? 'there is no judge');
      const { refused, destroyed } = await applied.plan(files(after));
      expect(refused.length > 0 ? 'refused' : destroyed.length > 0 ? 'destroys' : 'harmless').toBe(outcome);
    },
  );
});
