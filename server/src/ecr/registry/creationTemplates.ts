import { CREATION_TEMPLATE } from '../../facts/registry/creationTemplateArguments.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import { referencedResource } from '../../module/declarations/referencePaths.ts';
import type { Module } from '../../module/module.ts';
import { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { argumentIn, textIn } from '../blocks/bodyParts.ts';
import type { EcrBlock } from '../blocks/ecrBlock.ts';
import { readEcrBlock } from '../blocks/ecrBlock.ts';
import { instancesOf } from '../instances.ts';
import { ROOT_PREFIX } from './cacheRule.ts';

/** A creation template of a module, for one instance. */
export interface CreationTemplate {
  readonly declaration: BlockDeclaration;
  /** Null when it is unknown. */
  readonly prefix: string | null;
  /** The resource whose prefix it references; null for none. */
  readonly prefixOf: string | null;
  /** Null when unknown. */
  readonly appliedFor: readonly string[] | null;
}

/** True for the resource, not for a data source that reads a template. */
export function isTemplate({ declaration }: EcrBlock): boolean {
  return isBlockOf(declaration, 'resource', CREATION_TEMPLATE.type);
}

/** The creation templates of a module; call it through `Module.remember`. */
export function creationTemplates(module: Module): readonly CreationTemplate[] {
  const scope = new RecordingScope(module);
  return module.blocksWhich(isTemplateBlock).flatMap((declaration) => {
    const instances = instancesOf(declaration, scope) ?? [{ options: {} }];
    return instances.flatMap(({ options }) => {
      const block = readEcrBlock(declaration, scope, options);
      return block === null ? [] : [readTemplate(block)];
    });
  });
}

function readTemplate({ declaration, body }: EcrBlock): CreationTemplate {
  const prefix = argumentIn(body, 'prefix')?.value;
  return {
    declaration,
    prefix: textIn(body, 'prefix'),
    prefixOf: prefix?.kind === 'unknown' ? referencedResource(prefix.expression) : null,
    appliedFor: appliedForOf(body),
  };
}

/** The operations that a template applies to; null when unknown. */
export function appliedForOf(body: EcrBlock['body']): readonly string[] | null {
  const value = argumentIn(body, 'applied_for')?.value;
  if (value?.kind !== 'list' || value.open) return null;
  const texts = value.items.map((item) => (item.kind === 'string' ? item.value : null));
  return texts.some((text) => text === null) ? null : texts.filter((text) => text !== null);
}

/** True when repositories below one prefix are also below another: `prod/team` is below `prod` and below `ROOT`. */
export function isBelowPrefix(name: string, prefix: string): boolean {
  const above = prefix.replace(/\/$/, '');
  const below = name.replace(/\/$/, '');
  return prefix === ROOT_PREFIX || below === above || below.startsWith(`${above}/`);
}

function isTemplateBlock(declaration: BlockDeclaration): boolean {
  return isBlockOf(declaration, 'resource', CREATION_TEMPLATE.type);
}
