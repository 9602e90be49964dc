import { describe, expect, it } from 'vitest';
import { ACCESS_PLACES } from '../../../server/src/facts/access/accessPlaces.ts';
import { REGISTRY_ACTIONS, REPOSITORY_ACTIONS } from '../../../server/src/facts/access/ecrActions.ts';
import { PUBLIC_REGISTRY_ACTIONS, PUBLIC_REPOSITORY_ACTIONS } from '../../../server/src/facts/access/publicActions.ts';
import type { DocumentPlace } from '../../../server/src/facts/documentPlace.ts';
import { POLICY_KEYS } from '../../../server/src/facts/lifecycle/lifecyclePolicy.ts';
import { POLICY_ARGUMENTS } from '../../../server/src/facts/lifecycle/policyArguments.ts';
import { documentArguments } from '../../../server/src/facts/lifecycle/policyDocument.ts';
import { KNOWN_MODULES } from '../../../server/src/facts/modules/knownModules.ts';
import { OTHER_MODULES } from '../../../server/src/facts/modules/otherModules.ts';
import { CONCERN_WORDS } from '../../../server/src/facts/product/concernWords.ts';
import { IDENTITY_TYPES } from '../../../server/src/facts/provider/providerFeatures.ts';
import { typesOfBlock, UNJUDGED_LIST_TYPES } from '../../../server/src/facts/provider/resources.ts';
import { lookAtText } from '../../../server/src/module/looking/lookAtText.ts';
import { DEFAULT_PROBLEM_SETTINGS } from '../../../server/src/problems/settings.ts';
import { problemLines } from '../support/checkProblems.ts';
import { FIXTURES } from '../support/fixtures.ts';

const concerns = (text: string) => lookAtText(new TextEncoder().encode(text), false).concerns;

/** The texts that match an expression of groups, choices and optional parts exactly. */
function textsOf({ source }: RegExp): string[] {
  const plain = source.replaceAll('(^|\\/)', '').replaceAll('(\\?|$)', '').replaceAll('\\/', '/');
  return expand(plain).map((text) => text.replaceAll('\\.', '.'));
}

/** Every way through the innermost groups, and so on outward. */
function expand(pattern: string): string[] {
  const group = /\(([^()]*)\)(\?)?/.exec(pattern);
  if (group === null) return [pattern];
  const choices = [...(group[1] ?? '').split('|'), ...(group[2] === undefined ? [] : [''])];
  return choices.flatMap((choice) => expand(pattern.replace(group[0], () => choice)));
}

const PLACES: readonly DocumentPlace[] = [...POLICY_ARGUMENTS, ...ACCESS_PLACES];

const TYPES = [
  ...['resource', 'data', 'ephemeral'].flatMap((block) => typesOfBlock(block).map(({ type }) => type)),
  ...PLACES.flatMap(({ of }) => ('resource' in of ? [of.resource] : [])),
  ...UNJUDGED_LIST_TYPES,
  ...IDENTITY_TYPES,
];

const SOURCES = [
  ...PLACES.flatMap(({ of }) => ('module' in of ? [of.module] : [])).flatMap(textsOf),
  ...[...KNOWN_MODULES, ...OTHER_MODULES].flatMap(({ registry, repository }) => [
    registry ?? repository,
    repository,
    `${repository}.git`,
  ]),
];

const ACTIONS = [REPOSITORY_ACTIONS, REGISTRY_ACTIONS].flatMap(Object.keys).map((name) => `ecr:${name}`);
const PUBLIC_ACTIONS = [PUBLIC_REPOSITORY_ACTIONS, PUBLIC_REGISTRY_ACTIONS]
  .flatMap(Object.keys)
  .map((name) => `ecr-public:${name}`);

describe('the words by which a folder concerns ECR', () => {
  it('are enough for every type that the facts know', () => {
    expect(TYPES.length).toBeGreaterThan(20);
    for (const type of TYPES) expect([type, concerns(`resource "${type}" "x" {\n}\n`)]).toEqual([type, true]);
    for (const type of TYPES) expect([type, concerns(`import {\n  to = ${type}.x\n}\n`)]).toEqual([type, true]);
  });

  it('are enough for every module that the facts know, however it is addressed', () => {
    expect(SOURCES).toContain('terraform-aws-modules/ecr/aws');
    expect(SOURCES).toContain('cloudposse/terraform-aws-ecr.git');
    for (const source of SOURCES) {
      for (const written of [source, `app.terraform.io/${source}`, `git::https://github.com/${source}?ref=v1`])
        expect([written, concerns(`module "m" {\n  source = "${written}"\n}\n`)]).toEqual([written, true]);
    }
  });

  it('are enough for every action of an access policy', () => {
    for (const action of [...ACTIONS, ...PUBLIC_ACTIONS])
      expect([action, concerns(`actions = ["${action}"]`)]).toEqual([action, true]);
  });

  it('are enough for a lifecycle policy in whatever spelling, as each has what it must have', () => {
    const required = [...POLICY_KEYS.rule, ...POLICY_KEYS.selection]
      .filter((one) => one.required)
      .map(({ key }) => key);
    expect(concerns(required.map((key) => `${key} = x`).join('\n'))).toBe(true);
    expect(concerns(required.map((key) => `"${key}": 1`).join(', '))).toBe(true);
    const asArguments = documentArguments('selection').map(({ name }) => `${name} = 1`);
    expect(concerns(asArguments.join('\n'))).toBe(true);
  });

  it('are in every fixture text of which a check speaks, but for its syntax and its locals', () => {
    const silent = Object.fromEntries(FIXTURES.filter(([, files]) => !Object.values(files).some(concerns)));
    expect(Object.keys(silent).length).toBeLessThan(FIXTURES.length / 10);
    for (const [name, files] of Object.entries(silent)) {
      const lines = problemLines(files, DEFAULT_PROBLEM_SETTINGS);
      expect([name, lines.filter((line) => !/ (syntax|reference-cycle)$/.test(line))]).toEqual([name, []]);
    }
  });

  it('are each needed by a text that says nothing else, and long enough to be searched for', () => {
    for (const { word } of CONCERN_WORDS) {
      expect(word.length).toBeGreaterThanOrEqual(4);
      expect(concerns(`x = ${word}`)).toBe(true);
      expect(CONCERN_WORDS.filter((other) => other.word !== word && word.includes(other.word))).toEqual([]);
    }
  });
});
