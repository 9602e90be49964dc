import type { UnknownPart } from '../../ecr/documents/printMade.ts';
import { renderDocument } from '../../ecr/documents/renderDocument.ts';
import { indentedJson } from '../../embedded/indentedJson.ts';
import { placeName } from '../../report/placeName.ts';
import { textOf } from '../../syntax/tree/place.ts';
import type { Output } from '../output.ts';
import type { AnyPolicy } from './policiesInFile.ts';
import { anyPolicyAt } from './sourceArgument.ts';

export interface RenderOptions {
  readonly source: string;
  readonly compact: boolean;
}

/** Runs `render`: prints the JSON of a policy, or lists its unknown parts (status 1). */
export function runRender({ source, compact }: RenderOptions, output: Output): number {
  const named = anyPolicyAt(source);
  const rendered = renderDocument('access' in named ? named.access : named.policy);
  tellAssumptions(named, output);
  if (rendered.kind === 'unknown') {
    const parts = rendered.parts.map((part) => describe(part, named));
    output.error(`${named.address} is not fully known before Terraform runs:`, parts);
    return 1;
  }
  const { text } = rendered;
  output.print(compact ? text : indentedJson(text));
  return 0;
}

function describe({ place, because }: UnknownPart, named: AnyPolicy): string {
  const [line = ''] = textOf(place).split('\n');
  const shown = line.length > 60 ? `${line.slice(0, 57)}…` : line;
  return `${placeName(place, named.workspace)}: ${shown}: ${because}`;
}

/** Names the variables whose defaults were assumed, in output for people, not for programs. */
export function tellAssumptions({ assumptions }: Pick<AnyPolicy, 'assumptions'>, output: Output): void {
  if (assumptions.length === 0) return;
  const names = assumptions.map((name) => `var.${name}`).join(', ');
  output.error(`with the ${assumptions.length === 1 ? 'default' : 'defaults'} of ${names}`);
}
