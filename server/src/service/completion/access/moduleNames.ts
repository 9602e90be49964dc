import { REPOSITORY_TYPE } from '../../../ecr/repository/repositoryBlock.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { attributeOf } from '../../../module/declarations/declarations.ts';
import type { Module } from '../../../module/module.ts';

/** Longer texts are not read. */
const MOST = 20;

/** The accounts that ARNs of a module name, in text order. Call these through `Module.remember`. */
export function accountsIn(module: Module): readonly string[] {
  const texts = module.files.map(({ syntax }) => syntax.text);
  const found = texts.flatMap((text) => [...text.matchAll(/arn:[\w-]+:iam::(\d{12}):/g)].map(([, id = '']) => id));
  return [...new Set(found)].slice(0, MOST);
}

/** The addresses of the data sources for the own account. */
export function ownAccountsIn(module: Module): readonly string[] {
  return single(module, 'data', 'aws_caller_identity');
}

/** The addresses of the data sources for the own region. */
export function ownRegionsIn(module: Module): readonly string[] {
  return single(module, 'data', 'aws_region');
}

/** The addresses of the roles of a module. */
export function rolesIn(module: Module): readonly string[] {
  return single(module, 'resource', 'aws_iam_role');
}

/** The addresses of the repositories of a module. */
export function repositoriesIn(module: Module): readonly string[] {
  return single(module, 'resource', REPOSITORY_TYPE);
}

/** The blocks of a type with a single instance. */
function single(module: Module, type: 'resource' | 'data', label: string): readonly string[] {
  const isWanted = (block: BlockDeclaration) => block.type === type && block.labels[0] === label;
  const isOnlyOne = ({ block }: BlockDeclaration) =>
    attributeOf(block, 'count') === undefined && attributeOf(block, 'for_each') === undefined;
  return module
    .allBlocks()
    .filter((block) => isWanted(block) && isOnlyOne(block))
    .slice(0, MOST)
    .map(({ address }) => address);
}
