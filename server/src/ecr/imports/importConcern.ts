import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import { policySourceOf } from '../documents/lifecycle/policySource.ts';

const ECR_TYPE = /^(?:aws|awscc)_ecr/;
const ECR_ADDRESS = /\b(?:aws|awscc)_ecr(?:public)?_\w+/;

/** True for a module that declares something of ECR; call it through `Module.remember`. */
function hasEcr(module: Module): boolean {
  return (
    module.blocksWhich(isOfEcrType).length > 0 ||
    module.allBlocks().some((block) => policySourceOf(block) !== undefined)
  );
}

function isOfEcrType({ labels }: BlockDeclaration): boolean {
  return ECR_TYPE.test(labels[0] ?? '');
}

/** True when an import block targets an ECR type, or is in a module that has one. */
export function concernsEcr({ block, source }: BlockDeclaration, scope: RecordingScope): boolean {
  const to = attributeOf(block, 'to')?.value;
  if (to !== undefined && ECR_ADDRESS.test(textOf(placeOf(source, to)))) return true;
  return isModuleOfEcr(scope);
}

/** True in a module that declares something of ECR. */
export function isModuleOfEcr(scope: RecordingScope): boolean {
  return scope.ask((module) => module.remember(hasEcr));
}
