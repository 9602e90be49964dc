import { argumentIn, blocksIn } from '../../ecr/blocks/bodyParts.ts';
import type { BlockBody } from '../../ecr/blocks/ecrBlock.ts';
import { judgedValues } from '../../ecr/blocks/judgedValues.ts';
import { nearestName } from '../../ecr/nearestName.ts';
import { isBlockOf } from '../../module/declarations/declarations.ts';
import type { ArgumentsCheck, Finding } from '../check.ts';
import { replaceText } from '../support/valueFixes.ts';

export const publicCatalogData: ArgumentsCheck = {
  subject: 'arguments',
  id: 'public-catalog-data',
  title: 'The public gallery ignores this part of the catalog data',
  severity: 'hint',
  *check({ declaration, body, isNever }) {
    if (isNever || !isBlockOf(declaration, 'resource', 'aws_ecrpublic_repository')) return;
    for (const data of blocksIn(body, 'catalog_data').bodies) {
      yield* checkBadges(data, 'architectures');
      yield* checkBadges(data, 'operating_systems');
      yield* checkLogo(data);
    }
  },
};

function* checkBadges(data: BlockBody, name: string): Iterable<Finding> {
  const argument = argumentIn(data, name);
  const known = argument?.fact.values?.map(({ value }) => value) ?? [];
  for (const list of argument === undefined ? [] : judgedValues(argument.value)) {
    if (list.kind !== 'list') continue;
    for (const item of list.items) {
      if (item.kind !== 'string' || known.includes(item.value)) continue;
      const nearest = nearestName(item.value, known);
      yield {
        place: item.place,
        message: `The gallery has badges for ${known.join(', ')} only: ${JSON.stringify(item.value)} is accepted but gets none.`,
        fixes: nearest === undefined ? [] : replaceText(item, nearest),
      };
    }
  }
}

const BASE64 = /^[A-Za-z0-9+/\s]*={0,2}\s*$/;

function* checkLogo(data: BlockBody): Iterable<Finding> {
  const logo = argumentIn(data, 'logo_image_blob')?.value;
  for (const value of logo === undefined ? [] : judgedValues(logo)) {
    if (value.kind !== 'string' || value.value === '' || BASE64.test(value.value)) continue;
    yield {
      place: value.place,
      message:
        'This is not base64, so the provider silently leaves the logo out. Write filebase64("${path.module}/logo.png").',
    };
  }
}
