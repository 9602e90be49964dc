import { printCount } from '../../../../../server/src/simulate/amounts.ts';
import { element } from '../dom.ts';
import { HORIZON } from '../picture/scene.ts';
import { dateOn } from '../words.ts';

/** The slider for time, with a bar above it for each day on which the policy acts. */
export class TimeSlider {
  readonly root = element('div', { class: 'time' });
  readonly #input = element('input', {
    type: 'range',
    min: 0,
    max: HORIZON,
    value: 0,
    'aria-label': 'Days from now',
    oninput: () => this.#move(Number(this.#input.value)),
  });
  readonly #bars = element('canvas', { 'aria-hidden': 'true' });
  readonly #label = element('output', {});
  readonly #move: (day: number) => void;

  /** `move` receives the selected day. */
  constructor(move: (day: number) => void) {
    this.#move = move;
    this.root.append(element('div', { class: 'track' }, this.#bars, this.#input), this.#label);
  }

  /** Shows a day; `actions` is how many images each day's run acts on, `colour` what their bars are drawn in. */
  show(day: number, now: number, actions: readonly number[], colour: string): void {
    this.#input.value = String(day);
    const name = day === 0 ? 'today' : `in ${printCount(day, 'day')}, ${dateOn(now, day)}`;
    this.#label.textContent = name;
    this.#input.setAttribute('aria-valuetext', `${name}, ${printCount(actions[day] ?? 0, 'image')} on this day`);
    this.#draw(actions, colour);
  }

  #draw(actions: readonly number[], colour: string): void {
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [this.#bars.clientWidth, this.#bars.clientHeight];
    this.#bars.width = width * ratio;
    this.#bars.height = height * ratio;
    const pen = this.#bars.getContext('2d');
    if (pen === null) return;
    pen.scale(ratio, ratio);
    pen.fillStyle = colour;
    const most = actions.reduce((one, other) => Math.max(one, other), 1);
    // The thumb's middle goes from half its width to half its width before the end.
    const thumb = 16;
    for (const [day, count] of actions.entries()) {
      if (count === 0) continue;
      const bar = Math.max(2, (Math.sqrt(count) / Math.sqrt(most)) * height);
      pen.fillRect(thumb / 2 + (day / HORIZON) * (width - thumb) - 1, height - bar, 2, bar);
    }
  }
}
