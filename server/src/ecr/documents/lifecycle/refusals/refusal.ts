import type { Place } from '../../../../syntax/tree/place.ts';
import type { PolicyNode } from '../../documentNodes.ts';

/** What prevents a simulation: something that is not known, or something that makes AWS refuse the policy. */
export interface Obstacle {
  readonly kind: 'unknown' | 'refused';
  readonly place: Place;
  /** One sentence. */
  readonly message: string;
}

/** That something is not known, with the reason that its value gives, if there is one. */
export function notKnown(what: string, place: Place, node: PolicyNode | null = null): Obstacle {
  const because = node?.kind === 'unknown' ? `: ${node.because}` : '';
  return { kind: 'unknown', place, message: `${what} is not known${because}.` };
}

/** That AWS refuses something; `message` is the whole sentence. */
export function refused(message: string, place: Place): Obstacle {
  return { kind: 'refused', place, message };
}
