import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Attribute, Expression } from '../../syntax/tree/tree.ts';
import type { ImportAddress, ModuleStep, WrongAddress } from '../imports/importAddress.ts';
import { readAddress, readWholeModule, spellAddress, spellModules } from '../imports/importAddress.ts';
import { callLeadsToEcr } from '../references/calledModule.ts';
import { callAt } from './declaredInstances.ts';
import { isGoneFromEcr } from './goneModules.ts';

/** The address of a whole module, or of one of its instances. */
export interface WholeModule {
  readonly kind: 'whole-module';
  /** The calls from the outermost to the module's own; never empty. */
  readonly modules: readonly ModuleStep[];
}

/** An end of a `moved` or `removed` block: the argument, and the address in it. */
export interface StateEnd {
  readonly attribute: Attribute;
  /** Null while it is being typed. */
  readonly address: ImportAddress | WholeModule | WrongAddress | null;
}

/** A top-level `moved` or `removed` block. */
export interface StateBlock {
  readonly declaration: BlockDeclaration;
  readonly kind: 'moved' | 'removed';
  readonly from: StateEnd | null;
  readonly to: StateEnd | null;
}

const ECR_ADDRESS = /\b(?:aws|awscc)_ecr(?:public)?_\w+/;

/**
 * The `moved` or `removed` block that a declaration is, if it concerns an ECR type or names a whole module that leads to
 * ECR: its call is there, or was at `from` when `terraform init` last ran. Null for another block.
 */
export function readStateBlock(declaration: BlockDeclaration, scope: RecordingScope): StateBlock | null {
  const block = anyStateBlock(declaration);
  if (block === null) return null;
  const isOfEcr = [block.from, block.to].some((end) => concernsEcr(end, declaration, scope));
  return isOfEcr || wasOfEcr(block.from, scope) ? block : null;
}

function wasOfEcr(from: StateEnd | null, scope: RecordingScope): boolean {
  return from?.address?.kind === 'whole-module' && isGoneFromEcr(from.address.modules, scope);
}

function anyStateBlock(declaration: BlockDeclaration): StateBlock | null {
  const { type, block } = declaration;
  if (type !== 'moved' && type !== 'removed') return null;
  const end = (name: string): StateEnd | null => {
    const attribute = attributeOf(block, name);
    return attribute === undefined ? null : { attribute, address: addressIn(attribute.value) };
  };
  return { declaration, kind: type, from: end('from'), to: type === 'moved' ? end('to') : null };
}

function addressIn(expression: Expression): StateEnd['address'] {
  const modules = readWholeModule(expression);
  return modules === null ? readAddress(expression) : { kind: 'whole-module', modules };
}

function concernsEcr(end: StateEnd | null, { source }: BlockDeclaration, scope: RecordingScope): boolean {
  if (end === null) return false;
  if (ECR_ADDRESS.test(textOf(placeOf(source, end.attribute.value)))) return true;
  if (end.address?.kind !== 'whole-module') return false;
  const call = callAt(end.address.modules, scope);
  return typeof call !== 'string' && callLeadsToEcr(call.declaration, call.scope);
}

/** The address of an end in a normal form; null for a computed or invalid one. */
export function spelled(end: StateEnd | null): string | null {
  if (end?.address?.kind === 'whole-module') return spellModules(end.address.modules);
  return end?.address?.kind === 'address' ? spellAddress(end.address) : null;
}

/** All `moved` and `removed` blocks of a module, in text order; call it through `Module.remember`. */
export function stateBlocks(module: Module): readonly StateBlock[] {
  return module.allBlocks().flatMap((declaration) => anyStateBlock(declaration) ?? []);
}
