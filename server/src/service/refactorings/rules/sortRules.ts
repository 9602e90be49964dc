import { itemTextsOf, reorderItems } from '../../../ecr/documents/spelling/itemTexts.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import { prioritiesOf } from './freePriorities.ts';

const TITLE = 'Sort the rules by priority';

/** Sorts the rules into the order in which ECR applies them. */
export const sortRules: Refactoring = {
  id: 'sort-rules',
  kind: 'refactor.rewrite',
  offers({ rules }) {
    if (rules === null || rules.rules.length < 2) return [];
    const priorities = prioritiesOf(rules.rules);
    if (priorities === null) return [refused(TITLE, 'The priority of a rule is not known.')];
    const order = priorities
      .map((priority, index) => ({ priority, index }))
      .sort((one, other) => one.priority - other.priority)
      .map(({ index }) => index);
    if (order.every((from, position) => from === position)) return [];
    const texts = itemTextsOf(rules.list);
    if (texts === null) return [refused(TITLE, 'A rule is computed, so there is no text to move.')];
    const edit = reorderItems(texts, order);
    if (edit === null) return [refused(TITLE, 'It is not clear which comment belongs to which rule.')];
    return [offered(TITLE, () => [{ place: placeOf(texts.source, edit), text: edit.text }])];
  },
};
