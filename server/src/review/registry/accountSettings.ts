import { lookUp } from '../../facts/lookUp.ts';
import { textOf } from '../plan/jsonValues.ts';
import type { Meaning, Sides } from './registryChange.ts';

const MEANINGS: Readonly<Record<string, string>> = {
  'BASIC_SCAN_TYPE_VERSION AWS_NATIVE': "basic scanning uses Amazon's own scanner",
  'REGISTRY_POLICY_SCOPE V2': 'the policy of the registry counts for all actions of ECR',
  'REGISTRY_POLICY_SCOPE V1': 'the policy of the registry counts only for replication and caches',
  'BLOB_MOUNTING ENABLED': 'layers are shared between repositories of the registry',
  'BLOB_MOUNTING DISABLED': 'layers are no longer shared between repositories of the registry',
};

/** The effects on a setting of the account. */
export function accountSettingMeaning({ before, after }: Sides): Meaning | null {
  const [old, now] = [settingOf(before), settingOf(after)];
  if (now === null)
    return old && { message: `${old.name} is no longer managed; its value stays ${old.value}.`, stops: false };
  if (old?.name === now.name && old.value === now.value) return null;
  const meaning = lookUp(MEANINGS, `${now.name} ${now.value}`);
  const from = old?.name === now.name ? ` from ${old.value}` : '';
  return {
    message: `${now.name} changes${from} to ${now.value}${meaning === undefined ? '' : `: ${meaning}`}.`,
    stops: false,
  };
}

function settingOf(values: Sides['before']) {
  const [name, value] = [textOf(values, 'name'), textOf(values, 'value')];
  return name === null || value === null ? null : { name, value };
}

/** The effects on a principal whose pulls are not counted as pulls. */
export function exclusionMeaning({ before, after }: Sides): Meaning | null {
  const [old, now] = [textOf(before, 'principal_arn'), textOf(after, 'principal_arn')];
  if (old === now) return null;
  const words = [
    ...(now === null
      ? []
      : [`Pulls by ${now} no longer count as pulls: images that only it pulls may be archived as not pulled.`]),
    ...(old === null ? [] : [`Pulls by ${old} count as pulls again.`]),
  ];
  return words.length === 0 ? null : { message: words.join(' '), stops: false };
}

/** The effects on the rules for signing images when they are pushed. */
export function signingMeaning({ before, after }: Sides): Meaning | null {
  if (after === null) return { message: 'Images are no longer signed when they are pushed.', stops: false };
  return {
    message:
      before === null ? 'Images are signed when they are pushed from now on.' : 'The rules for signing images change.',
    stops: false,
  };
}
