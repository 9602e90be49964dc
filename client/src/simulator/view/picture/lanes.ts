import { countByLane } from '../controls/moment.ts';
import { element, fill } from '../dom.ts';
import { counted, t } from '../language.ts';
import { LANE_HEIGHT } from './pictureLayout.ts';
import type { Lane, Scene } from './scene.ts';

/** The names of the lanes, in the order of their effect: each is a button that reveals its rule's text. */
export class LaneNames {
  readonly root = element('ol', { class: 'lanes', 'aria-label': t('Rules in order of effect') });
  readonly #choose: (lane: number) => void;

  /** `choose` receives the lane whose name was pressed. */
  constructor(choose: (lane: number) => void) {
    this.#choose = choose;
  }

  show(scene: Scene | null, day: number, current: number | null): void {
    const lanes = scene?.lanes ?? [];
    const counts = countByLane(scene?.marks ?? [], lanes.length, day);
    const names = lanes.map((lane, place) => {
      const { all, gone } = counts[place] ?? { all: 0, gone: 0 };
      return this.#name(lane, place, gone, all, place === current);
    });
    fill(this.root, names);
  }

  #name({ outcome, title, dead }: Lane, place: number, acted: number, all: number, isCurrent: boolean): HTMLElement {
    const label = outcome === null ? t('No rule') : t('Rule {0}', String(outcome.rule.priority));
    const numbers =
      outcome === null
        ? counted(all, '{0} stays', '{0} stay')
        : counted(acted, '{0} of {1} goes', '{0} of {1} go', all);
    const never = dead === null ? '' : t('It can never act: {0}.', dead);
    const button = element(
      'button',
      {
        type: 'button',
        class: `lane${dead === null ? '' : ' dead'}`,
        title: dead === null ? title : `${title}. ${never}`,
        'aria-current': isCurrent,
        onclick: () => this.#choose(place),
      },
      element(
        'span',
        { class: 'lane-head' },
        element('b', { text: label }),
        element('span', { class: 'count', text: numbers }),
      ),
      element('span', { class: 'lane-text', text: dead === null ? title : t('never acts: {0}', dead) }),
    );
    const item = element('li', { class: isCurrent ? 'current' : '' }, button);
    item.style.height = `${LANE_HEIGHT}px`;
    return item;
  }
}
