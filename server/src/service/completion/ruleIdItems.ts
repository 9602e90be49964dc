import { CHECKS } from '../../checks/registry.ts';
import type { Comment } from '../../syntax/tree/tree.ts';
import type { Point } from '../cursor/point.ts';
import { bareSlot } from '../cursor/point.ts';
import type { Draft } from './items/completionItem.ts';
import { insertAt } from './items/slots.ts';

/** A comment that silences rules, up to the id that is being written. */
const SILENCING = /terraform-ecr-ignore:\s*((?:[a-z][a-z0-9-]*\s*,\s*)*)[a-z0-9-]*$/;

/** The ids of rules in a comment that silences some, first those of `told`, which the file's problems have. */
export function ruleIdItems(point: Point, comment: Comment, told: ReadonlySet<string>): Draft[] {
  const written = SILENCING.exec(point.text.slice(comment.start, point.offset))?.[1];
  if (written === undefined) return [];
  const slot = { ...bareSlot(point.text, point.offset) };
  const present = new Set(written.split(/\s*,\s*/));
  const free = CHECKS.filter(({ id }) => !present.has(id));
  return [...free.filter(({ id }) => told.has(id)), ...free.filter(({ id }) => !told.has(id))].map((check) => ({
    label: check.id,
    kind: 'value',
    detail: check.severity,
    documentation: check.title,
    insert: insertAt(point, slot, [check.id]),
  }));
}
