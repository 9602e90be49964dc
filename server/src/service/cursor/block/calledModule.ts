import { documentPlacesIn } from '../../../ecr/documents/documentSource.ts';
import { VOCABULARIES } from '../../../ecr/documents/vocabularies.ts';
import { otherCallOf } from '../../../ecr/modules/otherCall.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import { CALL_ARGUMENTS } from '../../../facts/modules/callArguments.ts';
import {
  argumentOfInput,
  attributeOfOutput,
  SOURCE_OF_KNOWN,
  versionOfKnown,
} from '../../../facts/modules/inputArguments.ts';
import type { ReleaseSpan } from '../../../facts/modules/knownModules.ts';
import type { ArgumentFact, ArgumentType, AttributeFact, BodyFact } from '../../../facts/provider/resourceSchema.ts';
import { calledModule as whereCalled } from '../../../module/calls/calledModules.ts';
import { isIn, knownCallOf, knownModuleOf } from '../../../module/calls/knownCall.ts';
import { readModuleSource } from '../../../module/calls/moduleSource.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import { literalText } from '../../../module/declarations/literals.ts';
import type { Module } from '../../../module/module.ts';
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
 * The arguments of a call: the inputs of a workspace module, of an installed or a known one, or at least those that
 * take a document. Null for any other module.
 */
export function callBody(module: Module, call: BlockDeclaration): BodyFact | null {
  const known = knownOf(call);
  const facts = known?.inputs() ?? [];
  const inputs = calledModule(module, call)?.remember(inputsOf) ?? known?.inputs() ?? documentInputs(call);
  if (inputs === undefined) return null;
  const told = inputs.map((input) => ({ ...input, ...detailsOf(facts, input) }));
  return { arguments: [...told, ...(known?.callArguments ?? CALL_ARGUMENTS)], blocks: [] };
}

/** The role, values and words of a known input, which say more than the files of a module. */
function detailsOf(facts: readonly ArgumentFact[], { name }: ArgumentFact): Partial<ArgumentFact> {
  const fact = facts.find((one) => one.name === name);
  if (fact === undefined) return {};
  const { documentation, role, values } = fact;
  return { documentation, ...(role !== undefined && { role }), ...(values !== undefined && { values }) };
}

/** The inputs that take a document; undefined when there are none. */
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
  return calledModule(module, call)?.remember(outputsOf) ?? knownOf(call)?.outputs() ?? [];
}

/** A module of the workspace, or one that is installed. */
function calledModule(module: Module, call: BlockDeclaration): Module | undefined {
  const called = whereCalled(call, module, module.directory);
  return called === null || called.kind === 'known' ? undefined : module.environment.moduleAt(called.directory);
}

/** The data on a call's module: for the newest release that the call allows, else for the newest of all. */
function knownOf(call: BlockDeclaration) {
  const source = readModuleSource(literalText(attributeOf(call.block, 'source')?.value) ?? '');
  const known = source && knownModuleOf(source);
  const newest = knownCallOf(call)?.releases.at(-1) ?? known?.releases.at(-1);
  if (!known || newest === undefined) return knownInPart(call);
  const there = <Fact extends ReleaseSpan>(facts: readonly Fact[]) => facts.filter((fact) => isIn(newest, fact));
  return {
    inputs: () => there(known.inputs).map((input) => argumentOfInput(known, input, newest)),
    outputs: () => there(known.outputs).map(attributeOfOutput),
    callArguments: CALL_ARGUMENTS.map((fact) => {
      if (fact.name === 'source') return SOURCE_OF_KNOWN;
      return fact.name === 'version' ? versionOfKnown(known) : fact;
    }),
  };
}

/** The inputs of a module about which only they are known. */
function knownInPart(call: BlockDeclaration) {
  const other = otherCallOf(call);
  const newest = other?.releases.at(-1);
  if (other === null || newest === undefined) return null;
  const { known } = other;
  const inputs = known.inputs.filter((fact) => isIn(newest, fact));
  return {
    inputs: () => inputs.map((input) => argumentOfInput(known, input, newest)),
    outputs: () => [],
    callArguments: CALL_ARGUMENTS,
  };
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
