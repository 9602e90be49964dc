import type { BaselineChoice } from '../../messages.ts';
import { element, say, show } from '../dom.ts';
import type { Host } from '../host.ts';
import { t } from '../language.ts';

/** The texts of the bar. */
export interface ChangesContent {
  readonly baseline: BaselineChoice;
  readonly changes: string;
  readonly changed: number;
  readonly onlyChanges: boolean;
}

/** Which text the policy is compared with, and the differences. */
export function createChanges(host: Host, onOnlyChanges: (only: boolean) => void) {
  const choice = element(
    'select',
    {},
    element('option', { value: 'opened', text: t('the text when this view opened') }),
    element('option', { value: 'saved', text: t('the saved text') }),
    element('option', { value: 'committed', text: t('the committed text') }),
    element('option', { value: 'none', text: t('nothing') }),
  );
  choice.addEventListener('change', () => host.send({ type: 'compare', choice: choice.value as BaselineChoice }));
  const words = element('span', { class: 'change-words', role: 'status' });
  const only = element('input', { type: 'checkbox', id: 'only-changes' });
  only.addEventListener('change', () => onOnlyChanges(only.checked));
  const label = element('label', { for: 'only-changes' }, only, ' ', t('only these in the table'));
  const picker = element('label', {}, t('Compare with'), ' ', choice);
  return {
    root: element('section', { class: 'bar changes', 'aria-label': t('Changes') }, picker, words, label),
    show({ baseline, changes, changed, onlyChanges }: ChangesContent): void {
      choice.value = baseline;
      say(words, changes);
      words.classList.toggle('has-changes', changed > 0);
      only.checked = onlyChanges;
      show(picker, host.isEditor);
      show(label, changed > 0 || onlyChanges);
    },
  };
}
