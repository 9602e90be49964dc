import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { imagesOfText } from '../../../../client/src/simulator/view/controls/imageSource.ts';
import { countOn } from '../../../../client/src/simulator/view/controls/moment.ts';
import { speak } from '../../../../client/src/simulator/view/language.ts';
import { sceneOf } from '../../../../client/src/simulator/view/picture/scene.ts';
import { changesInWords, linesOf, nameOf, totalInWords, whenOf } from '../../../../client/src/simulator/view/words.ts';
import { whyDead } from '../../../../server/src/ecr/documents/lifecycle/claims/deadRules.ts';
import { ruleClause } from '../../../../server/src/ecr/documents/lifecycle/words/ruleSentence.ts';
import { problemInWords } from '../../../../server/src/simulate/input/inputProblem.ts';
import { readImages } from '../../../../server/src/simulate/input/readImages.ts';
import { notesOf } from '../../../../server/src/simulate/run/notes.ts';
import { ageOf, reasonOf } from '../../../../server/src/simulate/run/reason.ts';
import { simulate } from '../../../../server/src/simulate/run/simulateRun.ts';
import { steadyStateOf } from '../../../../server/src/simulate/time/steadyState.ts';
import type { Say } from '../../../../server/src/syntax/shown/say.ts';
import { fillTemplate } from '../../../../server/src/syntax/shown/say.ts';
import { image, NOW, rule } from '../../simulate/support.ts';

const words = JSON.parse(readFileSync('l10n/bundle.l10n.de.json', 'utf8')) as Readonly<Record<string, string>>;

/** Templates without a German translation. */
const missing = new Set<string>();
const said = new Set<string>();

const german: Say = (template, ...values) => {
  said.add(template);
  const translation = words[template];
  if (translation === undefined) missing.add(template);
  return fillTemplate(translation ?? template, values, 'de');
};

const RULES = [
  rule(1, ['v*'], 'imageCountMoreThan', 1),
  rule(2, ['a*', 'b*'], 'imageCountMoreThan', 2),
  rule(3, ['v1*'], 'sinceImagePushed', 5),
  rule(4, ['p*'], 'sinceImagePulled', 1, 'archive'),
  rule(5, ['q*'], 'sinceImagePulled', 30),
  rule(6, [], 'sinceImagePushed', 7),
  rule(7, ['**'], 'imageCountMoreThan', 3, 'archive'),
  rule(8, null, 'sinceImagePushed', 1, 'archive'),
  rule(9, null, 'sinceImageTransitioned', 90),
];

const pulled = (days: number) => ({ pulledAt: NOW - days * 86_400_000 });
const archived = (days: number) => ({ state: 'archive' as const, archivedAt: NOW - days * 86_400_000 });
const IMAGES = [
  ...[0.01, 1, 1.4, 3.5, 60].flatMap((days) => [
    image(`v${days}`, [`v${days}`], days),
    image(`ab${days}`, [`a${days}`, `b${days}`], days),
    image(`p${days}`, [`p${days}`], days + 1, pulled(days)),
    image(`q${days}`, [`q${days}`], days),
    image(`n${days}`, [], days),
    image(`z${days}`, [`z${days}`], days),
    image(`c${days}`, [`c${days}`], days + 9, archived(days * 2)),
  ]),
  image('activating', ['x'], 1, { state: 'activating' }),
  image('undated', [], 1, { pushedAt: null }),
  image('undated-v', ['v-undated'], 1, { pushedAt: null }),
  image('undated-p', ['p-undated'], 1, { pushedAt: null }),
  image('index', ['v9'], 0.5, { children: ['n60'] }),
  image('unknown-index', ['v8'], 0.6, { children: null }),
  image('unknown-index-2', ['v7'], 0.6, { children: null }),
  image('signature', [], 2, { subject: 'v60' }),
  image('restored', ['q-restored'], 90, { activatedAt: NOW - 40 * 86_400_000 }),
];

afterEach(() => speak({ tag: 'en', words: {} }));

