import { ignoresChangesOf } from '../ecr/repository/ignoredChanges.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import type { Attribute } from '../syntax/tree/tree.ts';
import type { Problem } from './problem.ts';

/** A policy, and the argument that takes it. */
interface Taken {
  readonly owner: BlockDeclaration;
  readonly argument: Attribute | null;
}

/** The problems without advice on a policy whose changes Terraform ignores: following it would do nothing. */
export function withoutIgnoredAdvice({ owner, argument }: Taken, problems: readonly Problem[]): readonly Problem[] {
  if (argument === null || problems.every(isNoAdvice)) return problems;
  return ignoresChangesOf({ declaration: owner }, argument.name.text) ? problems.filter(isNoAdvice) : problems;
}

function isNoAdvice({ severity }: Problem): boolean {
  return severity === 'error' || severity === 'warning';
}
