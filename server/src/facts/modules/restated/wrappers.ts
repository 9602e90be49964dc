import type { KnownModule } from '../knownModules.ts';
import type { Restated, Shape } from './restated.ts';

/**
 * A wrapper of terraform-aws-modules: it calls a module once for each item, with the item's inputs, else the defaults.
 * Source: `wrappers/main.tf` of its tag 3.2.0. Read 2026-11-29.
 */
export function restateWrapper({ registry, folder, inputs }: KnownModule, shape: Shape): Restated {
  const lines = inputs
    .filter((input) => shape.isIn(input))
    .map(({ name, fallback }) => `  ${name} = try(each.value.${name}, var.defaults.${name}, ${fallback ?? 'null'})`);
  const source = `${registry}${folder === '' ? '' : `//${folder}`}`;
  return {
    code: `
module "wrapper" {
  source   = "${source}"
  version  = "${shape.version}"
  for_each = var.items
${lines.join('\n')}
}
`,
    values: { wrapper: 'module.wrapper' },
  };
}
