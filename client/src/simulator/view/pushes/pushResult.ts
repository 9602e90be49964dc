import type { SteadyState, StreamEnd } from '../../../../../server/src/simulate/time/steadyState.ts';
import { imagesAfter } from '../../../../../server/src/simulate/time/steadyState.ts';
import { element, fill } from '../dom.ts';
import { counted, t } from '../language.ts';

/** The days for which the number of images is shown. */
const MOMENTS = [30, 91, 182, 365] as const;

/** The result of the pushes, as elements: the final state, the months until then, and each kind of push. */
export function pushResult(state: SteadyState): readonly HTMLElement[] {
  const heads = element('tr');
  fill(
    heads,
    MOMENTS.map((days) => element('th', { scope: 'col', text: momentInWords(days) })),
  );
  const cells = element('tr');
  fill(
    cells,
    MOMENTS.map((days) => element('td', { text: amount(imagesAfter(state, days)) })),
  );
  const table = element(
    'table',
    { class: 'months' },
    element('caption', { class: 'unseen', text: t('Images after some months') }),
    element('thead', {}, heads),
    element('tbody', {}, cells),
  );
  const streams = element('ul', { class: 'dim' });
  fill(
    streams,
    state.streams.map((end) => element('li', { text: streamInWords(end) })),
  );
  return [element('p', { class: 'steady', text: endInWords(state) }), table, streams];
}

function momentInWords(days: (typeof MOMENTS)[number]): string {
  switch (days) {
    case 30:
      return t('after 1 month');
    case 91:
      return t('after 3 months');
    case 182:
      return t('after 6 months');
    case 365:
      return t('after 1 year');
  }
}

/** The result of the pushes, in one or two sentences. */
function endInWords({ images, settledAfter, fullAfter }: SteadyState): string {
  if (Number.isNaN(images)) return t('How many images there will be is not known.');
  const full =
    fullAfter === null
      ? ''
      : counted(
          fullAfter,
          'After {0} day the repository is full: AWS allows no more images.',
          'After {0} days the repository is full: AWS allows no more images.',
        );
  if (images === Number.POSITIVE_INFINITY) return `${t('The number of images grows without limit.')} ${full}`.trim();
  const end = counted(
    Math.ceil(settledAfter),
    'The policy settles at {1} after {0} day.',
    'The policy settles at {1} after {0} days.',
    amount(images),
  );
  return `${end} ${full}`.trim();
}

function streamInWords({ stream, claimedBy, standard, archived, gap }: StreamEnd): string {
  const tags = stream.tags.join(', ');
  const perDay = stream.perDay;
  const pushed = tags === '' ? t('{0} a day without a tag', perDay) : t('{0} a day tagged {1}', perDay, tags);
  const rule = claimedBy === null ? t('no rule') : t('rule {0}', String(claimedBy.priority));
  const end = archived > 0 ? t('{0} and {1} in the archive', amount(standard), amount(archived)) : amount(standard);
  return gap === null ? `${pushed}: ${rule}, ${end}.` : `${pushed}: ${rule}, ${end}; ${gap}.`;
}

function amount(images: number): string {
  if (Number.isNaN(images)) return t('not known');
  return images === Number.POSITIVE_INFINITY ? t('without end') : counted(images, '{0} image', '{0} images');
}
