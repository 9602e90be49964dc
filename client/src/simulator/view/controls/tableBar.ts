import { visible } from '../../../../../server/src/syntax/shown/printable.ts';
import { element, say, show } from '../dom.ts';
import { counted, t } from '../language.ts';

/** The events of the bar. */
export interface TableBarEvents {
  readonly onSearch: (text: string) => void;
  readonly onAllLanes: () => void;
}

/** The texts of the bar. */
export interface TableBarContent {
  readonly rows: number;
  readonly images: number;
  /** The name of the lane that the table is limited to. */
  readonly laneName: string | null;
}

/** The search above the table, and its filters. */
export function createTableBar(sought: string, events: TableBarEvents) {
  const search = element('input', {
    type: 'search',
    placeholder: t('Search tags and digests'),
    'aria-label': t('Search images'),
  });
  search.value = sought;
  search.addEventListener('input', () => events.onSearch(search.value));
  const words = element('span', { class: 'dim', role: 'status' });
  const all = element('button', { type: 'button', class: 'second', onclick: events.onAllLanes });
  return {
    root: element('section', { class: 'bar', 'aria-label': t('Table') }, search, words, all),
    show({ rows, images, laneName }: TableBarContent): void {
      words.textContent =
        rows === images
          ? counted(images, '{0} image', '{0} images')
          : counted(images, '{1} of {0} image', '{1} of {0} images', rows);
      say(all, laneName === null ? '' : t('Only {0} ✕', laneName));
      const explained = laneName === null ? '' : t('Only {0} is listed; list all', laneName);
      all.setAttribute('aria-label', visible(explained));
      show(all, laneName !== null);
    },
  };
}
