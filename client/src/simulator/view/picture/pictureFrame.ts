import { element, fill, say, show } from '../dom.ts';
import { t } from '../language.ts';
import { linesOf, nameOf } from '../words.ts';
import type { Picture } from './picture.ts';
import type { Scene } from './scene.ts';

/** The picture with its reactions to pointer and keys: a note at the selected image. */
export class PictureFrame {
  readonly root: HTMLElement;
  readonly #picture: Picture;
  readonly #choose: (mark: number | null) => void;
  readonly #note = element('div', { class: 'note', role: 'tooltip', hidden: true });
  readonly #said = element('div', { class: 'said', 'aria-live': 'polite' });
  #scene: Scene | null = null;
  #chosen: number | null = null;
  #hovered: number | null = null;

  /** `choose` receives the selected image, or null. */
  constructor(picture: Picture, choose: (mark: number | null) => void) {
    this.#picture = picture;
    this.#choose = choose;
    this.root = element(
      'div',
      {
        class: 'frame',
        tabindex: 0,
        role: 'group',
        'aria-label': t('Picture of the images by age, a lane for each rule; arrow keys go from image to image'),
        onmousemove: (event: MouseEvent) => this.#hover(this.#markAt(event)),
        onmouseleave: () => this.#hover(null),
        onclick: (event: MouseEvent) => this.#choose(this.#markAt(event)),
        onkeydown: (event: KeyboardEvent) => this.#press(event),
      },
      picture.canvas,
      this.#note,
      this.#said,
    );
  }

  show(scene: Scene | null, chosen: number | null): void {
    const isOther = scene !== this.#scene || chosen !== this.#chosen;
    this.#scene = scene;
    this.#chosen = chosen;
    if (scene !== null && (this.#hovered ?? -1) >= scene.marks.length) this.#hovered = null;
    if (isOther) this.#showNote();
    const mark = chosen === null ? undefined : scene?.marks[chosen];
    const words =
      mark === undefined || scene === null ? '' : `${nameOf(mark)}. ${linesOf(mark, scene).slice(0, 2).join('. ')}`;
    if (this.#said.textContent !== words) say(this.#said, words);
  }

  #markAt(event: MouseEvent): number | null {
    const { left, top } = this.#picture.canvas.getBoundingClientRect();
    return this.#picture.markAt(event.clientX - left, event.clientY - top);
  }

  #hover(mark: number | null): void {
    if (mark === this.#hovered) return;
    this.#hovered = mark;
    this.#showNote();
  }

  #showNote(): void {
    const place = this.#hovered ?? this.#chosen;
    const mark = place === null ? undefined : this.#scene?.marks[place];
    const at = place === null ? null : this.#picture.placeOf(place);
    show(this.#note, mark !== undefined && at !== null);
    if (mark === undefined || at === null || this.#scene === null) return;
    const [verdict = '', ...lines] = linesOf(mark, this.#scene);
    fill(this.#note, [
      element('b', { text: nameOf(mark) }),
      element('span', { class: mark.outcome.verdict, text: ` ${verdict}` }),
      ...lines.map((line) => element('div', { text: line })),
    ]);
    const { clientWidth } = this.root;
    const { offsetWidth, offsetHeight } = this.#note;
    this.#note.style.left = `${Math.max(0, Math.min(at.x + 12, clientWidth - offsetWidth))}px`;
    const below = at.y + 14;
    const isRoomBelow = below + offsetHeight <= this.root.clientHeight || at.y - 14 - offsetHeight < 0;
    this.#note.style.top = `${isRoomBelow ? below : at.y - 14 - offsetHeight}px`;
  }

  #press(event: KeyboardEvent): void {
    const { lanes = [], marks = [] } = this.#scene ?? {};
    const lane = this.#chosen === null ? null : (marks[this.#chosen]?.lane ?? null);
    const own = lane === null ? [] : this.#picture.marksOf(lane);
    const at = this.#chosen === null ? -1 : own.indexOf(this.#chosen);
    let next: number | null | undefined;
    if (event.key === 'Escape') next = null;
    else if (event.key === 'ArrowRight') next = lane === null ? this.#firstOf(0, 1, lanes.length) : own[at + 1];
    else if (event.key === 'ArrowLeft') next = lane === null ? this.#firstOf(0, 1, lanes.length) : own[at - 1];
    else if (event.key === 'ArrowDown') next = this.#firstOf((lane ?? -1) + 1, 1, lanes.length);
    else if (event.key === 'ArrowUp') next = this.#firstOf((lane ?? lanes.length) - 1, -1, lanes.length);
    else if (event.key === 'Home') next = own[0];
    else if (event.key === 'End') next = own.at(-1);
    else return;
    event.preventDefault();
    if (next !== undefined) this.#choose(next);
  }

  /** The oldest image of the next lane that is not empty. */
  #firstOf(lane: number, step: number, lanes: number): number | undefined {
    for (let place = lane; place >= 0 && place < lanes; place += step) {
      const [first] = this.#picture.marksOf(place);
      if (first !== undefined) return first;
    }
    return undefined;
  }
}
