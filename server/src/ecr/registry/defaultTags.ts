import { Evaluator } from '../../evaluate/evaluate.ts';
import type { BlockDeclaration } from '../../module/declarations/declarations.ts';
import { attributeOf, blocksOf } from '../../module/declarations/declarations.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { providerConfigurationOf } from './providerConfiguration.ts';

/** The keys of the tags that a block's provider adds, as far as known. */
export function defaultTagsOf(block: BlockDeclaration, scope: RecordingScope): readonly string[] {
  const configuration = providerConfigurationOf(block, scope);
  if (configuration === null) return [];
  const { declaration } = configuration;
  return blocksOf(declaration.block.body)
    .filter(({ type }) => type.text === 'default_tags')
    .flatMap((nested) => {
      const expression = attributeOf(nested, 'tags')?.value;
      if (expression === undefined) return [];
      const tags = new Evaluator(configuration.scope).evaluate({ source: declaration.source, expression });
      return tags.kind === 'object' ? tags.members.map(({ key }) => key) : [];
    });
}
