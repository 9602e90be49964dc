import type { Value } from '../../evaluate/values/value.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import { argumentIn, blocksIn } from '../blocks/bodyParts.ts';
import type { BlockBody, EcrBlock } from '../blocks/ecrBlock.ts';

/** The destination of a replication rule. */
export interface Destination {
  readonly body: BlockBody;
  /** Null when the argument is missing. */
  readonly region: Value | null;
  readonly account: Value | null;
  /** Region and account in one text for comparing destinations; null when one of them is unknown. */
  readonly key: string | null;
  /** True when the destination is certain to exist. */
  readonly isSure: boolean;
}

/** The rules of a replication configuration; none for another block. */
export function replicationRules({ declaration, body }: EcrBlock): readonly BlockBody[] {
  if (!isBlockOf(declaration, 'resource', 'aws_ecr_replication_configuration')) return [];
  const configurations = blocksIn(body, 'replication_configuration').bodies;
  return configurations.flatMap((configuration) => blocksIn(configuration, 'rule').bodies);
}

/** The destinations of a rule. */
export function destinationsOf(rule: BlockBody): readonly Destination[] {
  const { bodies, sure } = blocksIn(rule, 'destination');
  return bodies.map((body) => {
    const region = argumentIn(body, 'region')?.value ?? null;
    const account = argumentIn(body, 'registry_id')?.value ?? null;
    const key = [keyOf(region), keyOf(account)];
    return {
      body,
      region,
      account,
      key: key.includes(null) ? null : key.join(' '),
      isSure: sure.includes(body),
    };
  });
}

/** A known text, or the reference that gives it; equal references give equal texts. */
function keyOf(value: Value | null): string | null {
  if (value?.kind === 'string') return JSON.stringify(value.value);
  if (value?.kind !== 'unknown' || value.scopeId === undefined) return null;
  const { place } = value;
  return place.piece.text.slice(place.start, place.end).replaceAll(/\s+/g, '');
}
