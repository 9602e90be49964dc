import type { CalledModule } from '../../evaluate/scope.ts';
import type { BlockDeclaration } from '../declarations/declarations.ts';
import { attributeOf, enabledOf } from '../declarations/declarations.ts';
import type { Module } from '../module.ts';

const OUTPUT = 'output.';

/** The names of a module's outputs, with a blank after each. */
export function outputNames(module: Module): string {
  return module
    .allBlocks()
    .map(({ address }) => (address.startsWith(OUTPUT) ? `${address.slice(OUTPUT.length)} ` : ''))
    .join('');
}

/** What a call makes of a module with these outputs; null for a call that OpenTofu's `enabled` may turn off. */
export function describeCall({ source, block }: BlockDeclaration, outputs: string): CalledModule | null {
  if (enabledOf(block) !== undefined) return null;
  const names = outputs.split(' ').slice(0, -1);
  for (const argument of ['for_each', 'count'] as const) {
    const written = attributeOf(block, argument);
    if (written !== undefined) {
      return { outputs: names, repetition: { argument, located: { source, expression: written.value } } };
    }
  }
  return { outputs: names, repetition: null };
}
