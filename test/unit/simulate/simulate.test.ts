import { describe, expect, it } from 'vitest';
import type { SimulatedRule } from '../../../server/src/ecr/documents/lifecycle/completeRule.ts';
import type { Image } from '../../../server/src/simulate/input/image.ts';
import { reasonOf } from '../../../server/src/simulate/run/reason.ts';
import { simulate } from '../../../server/src/simulate/run/simulateRun.ts';
import { DAY, isoDate } from '../../../server/src/simulate/time/clock.ts';
import { image, NOW, rule } from './support.ts';

/** Each image's digest, verdict and reason, on one line. */
function told(rules: readonly SimulatedRule[], images: readonly Image[]): string[] {
  return simulate(rules, images, NOW).outcomes.map((outcome) => {
    const when = outcome.when === null ? '' : ` [${isoDate(outcome.when)}]`;
    return `${outcome.image.digest} ${outcome.verdict}: ${reasonOf(outcome, NOW)}${when}`;
  });
}

describe('age', () => {
  const old = [rule(1, ['v*'], 'sinceImagePushed', 14)];

  it('is strict: exactly so many days stay', () => {
    expect(told(old, [image('A', ['v1'], 14), image('B', ['v1'], 14.001), image('C', ['v1'], 13.5)])).toEqual([
      'A keep: Rule 1 expires it when it was pushed more than 14 days ago: after 2026-01-01T00:00:00Z. [2026-01-01T00:00:00Z]',
      'B expire: Rule 1 expires what was pushed more than 14 days ago; this was 14 days and a few minutes ago.',
      'C keep: Rule 1 expires it when it was pushed more than 14 days ago: after 2026-01-01T12:00:00Z. [2026-01-01T12:00:00Z]',
    ]);
  });

  it('counts from the day that an image came back from the archive', () => {
    const back = image('A', ['v1'], 400, { activatedAt: NOW - 5 * DAY });
    expect(told(old, [back])).toEqual([
      'A keep: Rule 1 expires it when it was restored from the archive more than 14 days ago: after 2026-01-10T00:00:00Z. [2026-01-10T00:00:00Z]',
    ]);
  });

  it('counts from the last pull, the restoring or the push, whichever says more', () => {
    const unpulled = [rule(1, null, 'sinceImagePulled', 10, 'archive')];
    const images = [
      image('A', [], 50, { pulledAt: NOW - 20 * DAY }),
      image('B', [], 50, { pulledAt: NOW - 5 * DAY }),
      image('C', [], 50),
      image('D', [], 50, { pulledAt: NOW - 20 * DAY, activatedAt: NOW - 15 * DAY }),
      image('E', [], 50, { pulledAt: NOW - 20 * DAY, activatedAt: NOW - 2 * DAY }),
      image('F', [], 50, { pulledAt: NOW - 2 * DAY, activatedAt: NOW - 20 * DAY }),
    ];
    expect(told(unpulled, images)).toEqual([
      'A archive: Rule 1 archives what was last pulled more than 10 days ago; this was 20 days ago.',
      'B keep: Rule 1 archives it when it was last pulled more than 10 days ago: after 2026-01-06T00:00:00Z. [2026-01-06T00:00:00Z]',
      'C archive: Rule 1 archives what was pushed (it was never pulled) more than 10 days ago; this was 50 days ago.',
      'D archive: Rule 1 archives what was restored from the archive more than 10 days ago; this was 15 days ago.',
      'E keep: Rule 1 archives it when it was restored from the archive more than 10 days ago: after 2026-01-09T00:00:00Z. [2026-01-09T00:00:00Z]',
      'F keep: Rule 1 archives it when it was last pulled more than 10 days ago: after 2026-01-09T00:00:00Z. [2026-01-09T00:00:00Z]',
    ]);
  });

  it('may be longer than any date', () => {
    expect(told([rule(1, null, 'sinceImagePushed', 1e12)], [image('A', [], 3)])).toEqual([
      'A keep: Rule 1 expires it when it was pushed more than 1000000000000 days ago: later than any date.',
    ]);
  });
});

