import { documentPlacesIn } from '../../../ecr/documents/documentSource.ts';
import { VOCABULARIES } from '../../../ecr/documents/vocabularies.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import { CALL_ARGUMENTS } from '../../../facts/modules/callArguments.ts';
import { moduleFact } from '../../../facts/modules/communityModules.ts';
import type { ArgumentFact, ArgumentType, AttributeFact, BodyFact } from '../../../facts/provider/resourceSchema.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import type { Module } from '../../../module/module.ts';
import { calledDirectory } from '../../../module/moduleCalls.ts';
import { asMarkdown, codeSpan } from '../../../syntax/shown/markdown.ts';
import type { Expression } from '../../../syntax/tree/tree.ts';

const TYPES: Readonly<Record<string, ArgumentType>> = {
  string: 'string',
  bool: 'boolean',
  number: 'number',
  'list(string)': 'string-list',
  'set(string)': 'string-list',
  'map(string)': 'string-map',
};

/**
 * The arguments of a call: the inputs of a workspace module or of a known one, or at least those that take a document.
 * Null for any other module.
 */
export function callBody(module: Module, call: BlockDeclaration): BodyFact | null {
  const inputs = calledModule(module, call)?.remember(inputsOf) ?? knownModule(call)?.inputs ?? documentInputs(call);
  return inputs === undefined ? null : { arguments: [...inputs, ...CALL_ARGUMENTS], blocks: [] };
}

/** The inputs that take a document; undefined where none does. */
function documentInputs(call: BlockDeclaration): readonly ArgumentFact[] | undefined {
  const inputs = VOCABULARIES.flatMap((vocabulary) =>
    documentPlacesIn(call, vocabulary).map(({ argument }): ArgumentFact => {
      const documentation = `The ${vocabulary.name} as JSON text.`;
      return { name: argument, type: 'expression', required: false, documentation };
    }),
  );
  return inputs.length === 0 ? undefined : inputs;
}

/** What a call gives. */
export function callOutputs(module: Module, call: BlockDeclaration): readonly AttributeFact[] {
  return calledModule(module, call)?.remember(outputsOf) ?? knownModule(call)?.outputs ?? [];
}

function calledModule(module: Module, call: BlockDeclaration): Module | undefined {
  const directory = calledDirectory(call, module.directory);
  return directory === null ? undefined : module.environment.moduleAt(directory);
}

function knownModule({ block }: BlockDeclaration) {
  return moduleFact(literalText(attributeOf(block, 'source')?.value) ?? '');
}

function inputsOf(module: Module): readonly ArgumentFact[] {
  return declarationsOf(module, 'variable').map(({ name, declaration: { block, source } }): ArgumentFact => {
    const textOf = (expression: Expression) => source.piece.text.slice(expression.start, expression.end);
    const type = attributeOf(block, 'type')?.value;
    const fallback = attributeOf(block, 'default')?.value;
    const written = type === undefined ? null : textOf(type).replaceAll(/\s+/g, ' ');
    const words = asMarkdown(literalText(attributeOf(block, 'description')?.value) ?? '');
    const known = lookUp(TYPES, (written ?? '').replaceAll(' ', ''));
    return {
      name,
      type: known ?? 'expression',
      required: fallback === undefined,
      documentation: [words, known === undefined && written !== null ? `Type: ${codeSpan(written)}.` : '']
        .join('\n\n')
        .trim(),
      ...(fallback === undefined || textOf(fallback).includes('\n') ? {} : { defaultValue: textOf(fallback) }),
    };
  });
}

function outputsOf(module: Module): readonly AttributeFact[] {
  return declarationsOf(module, 'output').map(({ name, declaration: { block } }) => ({
    name,
    documentation: asMarkdown(literalText(attributeOf(block, 'description')?.value) ?? ''),
  }));
}

function declarationsOf(module: Module, type: string) {
  return module.allBlocks().flatMap((declaration) => {
    const [name] = declaration.labels;
    return declaration.type === type && name ? [{ name, declaration }] : [];
  });
}
