import type { FromView } from '../messages.ts';
import type { ViewState } from './state.ts';

/** The host of the view: an editor, or a page of its own. */
export interface Host {
  /** True when an editor answers messages. */
  readonly isEditor: boolean;
  readonly state: ViewState;
  send(message: FromView): void;
  keep(state: ViewState): void;
}
