import { listedDirectory } from '../../module/calls/calledModules.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { ModuleStep } from '../imports/importAddress.ts';
import { directoryLeadsTo, holdsEcr } from '../references/calledModule.ts';
import { callAt } from './declaredInstances.ts';

/** Types whose objects hold images. */
export const REPOSITORIES: readonly string[] = [
  'aws_ecr_repository',
  'aws_ecrpublic_repository',
  'awscc_ecr_repository',
];

/**
 * True when a call is no longer in the code, and the list of the last `terraform init` says that its module led to ECR.
 */
export function isGoneFromEcr(modules: readonly ModuleStep[], scope: RecordingScope): boolean {
  return isGoneWith(modules, scope, holdsEcr);
}

/** The same for a module that led to repositories. */
export function isGoneWithRepositories(modules: readonly ModuleStep[], scope: RecordingScope): boolean {
  return isGoneWith(modules, scope, holdsRepositories);
}

function isGoneWith(
  modules: readonly ModuleStep[],
  scope: RecordingScope,
  holds: (module: Module) => boolean,
): boolean {
  if (callAt(modules, scope) !== 'undeclared') return false;
  const names = modules.map(({ name }) => name);
  const root = scope.root.module.directory;
  const directory = scope.ask((module) => listedDirectory(names, module, root));
  return directory !== null && directoryLeadsTo(directory, scope, holds);
}

function holdsRepositories(module: Module): boolean {
  return module.allBlocks().some(({ type, labels }) => type === 'resource' && REPOSITORIES.includes(labels[0] ?? ''));
}
