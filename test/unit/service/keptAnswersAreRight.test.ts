import { afterEach, describe, expect, it, vi } from 'vitest';
import { seeded } from '../../corpus/random.ts';
import { EditedFolder } from '../support/editedFolder.ts';
import { watchKeptAnswers } from '../support/keptAnswers.ts';
import { shareOf } from '../support/longTests.ts';
import { Author, FOLDERS } from './randomAuthor.ts';

const STEPS = 12;

afterEach(() => {
  vi.restoreAllMocks();
});

describe('an answer that is kept because nothing that it depends on has changed', () => {
  it.each(FOLDERS)('is the one that asking again gives: %s', (_, filesOf) => {
    const { wrong, count } = watchKeptAnswers();
    for (let seed = 1000; seed < 1000 + shareOf(60, 15); seed += 1) {
      const author = new Author(seeded(seed), filesOf(seed));
      const folder = new EditedFolder(author.state);
      folder.shown([]);
      const acts: string[] = [];
      for (let step = 0; step < STEPS; step += 1) {
        acts.push(author.act());
        folder.become(author.state);
        folder.shown([author.probe()]);
        expect({ seed, acts, wrong }).toEqual({ seed, acts, wrong: [] });
      }
    }
    expect(count()).toBeGreaterThan(1000);
  });
});
