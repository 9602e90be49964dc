import type { SimulatedRule } from '../../../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import type { PushStream } from '../../../../../server/src/simulate/time/pushStream.ts';
import { steadyStateOf } from '../../../../../server/src/simulate/time/steadyState.ts';
import { element, fill, show } from '../dom.ts';
import { t } from '../language.ts';
import { pushResult } from './pushResult.ts';
import { firstStreams, perDayIn, tagsIn } from './pushStreams.ts';

/** The long-term result of regular pushes: the pushes to fill in, and the result. */
export class PushPlan {
  readonly root = element('details', { class: 'pushes', hidden: true });
  readonly #rows = element('div', { class: 'push-rows' });
  readonly #result = element('div', { role: 'status' });
  readonly #onChange: (streams: readonly PushStream[]) => void;
  #rules: readonly SimulatedRule[] | null = null;
  #streams: readonly PushStream[] = [];
  #isOwn = false;

  /** `onChange` receives the pushes that the reader filled in. */
  constructor(kept: readonly PushStream[] | null, onChange: (streams: readonly PushStream[]) => void) {
    this.#onChange = onChange;
    if (kept !== null) [this.#streams, this.#isOwn] = [kept, true];
    const add = element('button', {
      type: 'button',
      class: 'second',
      text: t('Add pushes'),
      onclick: () => this.#take([...this.#streams, { perDay: 1, tags: ['other-*'], bytes: null }], true),
    });
    const help = t(
      'A * in a tag is another number for each image; a tag without it moves to the newest image. Counted right before the daily run, if none is pulled.',
    );
    this.root.append(
      element('summary', {}, t('If images keep being pushed')),
      this.#rows,
      add,
      this.#result,
      element('p', { class: 'dim', text: help }),
    );
    this.#fillRows();
  }

  /** Shows the result of the pushes under these rules; null hides it. */
  show(rules: readonly SimulatedRule[] | null): void {
    show(this.root, rules !== null);
    if (rules === null || rules === this.#rules) return;
    this.#rules = rules;
    if (!this.#isOwn) {
      const first = firstStreams(rules);
      // Unchanged pushes leave the fields alone, because the reader may be typing in them.
      if (JSON.stringify(first) !== JSON.stringify(this.#streams)) {
        this.#streams = first;
        this.#fillRows();
      }
    }
    this.#showResult();
  }

  #take(streams: readonly PushStream[], isOtherList: boolean): void {
    this.#streams = streams;
    this.#isOwn = true;
    if (isOtherList) this.#fillRows();
    this.#showResult();
    this.#onChange(streams);
  }

  #change(place: number, change: Partial<PushStream>): void {
    this.#take(
      this.#streams.map((stream, index) => (index === place ? { ...stream, ...change } : stream)),
      false,
    );
  }

  #showResult(): void {
    if (this.#rules !== null) fill(this.#result, pushResult(steadyStateOf(this.#rules, this.#streams, t)));
  }

  #fillRows(): void {
    fill(
      this.#rows,
      this.#streams.map((stream, place) => this.#row(stream, place)),
    );
  }

  #row({ perDay, tags }: PushStream, place: number): HTMLElement {
    const number = element('input', { type: 'text', inputmode: 'decimal', size: 5, value: perDay });
    number.addEventListener('input', () => {
      const read = perDayIn(number.value);
      number.setAttribute('aria-invalid', String(read === null));
      if (read !== null) this.#change(place, { perDay: read });
    });
    const field = element('input', { type: 'text', size: 24, value: tags.join(', '), placeholder: t('no tag') });
    field.addEventListener('input', () => this.#change(place, { tags: tagsIn(field.value) }));
    const remove = element('button', {
      type: 'button',
      class: 'second',
      text: t('Remove'),
      'aria-label': t('Remove pushes {0}', place + 1),
      onclick: () => this.#take(this.#streams.toSpliced(place, 1), true),
    });
    return element(
      'div',
      { class: 'bar', role: 'group', 'aria-label': t('Pushes {0}', place + 1) },
      element('label', {}, t('Images a day'), ' ', number),
      element('label', {}, t('Their tags'), ' ', field),
      remove,
    );
  }
}
