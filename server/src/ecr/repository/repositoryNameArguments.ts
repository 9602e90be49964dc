import { lookUp } from '../../facts/lookUp.ts';
import { bodyFact } from '../../facts/provider/resources.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';

/** Arguments that name a repository, beside those that the schema says so of: public ones, and the name that is read. */
const OTHERS: Readonly<Record<string, string>> = {
  'data aws_ecr_repository': 'name',
  'data aws_ecrpublic_images': 'repository_name',
  'resource aws_ecrpublic_repository_policy': 'repository_name',
};

/** The arguments of a block that take the name of a repository that another block makes or that is there. */
export function repositoryNameArguments({ type, labels, block }: BlockDeclaration): readonly Attribute[] {
  const label = labels[0] ?? '';
  const known = bodyFact(type, label)?.arguments.filter(({ role }) => role === 'repository-name') ?? [];
  const other = lookUp(OTHERS, `${type} ${label}`);
  const names = [...known.map(({ name }) => name), ...(other === undefined ? [] : [other])];
  return names.flatMap((name) => attributeOf(block, name) ?? []);
}
