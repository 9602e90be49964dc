import { lookUp } from '../../facts/lookUp.ts';
import { bodyFact } from '../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';

/** Arguments that name a repository, in addition to those of the schema: public ones, and the name of a data source. */
const OTHERS: Readonly<Record<string, string>> = {
  'data aws_ecr_repository': 'name',
  'data aws_ecrpublic_images': 'repository_name',
  'resource aws_ecrpublic_repository_policy': 'repository_name',
};

/** The arguments of a block that take the name of an existing repository or of another block's. */
export function repositoryNameArguments({ type, labels, block }: BlockDeclaration): readonly Attribute[] {
  const label = labels[0] ?? '';
  const known = bodyFact(type, label)?.arguments.filter(({ role }) => role === 'repository-name') ?? [];
  const other = lookUp(OTHERS, `${type} ${label}`);
  const names = [...known.map(({ name }) => name), ...(other === undefined ? [] : [other])];
  return names.flatMap((name) => attributeOf(block, name) ?? []);
}
