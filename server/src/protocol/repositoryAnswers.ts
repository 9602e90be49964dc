import type { ListedRepository } from '../service/registry/listRepositories.ts';
import type { TextLocation } from './textPositions.ts';

/** A repository as the view in the editor shows it; null parts are unknown. */
export interface RepositoryAtGlance extends Omit<ListedRepository, 'place' | 'policies'> {
  /** Its block. */
  readonly location: TextLocation;
  /** The number of problems in its block and those of its policies. */
  readonly problems: { readonly error: number; readonly warning: number };
}
