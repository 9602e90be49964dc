import { policySourceOf } from '../ecr/documents/lifecycle/policySource.ts';
import { instancesOf } from '../ecr/instances.ts';
import { REPOSITORY_TYPE } from '../ecr/repository/repositoryBlock.ts';
import { Evaluator } from '../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../module/declarations/declarations.ts';
import { isBlockOf } from '../module/declarations/declarations.ts';
import type { Module } from '../module/module.ts';
import { RecordingScope } from '../module/tracking/recordingScope.ts';
import type { PolicyTarget } from './coverage.ts';
import { ROOT_PREFIX } from './coverage.ts';
import { targetsOf } from './policyTargets.ts';
import { namesOfRepository } from './repositoryNames.ts';

/** More calls than this are not followed. */
const CALL_LIMIT = 200;

/**
 * The repositories of some modules, and what templates make; null when there may be others, or when a name is unknown.
 */
export function knownRepositories(modules: readonly Module[]): readonly PolicyTarget[] | null {
  const reader = new Reader();
  for (const module of modules) {
    if (module.isOpen || module.mayBeOverridden) return null;
    reader.read(new RecordingScope(module));
  }
  return reader.isSure ? reader.targets : null;
}

class Reader {
  readonly targets: PolicyTarget[] = [];
  isSure = true;
  #calls = 0;

  read(scope: RecordingScope): void {
    // A called module's declarations are known through its callers.
    const isCalled = scope.caller === null && scope.environment.isCalled(scope.module.directory);
    if (isCalled) return;
    for (const declaration of scope.module.allBlocks()) {
      if (!this.isSure) return;
      if (declaration.type === 'module') this.#readCall(declaration, scope);
      else if (declaration.type === 'resource') this.#readResource(declaration, scope);
    }
  }

  #readResource(declaration: BlockDeclaration, scope: RecordingScope): void {
    if (isBlockOf(declaration, 'resource', REPOSITORY_TYPE)) {
      for (const name of namesOfRepository(declaration, 'all', scope)) {
        this.#add(name === null ? { kind: 'unknown' } : { kind: 'repository', name });
      }
    } else if (policySourceOf(declaration) !== undefined) this.#addTargets(declaration, scope);
  }

  #readCall(call: BlockDeclaration, scope: RecordingScope): void {
    if (policySourceOf(call) !== undefined) {
      this.#addTargets(call, scope);
      return;
    }
    for (const { options } of instancesOf(call, scope) ?? [{ options: {} }]) {
      this.#calls += 1;
      const inner = this.#calls > CALL_LIMIT ? null : scope.through(call, new Evaluator(scope, options));
      if (inner === null) this.isSure = false;
      else this.read(inner);
    }
  }

  #addTargets(owner: BlockDeclaration, scope: RecordingScope): void {
    for (const target of targetsOf({ owner, instance: null }, scope)) this.#add(target);
  }

  #add(target: PolicyTarget): void {
    const isAny = target.kind === 'unknown' || (target.kind === 'below' && target.prefix === ROOT_PREFIX);
    if (isAny) this.isSure = false;
    else this.targets.push(target);
  }
}
