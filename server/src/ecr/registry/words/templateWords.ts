import { lookUp } from '../../../facts/lookUp.ts';
import type { RecordingScope } from '../../../module/tracking/recordingScope.ts';
import { codeSpan } from '../../../syntax/shown/markdown.ts';
import { textIn } from '../../blocks/bodyParts.ts';
import type { EcrBlock } from '../../blocks/ecrBlock.ts';
import { listed } from '../../sentenceParts.ts';
import { ROOT_PREFIX } from '../cacheRule.ts';
import { appliedForOf, creationTemplates, isBelowPrefix } from '../creationTemplates.ts';
import { literalRepositories } from '../literalRepositories.ts';
import { namesInWords } from './names.ts';

const WAYS: Readonly<Record<string, string>> = {
  PULL_THROUGH_CACHE: 'a pull through a cache',
  REPLICATION: 'replication from another registry',
  CREATE_ON_PUSH: 'a first push',
};

/** The repositories that a creation template applies to; empty when its prefix is unknown. Markdown, one line each. */
export function templateWords({ body, declaration }: EcrBlock, scope: RecordingScope): readonly string[] {
  const prefix = textIn(body, 'prefix');
  if (prefix === null) return [];
  const ways = appliedForOf(body)?.map((way) => lookUp(WAYS, way) ?? codeSpan(way)) ?? ['the ways in applied_for'];
  const templates = scope.ask((module) => module.remember(creationTemplates));
  const others = templates.filter(
    (other) =>
      other.declaration !== declaration &&
      other.prefix !== null &&
      other.prefix !== prefix &&
      other.prefix !== ROOT_PREFIX &&
      isBelowPrefix(other.prefix, prefix),
  );
  const names =
    prefix === ROOT_PREFIX
      ? 'any name that no other template is for'
      : `a name that begins with ${codeSpan(`${prefix.replace(/\/$/, '')}/`)}`;
  const exempt = others.map((other) => `${codeSpan(`${other.prefix}/`)} (${codeSpan(other.declaration.address)})`);
  const written = scope
    .ask((module) => module.remember(literalRepositories))
    .filter(({ name }) => prefix !== ROOT_PREFIX && name !== prefix && isBelowPrefix(name, prefix));
  return [
    `Applies to repositories with ${names}, when ${listed(ways, 'or')} makes them.`,
    ...(exempt.length === 0 ? [] : [`A longer prefix takes precedence: ${listed(exempt)}.`]),
    'Repositories that exist already stay as they are, also when the template changes.',
    ...(written.length === 0
      ? []
      : [
          `${namesInWords(written.map(({ name }) => name))} of this module ${written.length === 1 ? 'has such a name' : 'have such names'}; the template does not touch what Terraform creates.`,
        ]),
  ];
}
