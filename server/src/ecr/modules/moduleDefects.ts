import type { Value } from '../../evaluate/values/value.ts';
import type { KnownModuleId } from '../../facts/modules/knownModules.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { compareReleases, releaseOf } from '../../module/versions/release.ts';
import type { ModuleCall } from './moduleCall.ts';
import { inputValue, isGiven, textOfArgument } from './moduleCall.ts';

/** A documented defect of some releases of a module. */
export interface ModuleDefect {
  readonly module: KnownModuleId;
  isIn(version: string): boolean;
  /** True for a call that is affected. */
  isMet(call: ModuleCall, scope: RecordingScope): boolean;
  /** The effect, to follow "in which". */
  readonly effect: string;
  /** The next release without it, or with `isOlder` the last one before. */
  readonly good: string;
  readonly isOlder?: true;
}

const is = (release: string) => (version: string) => version === release;
const within = (from: string, until: string) => (version: string) =>
  compareReleases(releaseOf(version), releaseOf(from)) >= 0 &&
  compareReleases(releaseOf(version), releaseOf(until)) < 0;

/**
 * Source: issues 148 and 158 of cloudposse/terraform-aws-ecr; issues 35 and 53 and the change log of
 * terraform-aws-modules/terraform-aws-ecr; issues 158 and 160 and the change log of lgallard/terraform-aws-ecr. Read
 * 2026-11-29.
 */
export const DEFECTS: readonly ModuleDefect[] = [
  {
    module: 'cloudposse',
    isIn: is('1.0.1'),
    isMet: (call, scope) => isGiven(call, 'custom_lifecycle_rules', scope),
    effect:
      'custom rules are sent with a null targetStorageClass, so AWS refuses every policy with one ("instance failed to match exactly one schema")',
    good: '1.0.2',
  },
  {
    module: 'cloudposse-component',
    isIn: (version) => version === '3.0.1' || version === '3.0.2',
    isMet: (call, scope) => isGiven(call, 'custom_lifecycle_rules', scope),
    effect:
      'the component takes cloudposse/ecr/aws 1.0.1, which sends custom rules with a null targetStorageClass, so AWS refuses every policy with one',
    good: '3.0.0',
    isOlder: true,
  },
  {
    module: 'cloudposse-component',
    isIn: is('1.538.2'),
    isMet: (call, scope) => customRules(call, scope).some(isWithoutUnit),
    effect:
      'the component takes cloudposse/ecr/aws 0.42.2, which sends a custom rule without countUnit with a null one, which AWS refuses',
    good: '1.538.3',
  },
  {
    module: 'cloudposse',
    isIn: is('0.42.2'),
    isMet: (call, scope) => customRules(call, scope).some(isWithoutUnit),
    effect: 'a custom rule without countUnit is sent with a null one, which AWS refuses',
    good: '0.43.0',
  },
  {
    module: 'terraform-aws-modules',
    isIn: is('3.0.0'),
    isMet: (call, scope) => statements(call, scope).some((statement) => hasMembers(statement, 'conditions')),
    effect: 'a statement with conditions stops the plan: the module reads an attribute "condition" that does not exist',
    good: '3.0.1',
  },
  {
    module: 'repository-template',
    isIn: is('3.0.0'),
    isMet: (call, scope) => statements(call, scope).some((statement) => hasMembers(statement, 'conditions')),
    effect: 'a statement with conditions stops the plan: the module reads an attribute "condition" that does not exist',
    good: '3.0.1',
  },
  {
    module: 'terraform-aws-modules',
    isIn: is('2.1.0'),
    isMet: (call, scope) => cacheRules(call, scope).some((rule) => memberValue(rule, 'credential_arn') !== undefined),
    effect: 'credential_arn of a pull through cache rule is dropped: it is read as "credentials_arn"',
    good: '2.1.1',
  },
  {
    module: 'lgallard',
    isIn: within('1.3.1', '2.1.0'),
    isMet: (call, scope) => textOfArgument(call, 'image_tag_mutability', scope)?.endsWith('_WITH_EXCLUSION') === true,
    effect: 'this mutability cannot be applied: it needs exclusion filters, which these releases cannot give',
    good: '2.1.0',
  },
  {
    module: 'lgallard',
    isIn: within('0.7.0', '0.25.1'),
    isMet: (call, scope) => usesOutput(call, 'repository_arn', scope),
    effect: 'the output repository_arn holds the name of the repository instead of its ARN',
    good: '0.25.1',
  },
];

function customRules(call: ModuleCall, scope: RecordingScope): readonly Value[] {
  const value = inputValue(call, 'custom_lifecycle_rules', scope);
  return value?.kind === 'list' ? value.items : [];
}

function isWithoutUnit(rule: Value): boolean {
  const selection = memberValue(rule, 'selection');
  if (selection?.kind !== 'object' || selection.open) return false;
  const unit = memberValue(selection, 'countUnit');
  return unit === undefined || unit.kind === 'null';
}

function statements(call: ModuleCall, scope: RecordingScope): readonly Value[] {
  const value = inputValue(call, 'repository_policy_statements', scope);
  return value?.kind === 'object' ? value.members.map((member) => member.value) : [];
}

function cacheRules(call: ModuleCall, scope: RecordingScope): readonly Value[] {
  const value = inputValue(call, 'registry_pull_through_cache_rules', scope);
  return value?.kind === 'object' ? value.members.map((member) => member.value) : [];
}

function hasMembers(value: Value, key: string): boolean {
  const member = memberValue(value, key);
  return (member?.kind === 'list' && member.items.length > 0) || member?.kind === 'object';
}

function memberValue(value: Value, key: string): Value | undefined {
  return value.kind === 'object' ? value.members.find((member) => member.key === key)?.value : undefined;
}

/** True when the calling module refers to an output of the call. */
function usesOutput({ declaration }: ModuleCall, output: string, scope: RecordingScope): boolean {
  const pattern = new RegExp(`\\b${declaration.address.replaceAll('.', '\\.')}(\\[[^\\]]*\\])?\\.${output}\\b`);
  return scope.ask((module) =>
    module.files.some(({ syntax }) => syntax.pieces.some(({ piece }) => pattern.test(piece.text))),
  );
}