describe('storage classes', () => {
  it('have rules of their own', () => {
    const rules = [rule(1, null, 'imageCountMoreThan', 1), rule(2, null, 'sinceImageTransitioned', 100)];
    const images = [
      image('A', [], 300, { state: 'archive', archivedAt: NOW - 200 * DAY }),
      image('B', ['v1'], 300, { state: 'archive', archivedAt: NOW - 99 * DAY }),
      image('C', ['v2'], 2),
      image('D', ['v3'], 3, { state: 'activating' }),
      image('E', ['v4'], 4),
    ];
    expect(told(rules, images)).toEqual([
      'A expire: Rule 2 expires what was archived more than 100 days ago; this was 200 days ago.',
      'B keep: Rule 2 expires it when it was archived more than 100 days ago: after 2026-01-02T00:00:00Z. [2026-01-02T00:00:00Z]',
      'C keep: Rule 1 keeps the newest image that it selects, and this is number 1.',
      'D keep: It is on its way back from the archive; no rule considers it until it has arrived.',
      'E expire: Rule 1 keeps the newest image that it selects, and 1 is newer.',
    ]);
    expect(told([rule(1, ['a*'], 'imageCountMoreThan', 1)], images).slice(1, 3)).toEqual([
      'B keep: No rule for archive images matches its tags.',
      'C keep: No rule for standard images matches its tags.',
    ]);
  });
});

describe('images that others need', () => {
  const untagged = [rule(1, [], 'sinceImagePushed', 1), rule(2, ['v*'], 'imageCountMoreThan', 1)];

  it('stay while an index refers to them', () => {
    const images = [
      image('index', ['v2'], 10, { children: ['amd', 'arm'] }),
      image('amd', [], 10),
      image('arm', [], 10),
      image('stray', [], 10),
    ];
    expect(told(untagged, images).slice(1)).toEqual([
      'amd keep: Rule 1 selects it, but the index v2 refers to it: it stays until the index is gone.',
      'arm keep: Rule 1 selects it, but the index v2 refers to it: it stays until the index is gone.',
      'stray expire: Rule 1 expires what was pushed more than 1 day ago; this was 10 days ago.',
    ]);
  });

  it('stay for the run in which the index goes, and go after it', () => {
    const images = [image('new', ['v2'], 1), image('index', ['v1'], 10, { children: ['amd'] }), image('amd', [], 10)];
    expect(simulate(untagged, images, NOW).outcomes.map(({ verdict }) => verdict)).toEqual(['keep', 'expire', 'keep']);
    expect(simulate(untagged, images.slice(2), NOW).outcomes.map(({ verdict }) => verdict)).toEqual(['expire']);
  });

  it('go where the image goes that they are attached to', () => {
    const images = [
      image('new', ['v2'], 1),
      image('old', ['v1'], 10),
      image('signature', [], 10, { subject: 'old' }),
      image('of-signature', [], 10, { subject: 'signature' }),
      image('of-new', [], 10, { subject: 'new' }),
      image('orphan', [], 10, { subject: 'gone' }),
      image('snake', [], 10, { subject: 'tail' }),
      image('tail', [], 10, { subject: 'snake' }),
      image('on-tail', [], 10, { subject: 'tail' }),
    ];
    expect(told(untagged, images).slice(2)).toEqual([
      'signature expire: It is attached to v1 and is deleted or archived with it, within a day.',
      'of-signature expire: It is attached to signature and is deleted or archived with it, within a day.',
      'of-new keep: It is attached to v2 and is deleted or archived with it, within a day.',
      'orphan expire: Rule 1 expires what was pushed more than 1 day ago; this was 10 days ago.',
      'snake expire: Rule 1 expires what was pushed more than 1 day ago; this was 10 days ago.',
      'tail expire: Rule 1 expires what was pushed more than 1 day ago; this was 10 days ago.',
      'on-tail expire: It is attached to tail and is deleted or archived with it, within a day.',
    ]);
  });
});

