import { describe, expect, it } from 'vitest';
import { refactoringsAt } from '../../../../server/src/service/refactorings/refactor.ts';
import type { Files } from '../../support/checkProblems.ts';
import { workspaceOf } from '../../support/checkProblems.ts';
import { fail } from './support.ts';

const call = (repetition: string) =>
  `module "ecr" {\n  source  = "terraform-aws-modules/ecr/aws"\n  version = "2.4.0"\n${repetition}\n  repository_name = "shop"\n}\n`;
const ONCE = call('');
const EACH = call('  for_each = toset(["a", "b"])\n');

/** The output that the refusal to upgrade names; null when the upgrade is offered. */
function lostIn(files: Files): string | null | undefined {
  const request = { uri: 'main.tf', range: { start: 3, end: 3 }, createsFiles: false };
  const offers = refactoringsAt(workspaceOf(files), request, () => true, fail);
  const offer = offers.find(({ id }) => id === 'upgrade-module');
  if (offer === undefined) throw new Error('the upgrade is not offered');
  return offer.refusal === null ? null : /^The module uses module\.ecr\.(\w+), which/.exec(offer.refusal)?.[1];
}

const output = (value: string) => `output "o" {\n  value = ${value}\n}\n`;

const LOST: readonly [words: string, main: string][] = [
  ['an output', ONCE + output('module.ecr.gone')],
  ['in a text', ONCE + output('"url: ${module.ecr.gone}"')],
  ['in a heredoc', ONCE + output('<<EOT\n${ module.ecr.gone }\nEOT')],
  ['over two lines', ONCE + output('(\n  module\n  .ecr\n  .gone\n)')],
  ['in a local', `${ONCE}locals {\n  x = [module.ecr.gone]\n}\n`],
  ['of an instance', EACH + output('module.ecr["a"].gone')],
  ['of an instance with a computed key', EACH + output('module.ecr[var.keys[0]].gone')],
  ['of all instances', EACH + output('values(module.ecr)[*].gone')],
  ['in the old form of a splat', call('  count = 2\n') + output('module.ecr.*.gone')],
  ['in the form of a splat', call('  count = 2\n') + output('module.ecr[*].gone')],
  ['in a loop', EACH + output('{ for key, one in module.ecr : key => one.gone }')],
  ['in a loop of a template', EACH + output('"%{ for one in module.ecr }${one.gone}%{ endfor }"')],
  ['in a loop over values', EACH + output('[for one in values(module.ecr) : one["x"].gone]')],
  ['through for_each', `${EACH}resource "x_y" "z" {\n  for_each = module.ecr\n  name     = each.value.gone\n}\n`],
];

const KEPT: readonly [words: string, main: string][] = [
  ['an output that there is', ONCE + output('module.ecr.repository_url')],
  ['in a comment', `${ONCE}# module.ecr.gone went away\n/* module.ecr.gone */\n`],
  ['in a text without interpolation', ONCE + output('"see module.ecr.gone"')],
  ['escaped', ONCE + output('"$${module.ecr.gone}"')],
  ['of another call', ONCE + output('module.ecr_old.gone')],
  ['of a call whose name goes on', ONCE + output('module.ecr-old.gone')],
  ['of what only ends in the name', ONCE + output('data.module.ecr.gone')],
  ['a loop whose own name is module', ONCE + output('[for module in var.all : module.ecr.gone]')],
  ['a key of a loop', EACH + output('[for one, more in module.ecr : one.gone]')],
  ['a loop over the outputs of one call', ONCE + output('[for one in module.ecr : one.gone]')],
  ['a key of the map with the name', EACH + output('module.ecr["gone"].repository_url')],
];

describe('an upgrade of a call and the outputs that the module reads', () => {
  it.each(LOST)('is refused when one is lost: %s', (_, text) => {
    expect(lostIn({ 'main.tf': text })).toBe('gone');
  });

  it.each(KEPT)('is offered otherwise: %s', (_, text) => {
    expect(lostIn({ 'main.tf': text })).toBe(null);
  });

  it('looks in every file of the module', () => {
    expect(lostIn({ 'main.tf': ONCE, 'outputs.tf': output('module.ecr.gone') })).toBe('gone');
    expect(lostIn({ 'main.tf': ONCE, 'a_override.tf': output('module.ecr.gone') })).toBe('gone');
    const json = JSON.stringify({ output: { o: { value: '${module.ecr.gone}' } } });
    expect(lostIn({ 'main.tf': ONCE, 'o.tf.json': json })).toBe('gone');
    expect(lostIn({ 'main.tf': ONCE, 'other/main.tf': output('module.ecr.gone') })).toBe(null);
  });
});
