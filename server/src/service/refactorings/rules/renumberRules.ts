import type { Change } from '../../../ecr/edits/change.ts';
import { writeChanges } from '../../../ecr/edits/writeChange.ts';
import type { Offer, Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import { PART_OF_LIST, prioritiesOf, WRITTEN_ELSEWHERE } from './freePriorities.ts';
import type { RulesSpot } from './rulesTarget.ts';
import { isWrittenInList } from './rulesTarget.ts';

/** The possible steps between priorities. */
const STEPS = [
  { step: 1, title: 'Renumber the priorities 1, 2, 3, …' },
  { step: 10, title: 'Renumber the priorities 10, 20, 30, …' },
] as const;

/** Renumbers the rules evenly; the order in which ECR applies them stays. */
export const renumberRules: Refactoring = {
  id: 'renumber-rules',
  kind: 'refactor.rewrite',
  offers({ rules }) {
    if (rules === null || rules.rules.length === 0) return [];
    const priorities = prioritiesOf(rules.rules);
    return STEPS.flatMap(({ step, title }) => {
      if (!rules.isWhole) return [refused(title, PART_OF_LIST, String(step))];
      if (priorities === null) return [refused(title, 'The priority of a rule is not known.', String(step))];
      if (new Set(priorities).size < priorities.length)
        return [refused(title, 'Two rules have the same priority, so their order is not known.', String(step))];
      return renumber(rules, priorities, step, title);
    });
  },
};

function renumber(target: RulesSpot, priorities: readonly number[], step: number, title: string): Offer[] {
  const { rules } = target;
  const ordered = priorities.toSorted((one, other) => one - other);
  const changes = rules.flatMap(({ rulePriority }): Change[] => {
    if (rulePriority.state !== 'known') return [];
    const value = (ordered.indexOf(rulePriority.value) + 1) * step;
    return value === rulePriority.value ? [] : [{ kind: 'replace-value', node: rulePriority.node, value }];
  });
  if (changes.length === 0) return [];
  if (
    rules.some(
      (rule) => rule.rulePriority.state === 'known' && !isWrittenInList(target, rule, rule.rulePriority.node.place),
    )
  )
    return [refused(title, WRITTEN_ELSEWHERE, String(step))];
  const edits = writeChanges(changes);
  const places = new Set(edits?.map(({ place: { start } }) => start));
  if (edits === null || places.size < edits.length)
    return [refused(title, 'A priority is computed, so there is no number to change.', String(step))];
  return [offered(title, () => edits, String(step))];
}
