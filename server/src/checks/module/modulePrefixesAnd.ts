import { isLeftOut, readModuleCall, textOfArgument } from '../../ecr/modules/moduleCall.ts';
import { otherModuleOf } from '../../ecr/modules/otherCall.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { Value } from '../../evaluate/values/value.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import type { BlockCheck, Finding } from '../check.ts';

export const modulePrefixesAnd: BlockCheck = {
  subject: 'block',
  id: 'module-prefixes-and',
  title: 'The module requires all tag prefixes on one image',
  severity: 'warning',
  isOfCalls: true,
  *check(declaration, scope) {
    if (declaration.type !== 'module') return;
    const other = otherModuleOf(declaration)?.prefixes;
    if (other !== undefined) yield* listed(declaration, other, scope);
    const call = readModuleCall(declaration, scope);
    if (call?.known.id !== 'lgallard' || !isLeftOut(call, 'lifecycle_policy', scope)) return;
    const template = textOfArgument(call, 'lifecycle_policy_template', scope);
    const value = valueAt(declaration, 'lifecycle_policy_template', scope);
    if (template === 'development' && value !== null) {
      yield {
        place: value.place,
        message:
          'The "development" policy asks for a tag that begins with "dev" and one that begins with "feature" on the same image, so it keeps all tagged images. Write a lifecycle_policy with one rule for each prefix.',
      };
    }
    if (
      isLeftOut(call, 'lifecycle_policy_template', scope) &&
      !isLeftOut(call, 'lifecycle_keep_latest_n_images', scope)
    )
      yield* listed(declaration, 'lifecycle_tag_prefixes_to_keep', scope);
  },
};

function* listed(declaration: BlockDeclaration, name: string, scope: RecordingScope): Iterable<Finding> {
  const value = valueAt(declaration, name, scope);
  if (value?.kind !== 'list' || value.open) return;
  const prefixes = value.items.flatMap((item) => (item.kind === 'string' ? [item.value] : []));
  if (prefixes.length < value.items.length || !areApart(prefixes)) return;
  yield {
    place: value.place,
    message: `All ${prefixes.length} prefixes go into one rule, which selects an image only when it has a tag with each of them; that is rarely intended. Give one prefix, or write the policy yourself with one rule for each.`,
  };
}

/** True for several prefixes, two of which begin differently. */
function areApart(prefixes: readonly string[]): boolean {
  return prefixes.some((one) => prefixes.some((other) => !one.startsWith(other) && !other.startsWith(one)));
}

function valueAt({ block, source }: BlockDeclaration, name: string, scope: RecordingScope): Value | null {
  const attribute = attributeOf(block, name);
  return attribute === undefined ? null : new Evaluator(scope).evaluate({ source, expression: attribute.value });
}
