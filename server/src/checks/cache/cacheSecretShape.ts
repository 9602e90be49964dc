import { argumentIn } from '../../ecr/blocks/bodyParts.ts';
import { judgedValues } from '../../ecr/blocks/judgedValues.ts';
import { isCacheRule, secretBehind, secretVersions } from '../../ecr/registry/cacheRule.ts';
import { Evaluator } from '../../evaluate/evaluate.ts';
import type { ObjectValue, Value } from '../../evaluate/values/value.ts';
import { SECRET_KEYS } from '../../facts/registry/upstreamRegistries.ts';
import { attributeOf } from '../../module/declarations/declarations.ts';
import type { ArgumentsCheck, Finding } from '../check.ts';

export const cacheSecretShape: ArgumentsCheck = {
  subject: 'arguments',
  id: 'cache-secret-shape',
  title: 'The secret of a cache rule lacks username or accessToken',
  severity: 'warning',
  *check(block, scope) {
    const written = argumentIn(block.body, 'credential_arn');
    if (written === undefined || block.isNever || !isCacheRule(block)) return;
    for (const value of judgedValues(written.value)) {
      const secret = secretBehind(value, scope);
      if (secret === null) continue;
      const versions = scope.ask((module) => module.remember(secretVersions)).get(secret.address) ?? [];
      for (const { source, block: version } of versions) {
        const expression = attributeOf(version, 'secret_string')?.value;
        if (expression === undefined) continue;
        const text = new Evaluator(scope).evaluate({ source, expression });
        for (const option of judgedValues(text)) yield* checkText(option, value);
      }
    }
  },
};

const NEEDED = 'ECR reads username and accessToken';

function* checkText(text: Value, user: Value): Iterable<Finding> {
  const related = [{ place: user.place, message: 'The cache rule that uses the secret' }];
  if (text.kind === 'encoded' && text.encoded.kind === 'object') yield* checkObject(text.encoded, related);
  else if (text.kind === 'string' && !isSecret(text.value)) {
    yield {
      place: text.place,
      message: `Write jsonencode({ username = …, accessToken = … }): ${NEEDED} of a JSON object, and every pull through the cache fails without them.`,
      related,
    };
  }
}

function* checkObject(object: ObjectValue, related: Finding['related']): Iterable<Finding> {
  if (object.open) return;
  const keys = object.members.map(({ key }) => key);
  const missing = SECRET_KEYS.filter((key) => !keys.includes(key));
  if (missing.length === 0) return;
  yield {
    place: object.place,
    message: `The secret needs ${missing.join(' and ')} (has ${keys.length === 0 ? 'no key' : keys.join(', ')}): ${NEEDED}, and every pull through the cache fails without them.`,
    ...(related === undefined ? {} : { related }),
  };
}

function isSecret(text: string): boolean {
  try {
    const read: unknown = JSON.parse(text);
    return typeof read === 'object' && read !== null && SECRET_KEYS.every((key) => Object.hasOwn(read, key));
  } catch {
    return false;
  }
}
