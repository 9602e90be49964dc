import type { Filter, Order } from './table/rows.ts';

/** What a reader chose in the view; kept while it is hidden. */
export interface ViewState extends Filter {
  /** Days from now. */
  readonly day: number;
  readonly order: Order;
}

export const FIRST_STATE: ViewState = {
  day: 0,
  search: '',
  onlyChanges: false,
  lane: null,
  order: { column: 'verdict', descending: false },
};

/** The saved state, as far as it can be used. */
export function readState(kept: unknown): ViewState {
  if (typeof kept !== 'object' || kept === null) return FIRST_STATE;
  const { day, search } = kept as Partial<Record<keyof ViewState, unknown>>;
  return {
    ...FIRST_STATE,
    ...(typeof day === 'number' ? { day } : {}),
    ...(typeof search === 'string' ? { search } : {}),
  };
}
