import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import type { EcrBlock } from '../../ecr/blocks/ecrBlock.ts';
import { judgedValues } from '../../ecr/blocks/judgedValues.ts';
import { defaultTagsOf } from '../../ecr/registry/defaultTags.ts';
import { convert } from '../../evaluate/values/convert.ts';
import { STRING } from '../../evaluate/values/types.ts';
import type { ObjectMember, ObjectValue } from '../../evaluate/values/value.ts';
import { TAG_LIMITS, tagCharactersIn } from '../../facts/registry/tagLimits.ts';
import type { RecordingScope } from '../../module/tracking/recordingScope.ts';
import { HOLE } from '../../syntax/tree/mappedText.ts';
import type { ArgumentsCheck, Finding } from '../check.ts';

export const tagValue: ArgumentsCheck = {
  subject: 'arguments',
  id: 'tag-value',
  title: 'AWS rejects a resource tag',
  severity: 'error',
  *check(block, scope) {
    if (block.isNever || block.declaration.type !== 'resource') return;
    for (const name of ['tags', 'resource_tags']) {
      const written = argumentIn(block.body, name)?.value;
      for (const tags of written === undefined ? [] : judgedValues(written)) {
        if (tags.kind !== 'object') continue;
        for (const member of tags.members) yield* checkTag(member);
        yield* checkCount(tags, name, block, scope);
      }
    }
  },
};

const ANSWER = 'AWS refuses it at apply ("InvalidTagParameterException")';

function* checkTag({ key, keyPlace, value }: ObjectMember): Iterable<Finding> {
  const keyFlaw = flawOf(key, TAG_LIMITS.key);
  if (key.toLowerCase().startsWith('aws:')) {
    yield {
      place: keyPlace,
      message: `Choose a key that does not begin with aws:, which AWS keeps for itself; ${ANSWER}.`,
    };
  } else if (keyFlaw !== null) yield { place: keyPlace, message: `The key of this tag ${keyFlaw}; ${ANSWER}.` };
  for (const option of judgedValues(value)) {
    const text = convert(option, STRING);
    if (text.kind !== 'string' && text.kind !== 'partial-string') continue;
    const flaw = flawOf(text.mapped.text.replaceAll(HOLE, ''), TAG_LIMITS.value);
    if (flaw !== null) yield { place: text.place, message: `The value of this tag ${flaw}; ${ANSWER}.` };
  }
}

/** What is wrong with a text, whatever its unknown parts become; null when nothing is. */
function flawOf(text: string, maximum: number): string | null {
  const length = [...text].length;
  if (length > maximum) return `has ${length} characters and may have ${maximum}`;
  const wrong = tagCharactersIn(text);
  if (wrong === null) return null;
  return `has ${JSON.stringify(wrong)} in it: letters, digits, spaces and _ . : / = + - @ are allowed`;
}

function* checkCount(tags: ObjectValue, name: string, block: EcrBlock, scope: RecordingScope): Iterable<Finding> {
  const own = new Set(tags.members.map(({ key }) => key));
  const defaults = name === 'tags' ? defaultTagsOf(block.declaration, scope) : [];
  const count = new Set([...own, ...defaults]).size;
  if (count <= TAG_LIMITS.count) return;
  const added = count - own.size;
  yield {
    place: tags.place,
    message: `${count} tags are more than the ${TAG_LIMITS.count} that a resource may have${added > 0 ? ` (${added} of them are default_tags of the provider)` : ''}; ${ANSWER}.`,
  };
}
