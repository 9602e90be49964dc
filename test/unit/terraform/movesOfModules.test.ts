import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planAfterApply, whyNoTerraform } from '../../terraform/judge.ts';
import type { StandIn } from '../../terraform/standIn/standIn.ts';
import { startStandIn } from '../../terraform/standIn/standIn.ts';
import { ruleIds } from '../support/checkProblems.ts';

const REPOSITORY = 'resource "aws_ecr_repository" "this" {\n  name = "team/api"\n}\n';
const call = (label: string, more = '') => `module "${label}" {\n  source = "./m"\n${more}}\n`;
const moved = (from: string, to: string) => `moved {\n  from = ${from}\n  to   = ${to}\n}\n`;
const removed = (from: string, inside = 'lifecycle {\n    destroy = false\n  }') =>
  `removed {\n  from = ${from}\n  ${inside}\n}\n`;
const files = (main: string) => ({ 'main.tf': main, 'm/main.tf': REPOSITORY });

const A = call('a');
const B = call('b');
const EACH = call('b', '  for_each = toset(["x"])\n');

type Outcome = 'refused' | 'destroys' | 'harmless';

/** What follows after a call `a` of a module with one repository was applied. */
const CASES: readonly (readonly [after: string, outcome: Outcome])[] = [
  [B + moved('module.a', 'module.b'), 'harmless'],
  [A + B + moved('module.a', 'module.b'), 'refused'],
  [moved('module.a', 'module.b'), 'destroys'],
  [A + moved('module.a', 'module.a'), 'refused'],
  [EACH + moved('module.a', 'module.b["x"]'), 'harmless'],
  [EACH + moved('module.a', 'module.b["y"]'), 'destroys'],
  [moved('module.a', 'aws_ecr_repository.this'), 'refused'],
  [REPOSITORY + moved('module.a.aws_ecr_repository.this', 'aws_ecr_repository.this'), 'harmless'],
  [removed('module.a'), 'harmless'],
  [removed('module.a', ''), 'destroys'],
  [A + removed('module.a'), 'refused'],
  [B + moved('module.a', 'module.b') + moved('module.c', 'module.b'), 'refused'],
];

let standIn: StandIn | null = null;
let reason: string | null = null;

beforeAll(async () => {
  reason = await whyNoTerraform();
  if (reason === null) standIn = await startStandIn();
});

afterAll(() => standIn?.close());

describe('moves and removals of whole modules with repositories', () => {
  // What the addresses of whole modules make wrong is left to Terraform; what is right must stay silent.
  it.each(CASES.filter(([, outcome]) => outcome === 'harmless'))('%s is silent', (after) => {
    expect(ruleIds(files(after)).filter((line) => /^(?:error|warning) /.test(line))).toEqual([]);
  });

  it.for(CASES)('Terraform agrees: %s: %s', { timeout: 240_000 }, async ([after, outcome], context) => {
    if (standIn === null) return context.skip(reason ?? 'there is no judge');
    const { refused, actions } = await planAfterApply(standIn, files(A), files(after));
    const isDestroyed = Object.values(actions).some((action) => action.includes('delete'));
    expect(refused.length > 0 ? 'refused' : isDestroyed ? 'destroys' : 'harmless').toBe(outcome);
  });
});
