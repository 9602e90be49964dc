import { describe, expect, it } from 'vitest';
import type { Image } from '../../../server/src/simulate/input/image.ts';
import { imageOf } from '../../../server/src/simulate/input/image.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import { DAY } from '../../../server/src/simulate/time/clock.ts';
import type { JsonValue } from '../../../server/src/syntax/edit/term.ts';
import vectors from '../../vectors/simulate.json';
import { NOW, rulesOf } from './support.ts';

interface VectorImage {
  readonly id: string;
  readonly tags: readonly string[];
  readonly pushedDaysAgo: number;
  readonly pulledDaysAgo?: number;
  readonly activatedDaysAgo?: number;
  readonly archivedDaysAgo?: number;
  readonly storageClass?: string;
}

interface Vector {
  readonly id: string;
  readonly rules: JsonValue;
  readonly images: readonly VectorImage[];
  readonly expired?: readonly string[];
  readonly archived?: readonly string[];
  readonly by?: Readonly<Record<string, number | undefined>>;
}

function read(image: VectorImage): Image {
  const at = (days: number | undefined) => (days === undefined ? null : NOW - days * DAY);
  return imageOf(image.id, {
    tags: image.tags,
    state: image.storageClass === 'archive' ? 'archive' : 'standard',
    pushedAt: at(image.pushedDaysAgo),
    pulledAt: at(image.pulledDaysAgo),
    activatedAt: at(image.activatedDaysAgo),
    archivedAt: at(image.archivedDaysAgo),
  });
}

describe('worked examples', () => {
  it.each(vectors as unknown as readonly Vector[])('$id', ({ rules, images, expired = [], archived = [], by = {} }) => {
    const { outcomes } = simulate(rulesOf({ rules }), images.map(read), NOW);
    const idsOf = (verdict: string) =>
      outcomes.filter((outcome) => outcome.verdict === verdict).map((outcome) => outcome.image.digest);
    expect(idsOf('expire')).toEqual(expired);
    expect(idsOf('archive')).toEqual(archived);
    const acting = Object.fromEntries(outcomes.map(({ image, rule }) => [image.digest, rule?.priority]));
    expect(acting).toMatchObject(by);
  });
});
