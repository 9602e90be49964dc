import { ACCOUNT, keep } from './support.ts';
import type { RealRegistry, RealRepository } from './worlds.ts';
import { pullBy } from './worlds.ts';

/** Numbers from 0 to 1, determined by a seed. */
function generator(seed: number): () => number {
  let state = seed + 0x9e3779b9;
  return () => {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d);
    state = Math.imul(state ^ (state >>> 12), 0x297a2d39);
    state ^= state >>> 15;
    return (state >>> 0) / 2 ** 32;
  };
}

const SEPARATORS = ['-', '_', '.', '/', '--', '__'];
const WORDS = ['api', 'web', 'a1', '9x', 'team', 'b'];

/** A registry of up to a dozen repositories with everything that the outputs can contain about them. */
export function randomRegistry(seed: number): RealRegistry {
  const random = generator(seed);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const names = new Set(
    Array.from({ length: 3 + Math.floor(random() * 10) }, () =>
      Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(WORDS)).reduce(
        (name, word) => name + pick(SEPARATORS) + word,
      ),
    ).filter((name) => name.length > 1),
  );
  const repositories = [...names].map((name): RealRepository => {
    const mutability = pick(['MUTABLE', 'IMMUTABLE', 'IMMUTABLE_WITH_EXCLUSION', 'MUTABLE_WITH_EXCLUSION']);
    return {
      name,
      mutability,
      filters: mutability.endsWith('EXCLUSION') ? pick([['latest'], ['dev-*', 'v*'], ['*']]) : [],
      scans: random() < 0.5,
      encryption: pick([
        { encryptionType: 'AES256' },
        { encryptionType: 'KMS', kmsKey: `arn:aws:kms:eu-west-1:${ACCOUNT}:key/${pick(['1', '2'])}` },
      ]),
      tags: pick([{}, { team: pick(WORDS) }, { 'a b': '${x}', Name: name }]),
      ...(random() < 0.6 && { lifecycle: keep(1 + Math.floor(random() * 4)) }),
      ...(random() < 0.3 && { access: pullBy({ AWS: `arn:aws:iam::${pick(['111122223333', ACCOUNT])}:root` }) }),
    };
  });
  return { repositories };
}
