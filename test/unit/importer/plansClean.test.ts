import { describe, expect, it } from 'vitest';
import { planWithTerraform, whyNoTerraform } from '../../terraform/judge.ts';
import type { World } from '../../terraform/standIn/handlers.ts';
import { startStandIn } from '../../terraform/standIn/standIn.ts';
import { isLong, shareOf } from '../support/longTests.ts';
import { randomRegistry } from './randomRegistry.ts';
import { importOf } from './support.ts';
import { worldOf } from './terraformWorld.ts';
import type { RealRegistry } from './worlds.ts';
import { outputsOf, REGISTRIES } from './worlds.ts';

const why = await whyNoTerraform();
if (why !== null) console.warn(`imported code is not planned: ${why}`);

const PROVIDER = 'provider "aws" {\n  region = "eu-west-1"\n}\n';

const ways = [
  { forEach: false, regionArgument: false },
  { forEach: true, regionArgument: false },
  { forEach: false, regionArgument: true },
  { forEach: true, regionArgument: true },
];

const RANDOM = Array.from({ length: shareOf(40, 20) }, (_, seed) => [`random ${seed}`, randomRegistry(seed)] as const);

/** Outputs of single registries name no region, so only repositories get `region` arguments. */
function fits(real: RealRegistry, { regionArgument }: { regionArgument: boolean }): boolean {
  return !regionArgument || Object.keys(real).length === 1;
}

/** All variants in the long run; otherwise one of them, in rotation. */
function waysFor(real: RealRegistry, index: number) {
  const fitting = ways.filter((way) => fits(real, way));
  return isLong() ? fitting : fitting.filter((_, way) => way === index % fitting.length);
}

describe.skipIf(why !== null)('Terraform plans the imported code without a change', () => {
  const cases = [...Object.entries(REGISTRIES), ...RANDOM];
  it.each(cases.map(([name, real], index) => [name, real, index] as const))('%s', async (_, real, index) => {
    const standIn = await startStandIn(worldOf(real) as World);
    try {
      for (const way of waysFor(real, index)) {
        const files = outputsOf(real);
        const given = way.regionArgument ? { ...files, cacheRules: [], templates: [], registry: [] } : files;
        const { code } = importOf(given, way);
        const actions = await planWithTerraform(standIn, { 'imports.tf': code, 'provider.tf': PROVIDER });
        expect(Object.keys(actions).length).toBeGreaterThan(0);
        const changes = Object.entries(actions).filter(([, action]) => action !== 'no-op');
        expect({ way, changes }).toEqual({ way, changes: [] });
      }
    } finally {
      standIn.close();
    }
  });
});
