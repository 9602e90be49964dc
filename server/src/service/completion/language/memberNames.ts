import { otherAttributes } from '../../../facts/language/otherAttributes.ts';
import { lookUp } from '../../../facts/lookUp.ts';
import { bodyFact } from '../../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf, attributesOf } from '../../../module/declarations/declarations.ts';
import type { Module } from '../../../module/module.ts';
import { RESOURCE_ROOT } from '../../../syntax/referenceRoots.ts';
import { codeSpan } from '../../../syntax/shown/markdown.ts';
import { isIdentifier } from '../../../syntax/tokens/characters.ts';
import type { Expression } from '../../../syntax/tree/tree.ts';
import type { Named } from './named.ts';
import { aboutVariable } from './named.ts';

/** Names after these words that every module has. */
const FIXED: Readonly<Record<string, readonly Named[]>> = {
  each: [
    { name: 'key', documentation: 'The key of the instance; in a set the element itself.' },
    { name: 'value', documentation: 'The value of the instance.' },
  ],
  count: [{ name: 'index', documentation: 'The number of the instance, from 0.' }],
  path: [
    { name: 'module', documentation: 'The folder of the module.' },
    { name: 'root', documentation: 'The folder of the root module.' },
    { name: 'cwd', documentation: 'The working directory.' },
  ],
  terraform: [{ name: 'workspace', documentation: 'The name of the workspace.' }],
};

/** The same names, whole: `each.key`. */
export function wholeNames(root: 'each' | 'count'): readonly Named[] {
  return (lookUp(FIXED, root) ?? []).map(({ name, documentation }) => ({ name: `${root}.${name}`, documentation }));
}

/** Arguments that are not attributes of the block. */
const META: ReadonlySet<string> = new Set(['for_each', 'count', 'provider', 'depends_on']);

/** What may follow a reference with these names and a dot. */
export function memberNames(module: Module, path: readonly string[]): readonly Named[] {
  return namesAfter(module, path).filter(({ name }) => isIdentifier(name));
}

function namesAfter(module: Module, path: readonly string[]): readonly Named[] {
  const [root = '', second, ...rest] = path[0] === RESOURCE_ROOT ? path.slice(1) : path;
  if (root === 'var') return variableMembers(module, second, rest);
  if (root === 'local') return localMembers(module, second, rest);
  const fixed = second === undefined ? lookUp(FIXED, root) : undefined;
  if (fixed !== undefined) return fixed;
  if (root === 'data') return second === undefined ? dataTypes(module) : blockMembers(module, `data.${second}`, rest);
  return blockMembers(module, root, second === undefined ? [] : [second, ...rest]);
}

function variableMembers(module: Module, name: string | undefined, rest: readonly string[]): readonly Named[] {
  if (name === undefined) {
    const variables = module.allBlocks().filter(({ type }) => type === 'variable');
    return variables.flatMap((declaration) => {
      const [label] = declaration.labels;
      return label ? [{ name: label, documentation: aboutVariable(declaration) }] : [];
    });
  }
  const block = rest.length > 0 ? undefined : module.blocks(`variable.${name}`)[0]?.block;
  const type = block && attributeOf(block, 'type')?.value;
  return type?.kind === 'FunctionCall' && type.name.text === 'object'
    ? keysOf(type.arguments[0])
    : keysOf(block && attributeOf(block, 'default')?.value);
}

function localMembers(module: Module, name: string | undefined, rest: readonly string[]): readonly Named[] {
  const locals = module.allLocals();
  if (name === undefined) {
    const names = new Set(locals.map((local) => local.name));
    return [...names].map((local) => ({ name: local, documentation: 'A local of this module.' }));
  }
  return rest.length > 0 ? [] : keysOf(locals.find((local) => local.name === name)?.attribute.value);
}

/** The keys of an object that is written out. */
function keysOf(value: Expression | undefined): readonly Named[] {
  if (value?.kind !== 'ObjectExpression') return [];
  return value.items.flatMap(({ key }) => {
    return key.kind === 'Variable' ? [{ name: key.name.text, documentation: 'A key of the object.' }] : [];
  });
}

function dataTypes(module: Module): readonly Named[] {
  const blocks = module.allBlocks().filter(({ type }) => type === 'data');
  const types = new Set(blocks.flatMap(({ labels: [label] }) => (label ? [label] : [])));
  return [...types].map((name) => ({ name, documentation: 'Data sources of this module.' }));
}

/** The names of the blocks of a type, or the attributes of one. */
function blockMembers(module: Module, type: string, [name, ...rest]: readonly string[]): readonly Named[] {
  if (rest.length > 0) return [];
  if (name !== undefined) return attributesOfBlock(module.blocks(`${type}.${name}`)[0], type);
  const begin = `${type}.`;
  const addresses = module.allBlocks().flatMap(({ address }) => (address.startsWith(begin) ? [address] : []));
  return [...new Set(addresses)].map((address) => {
    return { name: address.slice(begin.length), documentation: `${codeSpan(address)} of this module.` };
  });
}

function attributesOfBlock(declaration: BlockDeclaration | undefined, type: string): readonly Named[] {
  const isEcr = bodyFact(declaration?.type ?? '', declaration?.labels[0] ?? '') !== undefined;
  if (declaration === undefined || isEcr || declaration.type === 'module') return [];
  const written = attributesOf(declaration.block.body).map(({ name }) => name.text);
  const names = new Set([...otherAttributes(type), 'id', ...written.filter((name) => !META.has(name))]);
  return [...names].map((name) => ({ name, documentation: `An attribute of ${codeSpan(declaration.address)}.` }));
}
