import { vi } from 'vitest';
import { Module } from '../../../server/src/module/module.ts';
import { unnoted } from '../../../server/src/module/tracking/inputs.ts';
import { AskedQuestions } from '../../../server/src/module/tracking/recorder.ts';
import { withEarlierParts } from '../../../server/src/module/tracking/sameAnswer.ts';

type Question = Parameters<AskedQuestions['add']>[0];

/**
 * Asks every question again whose answer is kept, and computes again what a module remembers. `wrong` collects those
 * that would be answered otherwise: something that they depend on was lost. Ends with `vi.restoreAllMocks`.
 */
export function watchKeptAnswers(): { readonly wrong: readonly string[]; readonly count: () => number } {
  const wrong: string[] = [];
  const asked = new WeakMap<AskedQuestions, Question[]>();
  let count = 0;
  let isWatching = true;
  const judge = (judged: () => void) => {
    if (!isWatching) return;
    isWatching = false;
    unnoted(judged);
    isWatching = true;
  };
  const { add, isCurrent } = AskedQuestions.prototype;
  vi.spyOn(AskedQuestions.prototype, 'add').mockImplementation(function (this: AskedQuestions, ...question) {
    const { size } = this;
    add.apply(this, question);
    if (this.size > size) asked.set(this, [...(asked.get(this) ?? []), question[0]]);
  });
  vi.spyOn(AskedQuestions.prototype, 'isCurrent').mockImplementation(function (this: AskedQuestions) {
    const isKept = isCurrent.apply(this);
    if (!isKept) return false;
    judge(() => {
      for (const { ask, answer } of asked.get(this) ?? []) {
        count += 1;
        if (ask() !== answer) wrong.push(`question ${String(ask)}`);
      }
    });
    return true;
  });
  const { remember } = Module.prototype;
  vi.spyOn(Module.prototype, 'remember').mockImplementation(function (this: Module, key) {
    const answer = remember.call(this, key);
    judge(() => {
      count += 1;
      if (withEarlierParts(answer, key(this)) !== answer) wrong.push(`memory ${key.name}`);
    });
    return answer;
  });
  return { wrong, count: () => count };
}
