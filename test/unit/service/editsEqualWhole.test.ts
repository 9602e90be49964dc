import { describe, expect, it } from 'vitest';
import { seeded } from '../../corpus/random.ts';
import { EditedFolder, type FolderState } from '../support/editedFolder.ts';
import { shareOf } from '../support/longTests.ts';
import { Author, FOLDERS } from './randomAuthor.ts';

const STEPS = 12;

describe('a folder that was edited', () => {
  it.each(FOLDERS)('shows what one that is read anew shows: %s', (_, filesOf) => {
    let problems = 0;
    for (let seed = 0; seed < shareOf(60, 15); seed += 1) {
      const author = new Author(seeded(seed), filesOf(seed));
      const folder = new EditedFolder(author.state);
      const acts: string[] = [];
      for (let step = 0; step < STEPS; step += 1) {
        acts.push(author.act());
        const { state } = author;
        folder.become(state);
        const probes = [author.probe(), author.probe(), author.probe()];
        // Some versions are never looked at, so that what is kept is of different ages.
        if (step % 3 === 1) continue;
        const shown = folder.shown(probes);
        const anew = new EditedFolder(state).shown(probes);
        if (shown.join('\n') !== anew.join('\n')) {
          const differing = { kept: without(shown, anew), anew: without(anew, shown) };
          expect({ seed, acts, ...differing }, texts(state)).toEqual({ seed, acts, kept: [], anew: [] });
        }
        problems += shown.filter((line) => line.includes(' problem ')).length;
      }
    }
    expect(problems).toBeGreaterThan(10);
  });
});

/** The lines of one list that another lacks; all where only their order differs. */
function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const known = new Set(others);
  const lacking = lines.filter((line) => !known.has(line));
  return lacking.length > 0 || lines.length !== others.length ? lacking : lines;
}

function texts({ disk, open }: FolderState): string {
  return [...new Map([...disk, ...open])].map(([uri, text]) => `--- ${uri}\n${text}`).join('\n');
}
