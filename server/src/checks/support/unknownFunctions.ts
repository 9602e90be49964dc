import type { EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import { FUNCTIONS, functionFact } from '../../facts/language/functions.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Name, Node } from '../../syntax/tree/tree.ts';
import { childrenOf } from '../../syntax/tree/walkTree.ts';
import type { Finding } from '../check.ts';

/** Functions of OpenTofu, and of later releases of Terraform. */
const OTHERS: readonly string[] = ['base64gunzip', 'cidrcontains', 'urldecode', 'convert', 'list', 'map'];

const NAMES: readonly string[] = FUNCTIONS.map(({ name }) => name);

/** Calls of unknown functions with a name close to a known one; others may exist in a newer release. */
export function* unknownFunctions({ declaration: { source, block } }: EcrBlock): Iterable<Finding> {
  if (block.damaged) return;
  for (const name of calledIn(block)) {
    const meant = functionFact(name.text) === undefined ? nearestName(name.text, NAMES) : undefined;
    if (meant === undefined || name.text.includes('::') || OTHERS.includes(name.text)) continue;
    const place = placeOf(source, name);
    yield {
      place,
      message: `Unknown function ${name.text}. Did you mean ${meant}? Terraform stops with "Call to unknown function".`,
      fixes: source.uri.endsWith('.json')
        ? []
        : [{ title: `Use ${meant}`, kind: 'one', changes: [{ kind: 'replace-text', place, text: meant }] }],
      isOfValidate: true,
    };
  }
}

function calledIn(start: Node): readonly Name[] {
  const found: Name[] = [];
  const pending: Node[] = [start];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    if (node.kind === 'FunctionCall') found.push(node.name);
    for (const child of childrenOf(node)) pending.push(child);
  }
  return found.sort((one, other) => one.start - other.start);
}
