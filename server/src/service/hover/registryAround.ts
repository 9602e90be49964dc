import type { Block } from '../../syntax/tree/tree.ts';
import type { Point } from '../cursor/point.ts';
import { registryInWords } from './describeBlockName.ts';

/** Arguments and blocks whose hover also says what the whole block does. */
const TELLING: ReadonlySet<string> = new Set([
  'ecr_repository_prefix',
  'upstream_registry_url',
  'prefix',
  'applied_for',
  'replication_configuration',
  'rule',
  'destination',
  'scan_type',
  'scan_frequency',
]);

/** What the cache rule, template, replication or scanning configuration in a block does; null for others. Markdown. */
export function registryAround({ module, source }: Point, owner: Block): string | null {
  const declaration = module.declarations(source.piece).blocks.find(({ block }) => block === owner);
  return declaration === undefined ? null : registryInWords(declaration, module);
}

/** The same at an argument or nested block of that name, if the sentences are about it. */
export function registryOnName(point: Point, owner: Block, name: string): string | null {
  return TELLING.has(name) ? registryAround(point, owner) : null;
}
