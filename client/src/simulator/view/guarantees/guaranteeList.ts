import type { ShownGuarantee } from '../../../../../server/src/guarantees/shown.ts';
import { element, fill, show } from '../dom.ts';
import { t } from '../language.ts';
import { becauseInWords, titleInWords } from './guaranteeWords.ts';

/** The guarantees in the folder's settings for the policy, and whether each holds. */
export class GuaranteeList {
  readonly root = element('section', { class: 'guarantees', 'aria-label': t('Guarantees'), hidden: true });
  readonly #onWitness: (guarantee: ShownGuarantee) => void;
  #shown: readonly ShownGuarantee[] = [];

  /** `onWitness` receives the guarantee whose images should be shown. */
  constructor(onWitness: (guarantee: ShownGuarantee) => void) {
    this.#onWitness = onWitness;
  }

  show(guarantees: readonly ShownGuarantee[]): void {
    if (guarantees === this.#shown) return;
    this.#shown = guarantees;
    const items = guarantees.map((guarantee) => this.#item(guarantee));
    const list = element('ul');
    fill(list, items);
    fill(this.root, [element('h2', { text: t('Guarantees') }), list]);
    show(this.root, guarantees.length > 0);
  }

  #item(guarantee: ShownGuarantee): HTMLElement {
    const { holds, reason, witness } = guarantee;
    const title = titleInWords(guarantee);
    const state = holds === null ? 'unknown' : holds ? 'keep' : 'expire';
    const word = holds === null ? t('not known') : holds ? t('kept') : t('broken');
    const button = element('button', {
      type: 'button',
      class: 'second',
      text: t('Show the images'),
      'aria-label': t('Show the images with which a rule breaks the guarantee of {0}', title),
      onclick: () => this.#onWitness(guarantee),
    });
    const item = element('li');
    fill(item, [
      element('b', { class: state, text: word }),
      ` ${title}${reason === null ? '' : ` (${reason})`}. `,
      ...(holds === true ? [] : [element('span', { class: 'dim', text: `${becauseInWords(guarantee)} ` })]),
      ...(witness === null ? [] : [button]),
    ]);
    return item;
  }
}
