import { collectionOf, DYNAMIC, objectType } from '../../evaluate/values/types.ts';
import type { Type } from '../../evaluate/values/value.ts';
import type { AttributeFact, BodyFact, ResourceFact } from '../../facts/provider/resourceSchema.ts';
import { typeOfArgument } from '../blocks/judgedValues.ts';
import type { Step } from './reference.ts';
import { literalKey } from './reference.ts';

const typesOfFacts = new WeakMap<ResourceFact, Type>();

/** The type of one instance of an ECR resource or data source. */
export function typeOfInstance(fact: ResourceFact): Type {
  const known = typesOfFacts.get(fact);
  if (known !== undefined) return known;
  const attributes = (fact.attributes ?? []).map((one): [string, Type] => [one.name, typeOfAttribute(one)]);
  const type = objectType([...attributes, ...membersOf(fact)]);
  typesOfFacts.set(fact, type);
  return type;
}

function membersOf({ arguments: known, blocks }: BodyFact): [string, Type][] {
  return [
    ...known.map(({ name, type }): [string, Type] => [name, typeOfArgument(type) ?? DYNAMIC]),
    ...blocks.map((block): [string, Type] => {
      if (block.name === 'timeouts') return [block.name, DYNAMIC];
      return [block.name, collectionOf(block.isSet === true ? 'set' : 'list', objectType(membersOf(block)))];
    }),
  ];
}

function typeOfAttribute({ type = 'string' }: AttributeFact): Type {
  if (typeof type === 'string') return typeOfArgument(type) ?? DYNAMIC;
  const members = Object.entries(type).map(([name, inner]): [string, Type] => [name, typeOfArgument(inner) ?? DYNAMIC]);
  return collectionOf('list', objectType(members));
}

/** The first step that a type does not have, and the type; `of` is the text before it. */
export interface Misstep {
  readonly step: Step;
  readonly of: Type;
}

export type Followed = { readonly type: Type | null; readonly misstep?: undefined } | { readonly misstep: Misstep };

/** The type at the end of some steps, null when unknown; or the step that does not exist. */
export function follow(start: Type | null, steps: readonly Step[]): Followed {
  let type = start;
  let splats = 0;
  for (const step of steps) {
    if (type === null || type.kind === 'dynamic') return { type: null };
    if (step.kind === 'splat') {
      splats += 1;
      type = elementOf(type) ?? type;
    } else if (step.kind === 'list') {
      splats -= 1;
      type = collectionOf('list', type);
    } else {
      const next: Type | null | undefined =
        step.kind === 'attribute' ? attributeIn(type, step.name.text) : indexIn(type, step);
      if (next === undefined) return { misstep: { step, of: type } };
      type = next;
    }
  }
  for (; splats > 0 && type !== null; splats -= 1) type = collectionOf('list', type);
  return { type };
}

/** The type of the elements of a list or set; null for anything else. */
export function elementOf(type: Type): Type | null {
  return type.kind === 'list' || type.kind === 'set' ? type.element : null;
}

/** Undefined when there is no such attribute, null when unknown. */
function attributeIn(type: Type, name: string): Type | null | undefined {
  switch (type.kind) {
    case 'object':
      return type.attributes.get(name)?.type;
    case 'map':
      return type.element;
    case 'tuple':
      return null;
    default:
      return undefined;
  }
}

function indexIn(type: Type, { key }: Step & { kind: 'index' }): Type | null | undefined {
  switch (type.kind) {
    case 'list':
    case 'map':
      return type.element;
    case 'object': {
      const literal = literalKey(key);
      return literal === null ? null : type.attributes.get(String(literal))?.type;
    }
    case 'tuple':
      return null;
    default:
      return undefined;
  }
}
