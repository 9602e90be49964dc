import { element, fill } from '../dom.ts';
import { counted, t } from '../language.ts';
import { HORIZON } from '../picture/scene.ts';
import { dateOn } from '../words.ts';

/** The slider for time, with a bar above it for each day on which the policy acts. */
export class TimeSlider {
  readonly root: HTMLElement;
  readonly #input = element('input', {
    type: 'range',
    id: 'day',
    min: 0,
    max: HORIZON,
    value: 0,
    oninput: () => this.#move(Number(this.#input.value)),
  });
  readonly #bars = element('canvas', { role: 'img' });
  readonly #barsLabel = element('span', { class: 'dim' });
  readonly #day = element('output', { for: 'day' });
  readonly #move: (day: number) => void;

  /** `move` receives the selected day. */
  constructor(move: (day: number) => void) {
    this.#move = move;
    const label = element('label', { for: 'day' }, t('Days from now'));
    const ends = [t('today'), t('in half a year'), t('in a year')];
    const scale = element('div', { class: 'scale dim', 'aria-hidden': 'true' });
    fill(
      scale,
      ends.map((text) => element('span', { text })),
    );
    const track = element('div', { class: 'track' }, this.#bars, this.#input, scale);
    const head = element('div', { class: 'time-head' }, label, this.#day, this.#barsLabel);
    this.root = element('section', { class: 'time', 'aria-label': t('Time') }, head, track);
  }

  /** Shows a day; `actions` is the number of images that each day's run acts on, `color` the color of their bars. */
  show(day: number, now: number, actions: readonly number[], colour: string): void {
    this.#input.value = String(day);
    const name = day === 0 ? t('today') : counted(day, 'in {0} day, {1}', 'in {0} days, {1}', dateOn(now, day));
    this.#day.textContent = name;
    const onThisDay = counted(actions[day] ?? 0, '{0} image on this day', '{0} images on this day');
    this.#input.setAttribute('aria-valuetext', `${name}, ${onThisDay}`);
    const [most, days] = [actions.reduce((one, other) => Math.max(one, other), 0), actions.filter(Boolean).length];
    const said =
      most === 0
        ? t('Nothing is deleted or archived in the coming year.')
        : t('Bars: images deleted or archived on a day, at most {0}', most);
    this.#barsLabel.textContent = said;
    this.#bars.setAttribute(
      'aria-label',
      most === 0 ? said : counted(days, '{1}; on {0} day', '{1}; on {0} days', said),
    );
    this.#draw(actions, most, colour);
  }

  #draw(actions: readonly number[], most: number, colour: string): void {
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [this.#bars.clientWidth, this.#bars.clientHeight];
    this.#bars.width = width * ratio;
    this.#bars.height = height * ratio;
    const pen = this.#bars.getContext('2d');
    if (pen === null) return;
    pen.scale(ratio, ratio);
    pen.fillStyle = colour;
    // The center of the thumb moves from half its width to half its width before the end.
    const thumb = 16;
    for (const [day, count] of actions.entries()) {
      if (count === 0) continue;
      const bar = Math.max(2, (Math.sqrt(count) / Math.sqrt(most)) * height);
      pen.fillRect(thumb / 2 + (day / HORIZON) * (width - thumb) - 1, height - bar, 2, bar);
    }
  }
}
