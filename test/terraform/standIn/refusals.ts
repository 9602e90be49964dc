import type { SchemaBody } from '../providerSchema.ts';
import type { State, WireValue } from './wire.ts';
import { isList, isObject, isUnknown } from './wire.ts';

type Step = { readonly attribute_name: string } | { readonly element_key_int: number };

/** The provider's messages about a configuration. */
export interface Diagnostic {
  readonly severity: 'ERROR';
  readonly summary: string;
  readonly detail: string;
  readonly attribute: { readonly steps: readonly Step[] };
}

/**
 * What a provider rejects by its schema although Terraform's core does not: null for a required argument, and a value
 * for an attribute that is only computed.
 */
export function refusalsOf(body: SchemaBody, value: WireValue): readonly Diagnostic[] {
  return isObject(value) ? refusalsIn(body, value, []) : [];
}

function refusalsIn(body: SchemaBody, value: State, steps: readonly Step[]): Diagnostic[] {
  return [...attributeRefusals(body, value, steps), ...blockRefusals(body, value, steps)];
}

function attributeRefusals(body: SchemaBody, value: State, steps: readonly Step[]): Diagnostic[] {
  return Object.entries(body.attributes).flatMap(([name, { required, optional }]) => {
    const attribute = { steps: [...steps, { attribute_name: name }] };
    const isNull = value[name] === null;
    if (required && isNull) {
      const detail = `The argument "${name}" is required, but no definition was found.`;
      return [{ severity: 'ERROR', summary: 'Missing required argument', detail, attribute }];
    }
    if (required || optional || isNull) return [];
    const detail = `Can't configure a value for "${name}": its value will be decided automatically.`;
    return [{ severity: 'ERROR', summary: 'Value for unconfigurable attribute', detail, attribute }];
  });
}

function blockRefusals(body: SchemaBody, value: State, steps: readonly Step[]): Diagnostic[] {
  return Object.entries(body.blocks).flatMap(([name, block]) => {
    const at = [...steps, { attribute_name: name }];
    const elements = value[name];
    if (!isList(elements)) return [];
    return elements.flatMap((element, index) => {
      if (isUnknown(element) || !isObject(element)) return [];
      if (block.nesting === 'list') return refusalsIn(block, element, [...at, { element_key_int: index }]);
      // An item of a set has no path of its own.
      return refusalsIn(block, element, []).map((refusal) => ({ ...refusal, attribute: { steps: at } }));
    });
  });
}
