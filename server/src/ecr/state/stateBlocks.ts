import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { Module } from '../../module/module.ts';
import { placeOf, textOf } from '../../syntax/tree/place.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';
import type { ImportAddress, WrongAddress } from '../imports/importAddress.ts';
import { readAddress, spellAddress } from '../imports/importAddress.ts';

/** An end of a `moved` or `removed` block: the argument, and the address in it. */
export interface StateEnd {
  readonly attribute: Attribute;
  /** Null while it is being typed. */
  readonly address: ImportAddress | WrongAddress | null;
}

/** A top-level `moved` or `removed` block. */
export interface StateBlock {
  readonly declaration: BlockDeclaration;
  readonly kind: 'moved' | 'removed';
  readonly from: StateEnd | null;
  readonly to: StateEnd | null;
}

const ECR_ADDRESS = /\b(?:aws|awscc)_ecr(?:public)?_\w+/;

/** The `moved` or `removed` block that a declaration is, if it concerns an ECR type; null for another block. */
export function readStateBlock(declaration: BlockDeclaration): StateBlock | null {
  const { type, block, source } = declaration;
  if (type !== 'moved' && type !== 'removed') return null;
  const end = (name: string): StateEnd | null => {
    const attribute = attributeOf(block, name);
    return attribute === undefined ? null : { attribute, address: readAddress(attribute.value) };
  };
  const found: StateBlock = { declaration, kind: type, from: end('from'), to: type === 'moved' ? end('to') : null };
  const texts = [found.from, found.to].map((side) => side && textOf(placeOf(source, side.attribute.value)));
  return texts.some((text) => text !== null && ECR_ADDRESS.test(text)) ? found : null;
}

/** The address of an end in a normal form; null for a computed or invalid one. */
export function spelled(end: StateEnd | null): string | null {
  return end?.address?.kind === 'address' ? spellAddress(end.address) : null;
}

/** The `moved` and `removed` blocks of a module, in text order; call it through `Module.remember`. */
export function stateBlocks(module: Module): readonly StateBlock[] {
  return module.allBlocks().flatMap((declaration) => readStateBlock(declaration) ?? []);
}
