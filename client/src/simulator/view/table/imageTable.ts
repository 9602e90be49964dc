import { printBytes } from '../../../../../server/src/simulate/amounts.ts';
import { ageOf, reasonOf } from '../../../../../server/src/simulate/run/reason.ts';
import { element, fill, shapeOf } from '../dom.ts';
import { t } from '../language.ts';
import type { Mark, Scene } from '../picture/scene.ts';
import { nameOf, verdictInWords, whenOf } from '../words.ts';
import type { Column, Order } from './rows.ts';

const ROW_HEIGHT = 24;

/** Extra rows outside the visible ones, so that scrolling does not show gaps. */
const OVERSCAN = 8;

/** The columns, with their English names. */
const COLUMNS: readonly (readonly [column: Column | null, name: string])[] = [
  ['verdict', 'Verdict'],
  ['image', 'Image'],
  ['when', 'When'],
  ['age', 'Age'],
  ['size', 'Size'],
  ['rule', 'Rule'],
  [null, 'Why'],
];

/** The events of the table: another order, and the selected image. */
export interface TableEvents {
  readonly onOrder: (order: Order) => void;
  readonly onChoose: (mark: number) => void;
}

/** The images as a table in which only the visible rows exist. */
export class ImageTable {
  readonly root = element('div', {
    class: 'table scroller',
    role: 'grid',
    tabindex: 0,
    'aria-label': t('Images; arrow keys choose one'),
    'aria-colcount': COLUMNS.length,
    onkeydown: (event: KeyboardEvent) => this.#press(event),
  });
  readonly #events: TableEvents;
  readonly #head = element('div', { class: 'row head', role: 'row', 'aria-rowindex': 1 });
  readonly #body = element('div', { class: 'body', role: 'rowgroup' });
  #scene: Scene | null = null;
  #rows: readonly number[] = [];
  #chosen: number | null = null;

  constructor(events: TableEvents) {
    this.#events = events;
    this.root.append(element('div', { class: 'heads', role: 'rowgroup' }, this.#head), this.#body);
    this.root.addEventListener('scroll', () => this.#fill());
    new ResizeObserver(() => this.#fill()).observe(this.root);
  }

  /** Shows marks of a scene by their indices, with one of them selected. */
  show(scene: Scene | null, rows: readonly number[], order: Order, chosen: number | null): void {
    const moved = chosen !== this.#chosen;
    this.#scene = scene;
    this.#rows = rows;
    this.#chosen = chosen;
    this.root.setAttribute('aria-rowcount', String(rows.length + 1));
    fill(
      this.#head,
      COLUMNS.map(([column, name]) => this.#headCell(column, t(name), order)),
    );
    this.#body.style.height = `${rows.length * ROW_HEIGHT}px`;
    const place = chosen === null || !moved ? -1 : rows.indexOf(chosen);
    if (place >= 0) this.#reveal(place);
    this.#fill();
  }

  #reveal(place: number): void {
    const { scrollTop, clientHeight } = this.root;
    // The heads, as high as a row, cover the first of the rows in sight.
    const top = place * ROW_HEIGHT;
    if (top < scrollTop) this.root.scrollTop = top;
    else if (top + 2 * ROW_HEIGHT > scrollTop + clientHeight) this.root.scrollTop = top + 2 * ROW_HEIGHT - clientHeight;
  }

  #headCell(column: Column | null, name: string, order: Order): HTMLElement {
    const isSorted = column === order.column;
    const direction = order.descending ? 'descending' : 'ascending';
    const cell = element('div', { role: 'columnheader', 'aria-sort': isSorted ? direction : 'none' });
    if (column === null) cell.textContent = name;
    else {
      const sort = () => this.#events.onOrder({ column, descending: isSorted && !order.descending });
      cell.append(
        element('button', {
          type: 'button',
          text: name,
          onclick: sort,
        }),
      );
    }
    return cell;
  }

  #fill(): void {
    const { scrollTop, clientHeight } = this.root;
    const first = Math.max(0, Math.floor(scrollTop / ROW_HEIGHT) - OVERSCAN);
    const last = Math.ceil((scrollTop + clientHeight) / ROW_HEIGHT) + OVERSCAN;
    const rows = this.#rows.slice(first, last).flatMap((place, offset) => {
      const mark = this.#scene?.marks[place];
      return mark === undefined ? [] : [this.#row(mark, place, first + offset)];
    });
    fill(this.#body, rows);
    const isChosenShown = this.#chosen !== null && rows.some(({ id }) => id === rowId(this.#chosen ?? -1));
    if (isChosenShown) this.root.setAttribute('aria-activedescendant', rowId(this.#chosen ?? -1));
    else this.root.removeAttribute('aria-activedescendant');
  }

  #row(mark: Mark, place: number, index: number): HTMLElement {
    const { image, verdict, claimedBy } = mark.outcome;
    const now = this.#scene?.simulation.now ?? 0;
    const texts = [
      verdictInWords(verdict),
      nameOf(mark),
      whenOf(mark, now),
      image.pushedAt === null ? '–' : ageOf(image.pushedAt, now, t),
      image.bytes === null ? '–' : printBytes(image.bytes),
      claimedBy === null ? '–' : String(claimedBy.priority),
      reasonOf(mark.outcome, now, t),
    ];
    const row = element('div', {
      class: `row${mark.before === null ? '' : ' changed'}`,
      id: rowId(place),
      role: 'row',
      'aria-rowindex': index + 2,
      'aria-selected': place === this.#chosen ? 'true' : 'false',
      onclick: () => this.#events.onChoose(place),
    });
    const cells = texts.map((text, column) => {
      const title = column === 1 ? image.digest : text;
      return element('div', { role: 'gridcell', text, title, class: column === 0 ? verdict : '' });
    });
    fill(row, cells);
    row.firstElementChild?.prepend(shapeOf(verdict));
    row.style.transform = `translateY(${index * ROW_HEIGHT}px)`;
    return row;
  }

  #press(event: KeyboardEvent): void {
    const page = Math.max(1, Math.floor(this.root.clientHeight / ROW_HEIGHT) - 2);
    const last = this.#rows.length - 1;
    const at = this.#chosen === null ? -1 : this.#rows.indexOf(this.#chosen);
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      PageDown: at + page,
      PageUp: at - page,
      Home: 0,
      End: last,
    };
    const wished = steps[event.key];
    if (wished === undefined || last < 0) return;
    event.preventDefault();
    const mark = this.#rows[Math.min(last, Math.max(0, wished))];
    if (mark !== undefined) this.#events.onChoose(mark);
  }
}

function rowId(mark: number): string {
  return `image-${mark}`;
}
