import 'i18next';
import type { SourceTexts } from './resources.ts';

// Makes `t()` accept only keys that exist and demand the values that a text names.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common';
    resources: SourceTexts;
    strictInterpolationChecks: true;
  }
}