describe('images without dates', () => {
  const undated = (digest: string) => image(digest, [], 0, { pushedAt: null });

  it('have no verdict where a date decides', () => {
    expect(told([rule(1, null, 'sinceImagePushed', 5)], [undated('A')])).toEqual([
      'A unknown: Rule 1 expires what was pushed more than 5 days ago, and the input has no date for it.',
    ]);
    expect(told([rule(1, null, 'imageCountMoreThan', 1)], [undated('A'), undated('B')])).toEqual([
      'A unknown: Rule 1 keeps the newest image, and the input lacks the push dates that would show whether this is one of them.',
      'B unknown: Rule 1 keeps the newest image, and the input lacks the push dates that would show whether this is one of them.',
    ]);
  });

  it('have one where no date can change it', () => {
    const verdicts = (count: number, images: readonly Image[]) =>
      simulate([rule(1, null, 'imageCountMoreThan', count)], images, NOW).outcomes.map(({ verdict }) => verdict);
    expect(verdicts(2, [undated('A'), undated('B')])).toEqual(['keep', 'keep']);
    expect(verdicts(1, [image('new', [], 1), image('old', [], 2), undated('A')])).toEqual([
      'unknown',
      'expire',
      'unknown',
    ]);
  });
});

describe('rules that can never act', () => {
  const deadOf = (rules: readonly SimulatedRule[]) => simulate(rules, [], NOW).rules.map(({ dead }) => dead);

  it('are those whose images all belong to others', () => {
    expect(
      deadOf([
        rule(1, ['*'], 'imageCountMoreThan', 9),
        rule(2, ['v*'], 'sinceImagePushed', 9),
        rule(3, [], 'sinceImagePushed', 9),
        rule(4, null, 'sinceImagePushed', 9),
        rule(5, null, 'sinceImageTransitioned', 90),
      ]),
    ).toEqual([
      null,
      'every image that it selects belongs to rule 1',
      null,
      'every image that it selects belongs to rule 1 or 3',
      null,
    ]);
    expect(deadOf([rule(1, ['v*'], 'imageCountMoreThan', 9), rule(2, ['v*', 'x'], 'sinceImagePushed', 9)])).toEqual([
      null,
      'every image that it selects belongs to rule 1',
    ]);
    expect(deadOf([rule(1, ['v*', 'x'], 'imageCountMoreThan', 9), rule(2, ['v*'], 'sinceImagePushed', 9)])).toEqual([
      null,
      null,
    ]);
  });

  it('are those with a wildcard in a prefix', () => {
    const entries = [{ kind: 'prefix', text: 'v*' }] as const;
    const strange = { ...rule(1, ['v'], 'imageCountMoreThan', 1), requirement: { kind: 'tagged', entries } } as const;
    expect(deadOf([strange])).toEqual(['no tag begins with "v*", as * is an ordinary character in tagPrefixList']);
  });
});

describe('numbers', () => {
  it('count what each rule selects, owns and does, and the bytes', () => {
    const rules = [rule(2, null, 'imageCountMoreThan', 1), rule(1, ['v*'], 'sinceImagePushed', 5, 'archive')];
    const images = [
      image('A', ['v1'], 9, { bytes: 100 }),
      image('B', ['v2'], 2, { bytes: 10 }),
      image('C', ['x'], 3, { bytes: 5 }),
      image('D', ['y'], 4),
    ];
    const { totals, rules: outcomes } = simulate(rules, images, NOW);
    expect(
      outcomes.map(({ rule: { priority }, selected, claimed, acted }) => [priority, selected, claimed, acted]),
    ).toEqual([
      [1, 2, 2, 1],
      [2, 4, 2, 2],
    ]);
    expect(totals).toEqual({ expire: 2, archive: 1, keep: 1, unknown: 0, bytesFreed: 5, bytesArchived: 100 });
  });
});
