import type { SimulatedRule } from '../../ecr/documents/lifecycle/completeRule.ts';
import type { Image } from '../input/image.ts';
import { TagMatcher } from './tagMatcher.ts';

/** The rules of one storage class, prepared for finding those that an image meets. */
export class Claims {
  readonly #matcher: TagMatcher;
  /** The indices of the rules that any image, or any untagged image, meets. */
  readonly #always: readonly number[];
  readonly #untagged: readonly number[];
  readonly #found: number[] = [];

  constructor(rules: readonly SimulatedRule[]) {
    this.#matcher = new TagMatcher(rules);
    const placesOf = (kind: string) =>
      rules.flatMap(({ requirement }, place) => (requirement.kind === kind ? [place] : []));
    this.#always = placesOf('any');
    this.#untagged = [...placesOf('untagged'), ...this.#always];
  }

  /** The indices of the rules whose tag requirement an image meets, in no order; valid until the next question. */
  rulesFor({ tags }: Image): readonly number[] {
    if (tags.length === 0) return this.#untagged;
    this.#found.length = 0;
    this.#matcher.match(tags, this.#found);
    for (const place of this.#always) this.#found.push(place);
    return this.#found;
  }
}
