import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openSyntaxFile, updateSyntaxFile } from '../../../../server/src/syntax/tree/file.ts';
import type { Range } from '../../../../server/src/syntax/tree/tree.ts';
import { pick, seeded } from '../../../corpus/random.ts';
import { shareOf } from '../../support/longTests.ts';
import { type Edit, editKinds, type Original, originalOf } from './edits.ts';
import { faultOfFile } from './readable.ts';
import { type Landmark, landmarksOf, type Surrounding, surroundingsAt } from './structure.ts';

/*
 * One-place edits of realistic files, as a user makes them in the middle of typing.
 *
 * Structure is kept when every block, attribute and object key of the original, other than those whose own header the
 * edit touches, stands in the edited file where it stood and with the same blocks, attributes and keys around it. A
 * step around it whose header the edit touches may have any name, but must be there.
 *
 * The path is known when the blocks, attributes and keys at the cursor are those that the edit's kind expects
 * (edits.ts): what stood around that place in the original, and what was typed. Where the kind allows something deeper,
 * that must begin on the cursor's line or end at the cursor.
 *
 * With MUTATION_TABLE=1 in the environment the counts of each kind are printed, with =2 the failures too.
 */
const editsPerKind = shareOf(600);
const leastStructure = 0.97;
const leastPath = 0.99;

interface Count {
  edits: number;
  structure: number;
  path: number;
}

const folder = new URL('../../../corpus/realistic/', import.meta.url);
const originals = readdirSync(folder).map((name) => {
  const file = openSyntaxFile(readFileSync(new URL(name, folder), 'utf8'));
  return { name, file, original: originalOf(file) };
});
const detail = process.env['MUTATION_TABLE'] ?? '';

it('keeps the structure around an edit and knows the path at the cursor', () => {
  const random = seeded(1);
  const counts = new Map<string, Count>();
  const faults: string[] = [];
  const failures: string[] = [];
  for (const [kind, makeEdit] of Object.entries(editKinds)) {
    const count: Count = { edits: 0, structure: 0, path: 0 };
    counts.set(kind, count);
    while (count.edits < editsPerKind) {
      const { name, file, original } = pick(random, originals);
      const edit = makeEdit(original, random);
      if (edit === null) continue;
      count.edits += 1;
      const edited = updateSyntaxFile(file, applied(original.text, edit));
      const fault = faultOfFile(edited);
      if (fault !== undefined) faults.push(`${kind} in ${name}: ${fault}`);
      const lost = lostLandmark(original, edit, landmarksOf(edited));
      const surroundings = surroundingsAt(edited, edit.cursor);
      const known = isKnown(edit, surroundings, edited.text);
      if (lost === undefined) count.structure += 1;
      if (known) count.path += 1;
      if (lost !== undefined) failures.push(`${kind} in ${name}, lost ${lost}\n${around(edited.text, edit.cursor)}`);
      if (!known)
        failures.push(
          `${kind} in ${name}, at [${surroundings.map(({ step }) => step).join(' / ')}], not [${edit.expected.join(' / ')}]\n${around(edited.text, edit.cursor)}`,
        );
    }
  }
  const table = tableOf(counts);
  if (detail !== '') console.log(table);
  if (detail === '2') console.log(failures.join('\n\n'));
  expect(faults).toEqual([]);
  const total = totalOf(counts);
  expect(total.edits).toBeGreaterThanOrEqual(10 * editsPerKind);
  expect(total.structure / total.edits, table).toBeGreaterThanOrEqual(leastStructure);
  expect(total.path / total.edits, table).toBeGreaterThanOrEqual(leastPath);
});

function applied(text: string, { start, end, inserted }: Edit): string {
  return text.slice(0, start) + inserted + text.slice(end);
}

/** The first landmark next to the edit that has moved, in words. */
function lostLandmark(original: Original, edit: Edit, edited: readonly Landmark[]): string | undefined {
  const isLine = edit.inserted.endsWith('\n');
  const before: Touched = { start: edit.start, end: edit.end, isLine };
  const after: Touched = { start: edit.start, end: edit.start + edit.inserted.length, isLine };
  const touched = original.landmarks.filter(({ header }) => touches(header, before));
  const touchedStarts = new Set(touched.map(({ header }) => header.start));
  const isTouchedAfter = ({ header }: Landmark): boolean =>
    touches(header, after) || (header.start < edit.start && touchedStarts.has(header.start));
  const found = new Map(edited.map((landmark) => [landmark.header.start, pathBeside(landmark, isTouchedAfter)]));
  const isTouchedBefore = (landmark: Landmark): boolean => touchedStarts.has(landmark.header.start);
  for (const landmark of original.landmarks) {
    if (isTouchedBefore(landmark)) continue;
    const { start } = landmark.header;
    const wanted = pathBeside(landmark, isTouchedBefore);
    const actual = found.get(start < edit.start ? start : start + after.end - before.end);
    if (actual !== wanted) return `${wanted}: ${actual ?? 'nowhere'}`;
  }
  return undefined;
}

/** The text that an edit affects. A new line does not touch what is at its end, other text does. */
interface Touched extends Range {
  readonly isLine: boolean;
}

function touches(header: Range, { start, end, isLine }: Touched): boolean {
  return isLine ? header.start < end && start < header.end : header.start <= end && start <= header.end;
}

/** The path of a landmark, with a `?` for each step whose header the edit touches. */
function pathBeside(landmark: Landmark, isTouched: (landmark: Landmark) => boolean): string {
  const step = isTouched(landmark) ? '?' : landmark.step;
  return landmark.parent === null ? step : `${pathBeside(landmark.parent, isTouched)} / ${step}`;
}

function isKnown({ expected, exact, cursor }: Edit, surroundings: readonly Surrounding[], text: string): boolean {
  if (!expected.every((step, index) => step === surroundings[index]?.step)) return false;
  const deeper = surroundings.slice(expected.length);
  if (exact) return deeper.length === 0;
  const lineStart = text.lastIndexOf('\n', cursor - 1) + 1;
  return deeper.every(({ start, end }) => (lineStart <= start && start <= cursor) || end === cursor);
}

function around(text: string, cursor: number): string {
  const marked = `${text.slice(0, cursor)}▮${text.slice(cursor)}`;
  return marked
    .slice(Math.max(0, cursor - 160), cursor + 160)
    .split('\n')
    .slice(1, -1)
    .map((line) => `  | ${line}`)
    .join('\n');
}

function totalOf(counts: ReadonlyMap<string, Count>): Count {
  const total: Count = { edits: 0, structure: 0, path: 0 };
  for (const { edits, structure, path } of counts.values()) {
    total.edits += edits;
    total.structure += structure;
    total.path += path;
  }
  return total;
}

function tableOf(counts: ReadonlyMap<string, Count>): string {
  const rows = [...counts, ['all', totalOf(counts)] as const].map(([kind, { edits, structure, path }]) => {
    const percent = (part: number): string => `${((100 * part) / edits).toFixed(1)} %`.padStart(9);
    return `${kind.padEnd(24)}${String(edits).padStart(6)}${percent(structure)}${percent(path)}`;
  });
  return [`${'kind of edit'.padEnd(24)} edits structure     path`, ...rows].join('\n');
}