describe('the view in German', () => {
  it('has a translation for everything that the engine says to it', () => {
    const orders = [RULES, [...RULES].reverse(), RULES.slice(0, 3), RULES.slice(5), []];
    for (const rules of orders) {
      const simulation = simulate(rules, IMAGES, NOW);
      notesOf(simulation, german);
      for (const outcome of simulation.outcomes) reasonOf(outcome, NOW, german);
      for (const one of rules) [ruleClause(one, rules, german), whyDead(one, rules, german)];
    }
    for (const kind of ['prefix', 'pattern'] as const)
      for (const text of ['-a', 'a*', '*', 'é'])
        whyDead(
          { ...rule(1, ['x'], 'sinceImagePushed', 2), requirement: { kind: 'tagged', entries: [{ kind, text }] } },
          [],
          german,
        );
    for (const days of [-1, 0, 0.5, 1, 1.5, 20]) ageOf(NOW - days * 86_400_000, NOW, german);
    for (const tags of [['v*'], ['a*', 'b*'], [], ['z*'], ['p*', 'latest'], ['v*1']])
      steadyStateOf(RULES, [{ perDay: 3, tags, bytes: null }], german);
    expect([...missing]).toEqual([]);
    expect(said.size).toBeGreaterThan(50);
  });

  it('has a translation for everything that is wrong with an input', () => {
    const record = (fields: object) => JSON.stringify([{ imageDigest: 'a', ...fields }, { imageDigest: 'b' }]);
    const inputs = [
      '',
      'An error occurred',
      'imageDetails:\n- x',
      '[] [{',
      '5',
      '{"images":[]}',
      '{}',
      '[1]',
      '[{}]',
      record({ imageTags: 3, imageTag: 4, imageSizeInBytes: -1, imageStatus: 'GONE', imagePushedAt: 'x' }),
      record({ imageTags: 3 }),
      record({ imageDigest: 7 }),
      record({ imageSizeInBytes: -1, imagePushedAt: '2026-02-30T00:00:00Z' }),
      record({ imagePushedAt: 'yesterday' }),
      record({ imageDigest: 'b' }),
      record({ repositoryName: 'x' }).replace('"b"', '"b","repositoryName":"y"'),
    ];
    for (const input of inputs) {
      const { problems } = readImages(input);
      expect([input, problems.length > 0]).toEqual([input, true]);
      for (const problem of problems) problemInWords(problem, german);
    }
    expect([...missing]).toEqual([]);
  });

  it('says its own sentences in German, with numbers as Germans write them', () => {
    speak({ tag: 'de', words });
    const scene = sceneOf(RULES, IMAGES, NOW, RULES.slice(1));
    expect(scene.lanes[0]?.title).toBe('löscht Images mit Tag v* bis auf das neueste');
    expect(scene.lanes[2]?.dead).toBe('jedes Image ihrer Auswahl gehört zu Regel 1');
    const count = { expire: 1234, archive: 1, keep: 2, unknown: 1, bytesFreed: 5e6 };
    expect(totalInWords(count, NOW, 0)).toBe(
      'Beim nächsten Lauf: 1.234 Images werden gelöscht, 1 wird archiviert, 2 bleiben, 1 nicht bekannt, 5 MB freigegeben.',
    );
    expect(totalInWords(countOn(scene.marks, 30), NOW, 30)).toMatch(/^Bis 2026-01-31, wenn nichts gepusht/);
    expect(changesInWords(scene, 'opened')).toMatch(/^Gegenüber dem Text beim Öffnen dieser Ansicht: /);
    expect(imagesOfText('liste', 'hello').problems[0]).toMatch(/^liste: Das ist kein JSON/);
    const texts = scene.marks.flatMap((mark) => [nameOf(mark), whenOf(mark, NOW), ...linesOf(mark, scene)]);
    const english = /\b(the|and|it|is|are|keeps|expires?|archives|rule|untagged|pushed|pulled|days?|ago|known)\b/i;
    expect(texts.filter((text) => english.test(text))).toEqual([]);
    expect(texts.length).toBeGreaterThan(150);
  });
});
