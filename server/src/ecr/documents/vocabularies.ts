import { ACCESS } from './access/vocabulary.ts';
import { LIFECYCLE } from './lifecycle/vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Every kind of document that the product knows, one line each. */
export const VOCABULARIES: readonly Vocabulary[] = [LIFECYCLE, ACCESS];
