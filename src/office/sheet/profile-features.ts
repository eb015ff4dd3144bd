/** Takes a profile, gives whether it has what a product rule of facts.yaml asks for (the words after `profile:`). */

import type { Provider } from '../provider/provider.js';

export const PROFILE_FEATURES = [
  'allowPlain',
  'pop.legacy',
  'imap.legacy',
  'pop.ssl',
  'imap.ssl',
  'smtp.starttls',
  'quotaWarning.enabled',
  'quotaWarning.firstDevice',
  'quotaCountsAllFolders',
  'supportService',
  'sampleAddress',
] as const;

export type ProfileFeature = (typeof PROFILE_FEATURES)[number];

const HAS: Readonly<Record<ProfileFeature, (provider: Provider) => boolean>> = {
  allowPlain: (provider) => provider.allowPlain,
  'pop.legacy': (provider) => provider.pop.some((endpoint) => endpoint.legacy),
  'imap.legacy': (provider) => provider.imap.some((endpoint) => endpoint.legacy),
  'pop.ssl': (provider) => provider.pop.find((endpoint) => !endpoint.legacy)?.security === 'ssl',
  'imap.ssl': (provider) => provider.imap.find((endpoint) => !endpoint.legacy)?.security === 'ssl',
  'smtp.starttls': (provider) => provider.smtp.find((endpoint) => !endpoint.legacy)?.security === 'starttls',
  'quotaWarning.enabled': (provider) => provider.quotaWarning.enabled,
  'quotaWarning.firstDevice': (provider) => provider.quotaWarning.firstDevice,
  quotaCountsAllFolders: (provider) => provider.quotaCountsAllFolders,
  supportService: (provider) => provider.supportService !== undefined,
  sampleAddress: (provider) => provider.sampleAddress !== undefined,
};

export const profileHas = (provider: Provider, feature: ProfileFeature): boolean => HAS[feature](provider);
