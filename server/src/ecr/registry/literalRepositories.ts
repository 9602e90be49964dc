import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, isBlockOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';
import { instancesOf } from '../instances.ts';
import { REPOSITORY_TYPE } from '../repository/repositoryBlock.ts';

/** A repository of a module with a known name, once for each instance. */
export interface LiteralRepository {
  readonly declaration: BlockDeclaration;
  readonly name: string;
  readonly attribute: Attribute;
}

/** The private repositories of a module with known names; call it through `Module.remember`. */
export function literalRepositories(module: Module): readonly LiteralRepository[] {
  const scope = new RecordingScope(module);
  return module.blocksWhich(isRepository).flatMap((declaration) => {
    const attribute = attributeOf(declaration.block, 'name');
    if (attribute === undefined) return [];
    const instances = instancesOf(declaration, scope) ?? [{ options: {} }];
    return instances.flatMap(({ options }) => {
      const value = new Evaluator(scope, options).evaluate({
        source: declaration.source,
        expression: attribute.value,
      });
      return value.kind === 'string' ? [{ declaration, name: value.value, attribute }] : [];
    });
  });
}

function isRepository(declaration: BlockDeclaration): boolean {
  return isBlockOf(declaration, 'resource', REPOSITORY_TYPE);
}
