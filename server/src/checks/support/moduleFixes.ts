import type { Change, Fix } from '../../ecr/edits/change.ts';
import { headerOf } from '../../ecr/header.ts';
import type { ModuleCall } from '../../ecr/modules/moduleCall.ts';
import { isPartial } from '../../ecr/modules/moduleCall.ts';
import { literalText } from '../../module/declarations/literals.ts';
import { readConstraint } from '../../module/versions/constraint.ts';
import { raiseConstraint } from '../../module/versions/raise.ts';
import { releaseOf } from '../../module/versions/release.ts';
import type { Term } from '../../syntax/edit/term.ts';
import type { Place } from '../../syntax/tree/place.ts';
import { placeOf } from '../../syntax/tree/place.ts';
import type { Attribute } from '../../syntax/tree/tree.ts';

/** The module and releases of a call, as messages name them: `cloudposse/ecr/aws 1.0.0`. */
export function nameOfCall(call: ModuleCall): string {
  const { known, releases } = call;
  const [first, last] = [releases[0]?.version ?? '', releases.at(-1)?.version ?? ''];
  if (isPartial(call)) return known.registry ?? known.repository;
  const folder = known.folder === '' ? '' : `//${known.folder}`;
  const versions = first === last ? last : `${first} to ${last}`;
  return `${known.registry ?? known.repository}${folder} ${versions}`.trim();
}

/** Where a problem about the release is shown: at the argument that chooses it, else at the block's header. */
export function placeOfRelease({ declaration, chosenBy }: ModuleCall): Place {
  return chosenBy === null ? headerOf(declaration) : placeOf(declaration.source, chosenBy);
}

/** Sets an argument of a call; the user chooses whether to apply it. */
export function setArgument({ declaration }: ModuleCall, name: string, value: string | boolean): Fix {
  const term: Term = { kind: 'literal', value };
  const written = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return {
    title: `Set ${name} = ${written}`,
    kind: 'choice',
    changes: [{ kind: 'set-argument', declaration, name, term }],
  };
}

export function removeArgument({ declaration: { source } }: ModuleCall, attribute: Attribute): Fix {
  const changes = [{ kind: 'remove-argument', source, attribute }] as const;
  return { title: `Remove ${attribute.name.text}`, kind: 'choice', changes };
}

/** Replaces the constraint or the git tag that chooses the release; empty when nothing chooses one. */
export function chooseRelease(call: ModuleCall, text: string, title: string): Fix[] {
  const { chosenBy: expression, declaration } = call;
  if (expression === null) return [];
  const { source } = declaration;
  const written = literalText(expression) ?? '';
  const value = isGit(call) ? written.replace(/([?&]ref=)(v?)[^&]*/, `$1$2${text.replace(/^[~>= ]+/, '')}`) : text;
  const changes: Change[] = [{ kind: 'replace-expression', source, expression, term: { kind: 'literal', value } }];
  return [{ title, kind: 'choice', changes }];
}

/** Requires a release or newer, written like the old constraint. */
export function raiseRelease(call: ModuleCall, first: string): Fix[] {
  const written = call.chosenBy === null ? null : literalText(call.chosenBy);
  if (written === null) return [];
  if (isGit(call)) return chooseRelease(call, first, `Take release ${first}`);
  const terms = readConstraint(written, 'terraform');
  const text = terms === null ? first : raiseConstraint(written, 'terraform', releaseOf(first));
  return chooseRelease(call, text, `Raise the version to "${text}"`);
}

function isGit({ chosenBy, declaration }: ModuleCall): boolean {
  return declaration.block.body.items.some(
    (item) => item.kind === 'Attribute' && item.name.text === 'source' && item.value === chosenBy,
  );
}

/** Wraps the text at a place in a function call. */
export function wrapIn(name: string, place: Place): Fix {
  const at = (edge: 'start' | 'end', text: string): Change => ({
    kind: 'replace-text',
    place: { ...place, start: place[edge], end: place[edge] },
    text,
  });
  return { title: `Wrap it in ${name}`, kind: 'one', changes: [at('start', `${name}(`), at('end', ')')] };
}

/** Wraps the text at a place in a list. */
export function wrapInList(place: Place): Fix {
  const at = (edge: 'start' | 'end', text: string): Change => ({
    kind: 'replace-text',
    place: { ...place, start: place[edge], end: place[edge] },
    text,
  });
  return { title: 'Make it a list', kind: 'choice', changes: [at('start', '['), at('end', ']')] };
}
