import type { PushStream } from '../../../../server/src/simulate/time/pushStream.ts';
import { HORIZON } from './picture/scene.ts';
import { readStreams } from './pushes/pushStreams.ts';
import type { Filter, Order } from './table/rows.ts';

/** The reader's choices in the view; kept while it is hidden. */
export interface ViewState extends Filter {
  /** Days from now. */
  readonly day: number;
  readonly order: Order;
  /** The pushes that the reader filled in; null for the suggested ones. */
  readonly pushes: readonly PushStream[] | null;
}

export const FIRST_STATE: ViewState = {
  day: 0,
  search: '',
  onlyChanges: false,
  lane: null,
  order: { column: 'verdict', descending: false },
  pushes: null,
};

/** The saved state, as far as it is usable. */
export function readState(kept: unknown): ViewState {
  if (typeof kept !== 'object' || kept === null) return FIRST_STATE;
  const { day, search, pushes } = kept as Partial<Record<keyof ViewState, unknown>>;
  return {
    ...FIRST_STATE,
    ...(typeof day === 'number' && day >= 0 && day <= HORIZON ? { day: Math.round(day) } : {}),
    ...(typeof search === 'string' ? { search } : {}),
    pushes: readStreams(pushes),
  };
}
