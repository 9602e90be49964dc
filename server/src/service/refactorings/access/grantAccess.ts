import { repeating } from '../../../checks/support/starterFixes.ts';
import { readAccessPolicies } from '../../../ecr/documents/access/readAccessPolicy.ts';
import { exampleStatements, statementTerm } from '../../../ecr/documents/access/recipeStatements.ts';
import { memberValue } from '../../../ecr/documents/memberValues.ts';
import { writeChanges } from '../../../ecr/edits/writeChange.ts';
import { homeArguments } from '../../../ecr/repository/homeArguments.ts';
import { repetitionOf } from '../../../ecr/repository/repetition.ts';
import type { Repository } from '../../../ecr/repository/repositoryBlock.ts';
import { readRepository } from '../../../ecr/repository/repositoryBlock.ts';
import type { RepositoryPolicies } from '../../../ecr/repository/repositoryPolicies.ts';
import { repositoryAccessPolicies } from '../../../ecr/repository/repositoryPolicies.ts';
import type { Recipe } from '../../../facts/access/recipes.ts';
import { RECIPES } from '../../../facts/access/recipes.ts';
import type { BlockDeclaration } from '../../../module/declarations/declarations.ts';
import { isBlockOf } from '../../../module/declarations/declarations.ts';
import { freeName } from '../../../syntax/edit/freeName.ts';
import { lineEnd, newlineOf } from '../../../syntax/edit/lines.ts';
import { printBlock } from '../../../syntax/edit/print.ts';
import type { SourceEdit } from '../../../syntax/edit/sourceEdit.ts';
import type { Assignment, BlockTerm } from '../../../syntax/edit/term.ts';
import { beginningOf } from '../../../syntax/tree/bodies.ts';
import { placeOf } from '../../../syntax/tree/place.ts';
import type { Offer, Refactoring } from '../refactoring.ts';
import { offered, refused } from '../refactoring.ts';
import type { ModuleOfSpot } from '../refactoringTarget.ts';

const TYPES = { repository: 'aws_ecr_repository_policy', registry: 'aws_ecr_registry_policy' } as const;

/** Lets somebody do something with a repository: adds a statement to its policy, or a policy when it has none. */
export const grantAccess: Refactoring = {
  id: 'grant-access',
  kind: 'refactor.rewrite',
  offers(target) {
    const { declaration, module } = target;
    const repository = declaration && module && readRepository(declaration, module.scope);
    if (module === null || !repository?.isRepository || !target.touches(beginningOf(repository.declaration.block)))
      return [];
    return RECIPES.map((recipe) => offerFor(recipe, repository, module));
  },
};

/** What an offer does, and what is needed in addition. */
function titleOf({ does, otherSide }: Recipe): string {
  return `Let ${does}. ${otherSide}`;
}

function offerFor(recipe: Recipe, repository: Repository, module: ModuleOfSpot): Offer {
  const title = titleOf(recipe);
  const { policies, mayHaveMore } = policiesOf(recipe, repository, module);
  const [existing, ...others] = policies;
  if (others.length > 0) return refused(title, 'There are already several policies.', recipe.id);
  if (existing !== undefined) return addedTo(existing, recipe, title, module);
  if (mayHaveMore) return refused(title, 'There may already be a policy, which a second one would replace.', recipe.id);
  const { declaration } = repository;
  const isRepeated = ['none', 'unknown'].includes(repetitionOf(repository, module.scope));
  if (isRepeated && repository.repetition === null)
    return refused(title, 'It is not known whether there is a repository.', recipe.id);
  const head = headOf(recipe, repository, module);
  if (head === null)
    return refused(title, 'The provider or region of the repository depends on its instance.', recipe.id);
  return offered(
    title,
    () => [addedAfter(declaration, recipe, newPolicy(recipe, repository, head, module))],
    recipe.id,
  );
}

/** What a new policy has before its statements, or null when the home of the repository cannot be repeated there. */
function headOf(
  { target }: Recipe,
  { declaration, repetition }: Repository,
  { scope }: ModuleOfSpot,
): readonly Assignment[] | null {
  if (target === 'registry') return homeArguments(declaration, 'once', scope);
  const kind = repetition === null ? 'once' : repetition.attribute.name.text === 'count' ? 'count' : 'for_each';
  return repeating(declaration, declaration.labels[1] ?? 'app', kind, scope);
}

/** The policies of the repository, or of the registry, in the module. */
function policiesOf({ target }: Recipe, repository: Repository, { module }: ModuleOfSpot): RepositoryPolicies {
  if (target === 'repository') return repositoryAccessPolicies(repository, module);
  const policies = module.allBlocks().filter((block) => isBlockOf(block, 'resource', TYPES.registry));
  return { policies, mayHaveMore: module.isOpen };
}

function addedTo(existing: BlockDeclaration, recipe: Recipe, title: string, { scope }: ModuleOfSpot): Offer {
  const [policy, ...others] = readAccessPolicies(existing, scope);
  const root = policy?.root?.kind === 'object' ? policy.root : null;
  const list = memberValue(root, 'Statement');
  const edits =
    policy !== undefined && list?.kind === 'list' && others.length === 0
      ? writeChanges([{ kind: 'add-items', list, added: exampleStatements(recipe, policy) }])
      : null;
  if (edits === null || edits.length === 0)
    return refused(title, `The statements of ${existing.address} are not written out as a list.`, recipe.id);
  return offered(title, () => edits, recipe.id);
}

/** A policy resource with only the recipe's statements. */
function newPolicy(
  recipe: Recipe,
  { declaration, repetition }: Repository,
  head: readonly Assignment[],
  { module }: ModuleOfSpot,
): BlockTerm {
  const type = TYPES[recipe.target];
  const label = declaration.labels[1] ?? 'app';
  const name = freeName(label, (taken) => module.blocks(`${type}.${taken}`).length > 0);
  const arn = repetition === null ? `${declaration.address}.arn` : `[for one in ${declaration.address} : one.arn]`;
  const policy: Assignment = {
    name: 'policy',
    value: {
      kind: 'call',
      name: 'jsonencode',
      argument: {
        kind: 'object',
        members: [
          { name: 'Version', value: { kind: 'literal', value: '2012-10-17' } },
          { name: 'Statement', value: statementTerm(recipe, arn) },
        ],
      },
    },
  };
  return { type: 'resource', labels: [type, name], arguments: [...head, policy], blocks: [] };
}

/** The edit that adds a policy after a repository's block, with a comment on what is needed in addition. */
function addedAfter({ block, source }: BlockDeclaration, { otherSide }: Recipe, policy: BlockTerm): SourceEdit {
  const { text } = source.piece;
  const at = lineEnd(text, block.end);
  const written = `\n\n# ${otherSide}\n${printBlock(policy)}`;
  return { place: placeOf(source, { start: at, end: at }), text: written.replaceAll('\n', newlineOf(text)) };
}
