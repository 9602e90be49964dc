import { policyCoverage } from '../../../ecr/repository/policyCoverage.ts';
import { REPOSITORY_TYPE } from '../../../ecr/repository/repositoryBlock.ts';
import type { Module } from '../../../module/module.ts';
import { freeName } from '../../../syntax/edit/freeName.ts';
import { ecrResources } from '../repositories/ecrResources.ts';
import type { EcrSnippet } from './catalogue.ts';

/** The first tab stop with its initial text: the name of what the snippet writes. */
const NAME = /\$\{1:([a-z_]+)\}/;
const REFERENCE = /\baws_ecr_repository\.\$(?:1\b|\{1:)/;
const LABEL = /^(resource|data) "([a-z_]+)" "\$(?:\{1:[a-z_]+\}|1)([a-z_]*)"/gm;
const CALL = /^module "\$\{1:/m;

/**
 * The body of a snippet with names that fit the module: those of suitable repositories if it refers to one, else a free
 * name.
 */
export function bodyFor(module: Module, { body }: EcrSnippet): string {
  const [, initial] = NAME.exec(body) ?? [];
  if (initial === undefined) return body;
  const taken = (name: string) => addressesIn(body, name).some((address) => module.blocks(address).length > 0);
  const fitting = REFERENCE.test(body) ? repositoriesOf(module, body).filter((name) => !taken(name)) : [];
  const [only, ...others] = fitting;
  if (only === undefined) return body.replace(NAME, `\${1:${freeName(initial, taken)}}`);
  if (others.length > 0) return body.replace(NAME, `\${1|${fitting.join(',')}|}`);
  return body.replace(NAME, only).replaceAll(/\$1\b|\$\{1\}/g, only);
}

/** The addresses that the snippet declares with a name. */
function addressesIn(body: string, name: string): readonly string[] {
  const blocks = [...body.matchAll(LABEL)].map(([, block = '', type = '', rest = '']) => {
    const address = `${type}.${name}${rest}`;
    return block === 'data' ? `data.${address}` : address;
  });
  return CALL.test(body) ? [...blocks, `module.${name}`] : blocks;
}

/** The names of suitable repositories for a snippet that refers to one. */
function repositoriesOf(module: Module, body: string): readonly string[] {
  const prefix = `${REPOSITORY_TYPE}.`;
  const isOwn = body.includes(`resource "${REPOSITORY_TYPE}"`);
  const isImport = body.startsWith('import ');
  const isRepeated = body.includes('for_each = ');
  const isPolicy = body.includes('resource "aws_ecr_lifecycle_policy"');
  const { addresses: covered } = module.remember(policyCoverage);
  const fitting = module
    .remember(ecrResources)
    .filter(({ address }) => address.startsWith(prefix))
    .filter(({ instances }) => instances === (isRepeated ? 'for_each' : 'one'))
    .filter(({ address, isImported }) => (isImport ? !isImported : !(isPolicy && covered.has(address))));
  return isOwn ? [] : fitting.map(({ address }) => address.slice(prefix.length));
}
