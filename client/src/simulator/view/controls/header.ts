import { element, fill, say, shapeOf, show } from '../dom.ts';
import { t } from '../language.ts';

/** The texts of the page's header. */
export interface HeaderContent {
  readonly address: string | null;
  readonly problem: string;
  readonly total: string;
  /** True when there are guarantees or running images to explain. */
  readonly hasSurroundings: boolean;
}

/** The policy's name, the fate of the images in one sentence, and the legend of the marks. */
export function createHeader() {
  const title = element('h1', {});
  const total = element('p', { class: 'total', role: 'status' });
  const problem = element('p', { class: 'problem', role: 'alert' });
  const legend = element('p', { class: 'legend dim' });
  const surroundings = element('span', {
    text: t(
      'A line above images: a guarantee keeps them, dashed where a rule may break it. A ring: the workspace runs the image.',
    ),
  });
  const meanings = [
    ['keep', t('stays')],
    ['expire', t('expires')],
    ['archive', t('goes to the archive')],
    ['unknown', t('not known')],
  ] as const;
  fill(legend, [
    ...meanings.map(([verdict, text]) => element('span', {}, shapeOf(verdict), text)),
    element('span', { text: t('A vertical line is the age at which a rule acts.') }),
    surroundings,
  ]);
  return {
    root: element('header', {}, title, problem, total, legend),
    show({ address, problem: text, total: words, hasSurroundings }: HeaderContent): void {
      show(surroundings, hasSurroundings);
      if (address !== null) say(title, address);
      else if (title.textContent === '') title.textContent = t('Lifecycle policy');
      say(total, words);
      const more =
        words === ''
          ? t('Fix it in the text; the picture follows.')
          : t('The last rules that could be read are shown.');
      say(problem, text === '' ? '' : `${text} ${more}`);
      show(problem, text !== '');
    },
  };
}
